#include "letters.h"

#include <unicode/uchar.h>

namespace collega::privacy {

Letter letter_beyond_ascii(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_at(text, at);
  const auto value = static_cast<UChar32>(point.value);
  const std::uint32_t kind = U_MASK(u_charType(value));
  return {point.value, static_cast<std::uint8_t>(point.size), (kind & (U_GC_L_MASK | U_GC_M_MASK)) != 0,
          (kind & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0, false};
}

char mark_like(char32_t value) {
  if (value == 0x2018 || value == 0x2019 || value == 0x201A) return '\'';
  if (value == 0x201C || value == 0x201D || value == 0x201E || value == 0xAB || value == 0xBB) return '"';
  if (value >= 0x2010 && value <= 0x2015) return '-';
  if (value == 0x2022 || value == 0xB7 || value == 0x25CF || value == 0x25AA) return '*';
  if (value == 0x2026) return '.';
  return '~';
}

}  // namespace collega::privacy
