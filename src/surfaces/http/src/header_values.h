#pragma once

// What the fields of a request say. Nothing here trusts its input; what cannot be read is as if it were not there,
// unless it says otherwise.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "collega/base/language.h"

namespace collega::http {

/// The language of ours that is liked best; nothing when none is named (RFC 9110, 12.5.4).
[[nodiscard]] std::optional<Language> language_liked(std::string_view accept_language);

struct Encodings {
  bool gzip = false;
  bool brotli = false;
};
[[nodiscard]] Encodings encodings_liked(std::string_view accept_encoding);

/// The value of one cookie, and whether it was shown twice with different values: then it is not known whose is true.
struct Cookie {
  std::string_view value;
  bool is_doubtful = false;
};
[[nodiscard]] Cookie cookie_named(std::string_view cookies, std::string_view name);

/// The key of "Bearer <key>"; empty when it is something else.
[[nodiscard]] std::string_view bearer_of(std::string_view authorization);

/// "application/json", with UTF-8 or nothing said of it.
[[nodiscard]] bool is_json(std::string_view content_type);

/// Whether `Prefer` asks not to wait (RFC 7240).
[[nodiscard]] bool prefers_async(std::string_view prefer);

/// Quoted or not; nothing when it is empty, over 200 characters or not of ASCII.
[[nodiscard]] std::optional<std::string_view> idempotency_key_of(std::string_view value);

/// "bytes 0-499/1234": the first and the last byte of a part, and how many there are in all.
struct ContentRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::uint64_t total = 0;

  [[nodiscard]] std::uint64_t length() const { return last - first + 1; }
};
/// Nothing when it is no such range, or a part that does not fit in the whole.
[[nodiscard]] std::optional<ContentRange> content_range_of(std::string_view value);

/// The part that "bytes=0-499", "bytes=500-" or "bytes=-500" asks of `size` bytes; nothing when it asks several, or
/// none that there are: then the whole is the answer (RFC 9110, 14.2).
struct Part {
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};
[[nodiscard]] std::optional<Part> range_of(std::string_view value, std::uint64_t size);

/// Whether `If-None-Match` names this tag, weakly compared. `tag` has its quotes.
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

/// What somebody recognises their session by: "Firefox, Linux".
[[nodiscard]] std::string device_of(std::string_view user_agent);

/// Who is behind the proxies: the last address in X-Forwarded-For that is no proxy of ours. `peer` when it is none
/// itself.
[[nodiscard]] std::string_view source_behind(std::string_view peer, std::string_view forwarded_for,
                                             std::span<const std::string> proxies);

/// The value of Content-Disposition for a file to be kept, with its name in UTF-8 (RFC 6266, RFC 8187).
[[nodiscard]] std::string attachment_named(std::string_view name);

}  // namespace collega::http
