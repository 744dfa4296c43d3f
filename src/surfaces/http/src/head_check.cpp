#include "head_check.h"

#include <algorithm>
#include <array>

#include "text.h"

namespace collega::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kLongestMethod = 32;

using Fault = std::optional<std::string_view>;

/// Fields that mean something to us once and nothing twice.
constexpr std::array<std::string_view, 14> kOnce = {"host",
                                                    "content-length",
                                                    "transfer-encoding",
                                                    "authorization",
                                                    "cookie",
                                                    "content-type",
                                                    "origin",
                                                    "expect",
                                                    "x-csrf-token",
                                                    "idempotency-key",
                                                    "content-range",
                                                    "if-none-match",
                                                    "x-forwarded-host",
                                                    "x-forwarded-proto"};

bool is_target_character(char c) { return c > ' ' && c < '\x7f' && c != '#'; }

bool is_value_character(char c) { return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f'); }

bool is_host_character(char c) {
  return is_letter(c) || is_digit(c) || std::string_view{"-._~:[]"}.find(c) != std::string_view::npos;
}

struct Line {
  std::string_view method, target, version;
};

Fault fault_in_line(std::string_view text, Line& line) {
  const std::size_t after_method = text.find(' ');
  const std::size_t before_version = text.rfind(' ');
  if (after_method == std::string_view::npos || after_method == before_version) return "first line";
  line.method = text.substr(0, after_method);
  line.target = text.substr(after_method + 1, before_version - after_method - 1);
  line.version = text.substr(before_version + 1);
  if (line.method.empty() || line.method.size() > kLongestMethod ||
      !std::ranges::all_of(line.method, is_token_character)) {
    return "method";
  }
  if (line.target.empty() || !std::ranges::all_of(line.target, is_target_character)) return "target";
  if (line.version != "HTTP/1.1" && line.version != "HTTP/1.0") return "version";
  return std::nullopt;
}

class Fields {
 public:
  Fault add(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) return "field without a name";
    const std::string_view name = text.substr(0, colon);
    const std::string_view value = trimmed(text.substr(colon + 1));
    if (!std::ranges::all_of(name, is_token_character)) return "name of a field";
    if (!std::ranges::all_of(text.substr(colon + 1), is_value_character)) return "value of a field";
    if (++count_ > kMostFields) return "more than 100 fields";
    for (std::size_t i = 0; i < kOnce.size(); ++i) {
      if (!is_same_word(name, kOnce[i])) continue;
      if (seen_[i]) return kOnce[i];
      seen_[i] = true;
      return fault_in_value(kOnce[i], value);
    }
    return std::nullopt;
  }

  [[nodiscard]] Fault fault_together(const Line& line) const {
    const bool is_old = line.version == "HTTP/1.0";
    if (!has("host") && !is_old) return "host";
    if (has("transfer-encoding") && (has("content-length") || is_old)) return "transfer-encoding";
    return std::nullopt;
  }

 private:
  static Fault fault_in_value(std::string_view name, std::string_view value) {
    if (name == "content-length" && !whole_number(value)) return name;
    if (name == "transfer-encoding" && !is_same_word(value, "chunked")) return name;
    if (name == "host" && !std::ranges::all_of(value, is_host_character)) return name;
    return std::nullopt;
  }

  [[nodiscard]] bool has(std::string_view name) const {
    return seen_[static_cast<std::size_t>(std::ranges::find(kOnce, name) - kOnce.begin())];
  }

  std::size_t count_ = 0;
  std::array<bool, kOnce.size()> seen_{};
};

}  // namespace

HeadEnd find_head_end(std::string_view bytes, std::size_t seen) {
  if (!bytes.empty() && !is_token_character(bytes.front())) return {.end = 0, .is_broken = true};
  for (std::size_t i = bytes.find('\n', seen); i != std::string_view::npos; i = bytes.find('\n', i + 1)) {
    if (i == 0 || bytes[i - 1] != '\r') return {.end = 0, .is_broken = true};
    if (i >= 3 && bytes.substr(i - 3, 2) == kLineEnd) return {.end = i + 1, .is_broken = false};
  }
  return {};
}

Fault fault_in_head(std::string_view head) {
  const auto take_line = [&]() -> std::string_view {
    const std::size_t end = std::min(head.find(kLineEnd), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + kLineEnd.size(), head.size()));
    return line;
  };
  if (!head.ends_with("\r\n\r\n")) return "no end";
  Line line;
  if (const Fault fault = fault_in_line(take_line(), line)) return fault;
  Fields fields;
  while (head != kLineEnd) {
    if (head.empty()) return "empty line";
    if (const Fault fault = fields.add(take_line())) return fault;
  }
  return fields.fault_together(line);
}

}  // namespace collega::http
