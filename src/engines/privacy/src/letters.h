#pragma once

// Characters as the scanner needs them; ASCII is answered by one table.

#include <array>
#include <cstdint>
#include <string_view>

#include "collega/base/utf8.h"

namespace collega::privacy {

struct Letter {
  char32_t value = 0;
  std::uint8_t size = 1;
  bool word = false;  ///< a letter, a combining mark or a digit
  bool capital = false;
  bool digit = false;  ///< 0 to 9
};

[[nodiscard]] Letter letter_beyond_ascii(std::string_view text, std::size_t at);

[[nodiscard]] inline Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return letter_beyond_ascii(text, at);
  const bool digit = byte >= '0' && byte <= '9';
  const bool capital = byte >= 'A' && byte <= 'Z';
  return {byte, 1, digit || capital || (byte >= 'a' && byte <= 'z'), capital, digit};
}

[[nodiscard]] inline bool is_apostrophe(char32_t value) { return value == '\'' || value == 0x2019 || value == 0x2018; }

/// What may stand inside a word.
[[nodiscard]] inline bool joins(char32_t value) {
  return value == '-' || is_apostrophe(value) || value == 0x2010 || value == 0x2011;
}

/// The ASCII mark that stands for one beyond ASCII: curly quotes and dashes.
[[nodiscard]] char mark_like(char32_t value);

[[nodiscard]] constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
[[nodiscard]] constexpr bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
[[nodiscard]] constexpr bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
[[nodiscard]] constexpr bool is_alpha(char byte) { return is_upper(byte) || is_lower(byte); }
[[nodiscard]] constexpr bool is_alnum(char byte) { return is_alpha(byte) || is_digit(byte); }
[[nodiscard]] constexpr char upper_of(char byte) { return is_lower(byte) ? static_cast<char>(byte - 0x20) : byte; }
[[nodiscard]] constexpr char lower_of(char byte) { return is_upper(byte) ? static_cast<char>(byte + 0x20) : byte; }

}  // namespace collega::privacy
