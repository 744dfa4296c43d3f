#pragma once

// Pieces of the texts that HTTP is made of: ASCII, and whatever stands percent-encoded in it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace collega::http {

[[nodiscard]] constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// A character of a method or a field's name (RFC 9110, 5.6.2).
[[nodiscard]] bool is_token_character(char c);

/// The same but for capitals.
[[nodiscard]] bool is_same_word(std::string_view a, std::string_view b);

/// Without the spaces and tabs around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Takes the part up to `separator` off `rest`, trimmed; the last part takes all.
[[nodiscard]] std::string_view next_part(std::string_view& rest, char separator);

/// Digits alone, and not too many.
[[nodiscard]] std::optional<std::uint64_t> whole_number(std::string_view digits);

/// As in a query, where a plus is a space; nothing when a % is not followed by two digits.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);

/// Everything but letters, digits and "-._~" percent-encoded (RFC 3986, 2.3).
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace collega::http
