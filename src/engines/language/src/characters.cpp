#include "characters.h"

#include <unicode/uchar.h>

namespace collega::language {

CharacterKind kind_beyond_ascii(char32_t value) {
  const auto c = static_cast<UChar32>(value);
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return CharacterKind::letter;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharacterKind::digit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharacterKind::space;
    case U_FORMAT_CHAR:
      return value == 0x200B || value == 0xFEFF ? CharacterKind::space : CharacterKind::ignorable;
    default:
      return value == 0x85 ? CharacterKind::space : CharacterKind::other;
  }
}

bool is_upper_beyond_ascii(char32_t value) { return u_isUUppercase(static_cast<UChar32>(value)) != 0; }

}  // namespace collega::language
