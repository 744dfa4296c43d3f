#include "reply.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace collega::http {
namespace {

// Answers that are no page can load nothing and stand in no frame.
constexpr std::string_view kAlways =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n"
    "X-Frame-Options: DENY\r\n";
constexpr std::string_view kBarePolicy = "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
// A year, which browsers ask before they believe it.
constexpr std::string_view kOnlySecure = "Strict-Transport-Security: max-age=31536000\r\n";

constexpr std::pair<unsigned, std::string_view> kReasons[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {507, "Insufficient Storage"},
};

}  // namespace

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Reply& Reply::add(std::string_view name, std::string_view value) {
  fields.append(name).append(": ");
  // No value of ours holds a line end; a name that somebody gave a file could.
  std::ranges::transform(value, std::back_inserter(fields),
                         [](char c) { return static_cast<unsigned char>(c) < ' ' ? ' ' : c; });
  fields += "\r\n";
  return *this;
}

const std::string* Reply::text() const {
  if (const auto* own = std::get_if<std::string>(&body)) return own;
  if (const auto* shared = std::get_if<Shared>(&body)) return shared->get();
  return nullptr;
}

Reply json_reply(const Json& value, unsigned status) {
  Reply reply;
  reply.status = status;
  reply.body = to_text(value);
  return reply;
}

std::string head_of(const Reply& reply, const Carriage& carriage) {
  std::string head;
  head.reserve(768 + reply.fields.size());
  head.append("HTTP/1.1 ")
      .append(std::to_string(reply.status))
      .append(" ")
      .append(reason_of(reply.status))
      .append("\r\n");
  head.append("Date: ").append(carriage.date).append("\r\n");
  if (reply.status != 304 && reply.status != 204) {
    head.append("Content-Type: ").append(reply.type).append("\r\n");
    if (carriage.is_chunked) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (carriage.has_length) {
      head.append("Content-Length: ").append(std::to_string(carriage.length)).append("\r\n");
    }
  }
  head.append("Cache-Control: ").append(reply.cache).append("\r\n");
  head.append(carriage.keeps_alive ? "Connection: keep-alive\r\n" : "Connection: close\r\n");
  head.append(reply.fields);
  if (!reply.has_policy) head.append(kBarePolicy);
  head.append(kAlways);
  if (carriage.is_secure) head.append(kOnlySecure);
  head.append("\r\n");
  return head;
}

std::string http_date(std::chrono::sys_seconds at) {
  constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{at - day};
  const auto two = [](auto number) {
    const std::string text = std::to_string(number);
    return text.size() < 2 ? "0" + text : text;
  };
  std::string text{kDays[std::chrono::weekday{day}.c_encoding()]};
  text += ", " + two(static_cast<unsigned>(date.day())) + ' ';
  text += kMonths[static_cast<unsigned>(date.month()) - 1];
  text += ' ' + std::to_string(static_cast<int>(date.year())) + ' ' + two(time.hours().count()) + ':' +
          two(time.minutes().count()) + ':' + two(time.seconds().count()) + " GMT";
  return text;
}

std::string_view reason_of(unsigned status) {
  const auto found = std::ranges::find(kReasons, status, &std::pair<unsigned, std::string_view>::first);
  return found == std::end(kReasons) ? "Status" : found->second;
}

}  // namespace collega::http
