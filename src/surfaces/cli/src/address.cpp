#include "address.h"

#include <curl/curl.h>

#include <memory>

namespace collega::cli {
namespace {

struct Parts {
  CURLU* handle = curl_url();

  Parts() = default;
  ~Parts() { curl_url_cleanup(handle); }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  [[nodiscard]] bool read(const std::string& url) const {
    return curl_url_set(handle, CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK;
  }
  [[nodiscard]] std::string get(CURLUPart part, unsigned flags = 0) const {
    char* found = nullptr;
    if (curl_url_get(handle, part, &found, flags) != CURLUE_OK) return "";
    const std::unique_ptr<char, decltype(&curl_free)> owner{found, curl_free};
    return found;
  }
};

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// "127.example.nl" is a name like any other.
bool is_this_computer(std::string_view host) {
  const bool is_number = host.find_first_not_of("0123456789.") == std::string_view::npos;
  return host == "localhost" || host == "[::1]" || (host.starts_with("127.") && is_number);
}

}  // namespace

Result<Address> parse_address(std::string_view typed, bool insecure, const Messages& text) {
  const auto wrong = [&](std::string_view key) { return Error{ErrorCode::bad_call, text(key, typed)}; };
  const bool has_scheme = typed.find("://") != std::string_view::npos;
  const Parts parts;
  if (typed.empty() || !parts.read(has_scheme ? std::string{typed} : "https://" + std::string{typed})) {
    return wrong("remote.no_address");
  }
  const std::string host = lower(parts.get(CURLUPART_HOST));
  Address address{.url = {}, .is_secure = true, .is_here = is_this_computer(host)};
  const std::string scheme = has_scheme ? parts.get(CURLUPART_SCHEME) : address.is_here ? "http" : "https";
  address.is_secure = scheme == "https";
  const bool says_more = !parts.get(CURLUPART_USER).empty() || !parts.get(CURLUPART_PASSWORD).empty() ||
                         !parts.get(CURLUPART_QUERY).empty() || !parts.get(CURLUPART_FRAGMENT).empty();
  if (host.empty() || says_more || (scheme != "https" && scheme != "http")) return wrong("remote.no_address");
  if (!address.is_secure && !address.is_here && !insecure) return wrong("remote.insecure");
  const std::string port = parts.get(CURLUPART_PORT);
  const bool is_usual_port = port == (address.is_secure ? "443" : "80");
  std::string path = parts.get(CURLUPART_PATH);
  while (path.ends_with('/')) path.pop_back();
  address.url = scheme + "://" + host + (port.empty() || is_usual_port ? "" : ":" + port) + path;
  return address;
}

}  // namespace collega::cli
