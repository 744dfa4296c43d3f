#pragma once

// What a code point is to the tokenizer. ASCII is answered without leaving the header: CVs are nearly all ASCII.

#include <cstddef>
#include <string_view>

#include "collega/base/utf8.h"

namespace collega::language {

enum class CharacterKind { space, letter, digit, ignorable, other };

/// `ignorable`: what is invisible inside a word, such as a soft hyphen. Combining marks count as letters.
[[nodiscard]] CharacterKind kind_beyond_ascii(char32_t value);
[[nodiscard]] bool is_upper_beyond_ascii(char32_t value);

[[nodiscard]] inline CharacterKind kind_of(char32_t value) {
  if (value >= 0x80) return kind_beyond_ascii(value);
  if ((value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z')) return CharacterKind::letter;
  if (value >= '0' && value <= '9') return CharacterKind::digit;
  if (value == ' ' || (value >= '\t' && value <= '\r')) return CharacterKind::space;
  return CharacterKind::other;
}

[[nodiscard]] inline bool is_upper(char32_t value) {
  return value < 0x80 ? value >= 'A' && value <= 'Z' : is_upper_beyond_ascii(value);
}

[[nodiscard]] inline CodePoint character_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return {byte, 1};
  return code_point_at(text, offset);
}

/// The code point that ends right before `offset`, which must be above 0.
[[nodiscard]] inline CodePoint character_before(std::string_view text, std::size_t offset) {
  std::size_t begin = offset - 1;
  while (begin > 0 && offset - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return {code_point_at(text, begin).value, offset - begin};
}

[[nodiscard]] inline bool is_apostrophe(char32_t value) {
  return value == '\'' || value == 0x2019 || value == 0x2018 || value == 0x02BC || value == '`' || value == 0x00B4;
}

/// A hyphen within words; dashes are `is_dash`.
[[nodiscard]] inline bool is_hyphen(char32_t value) { return value == '-' || value == 0x2010 || value == 0x2011; }

/// A hyphen or one of the longer strokes that stand between the ends of a period.
[[nodiscard]] inline bool is_dash(char32_t value) {
  return is_hyphen(value) || (value >= 0x2012 && value <= 0x2015) || value == 0x2212 || value == 0xAD;
}

}  // namespace collega::language
