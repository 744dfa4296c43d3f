#include "check_text.h"

#include <algorithm>

#include "collega/base/utf8.h"

namespace collega::people {

Result<Done> check_text(std::string_view text, std::string_view member) {
  if (text.size() > kLongestText) return Error{ErrorCode::out_of_range, std::string{member}};
  if (!is_valid_utf8(text)) return Error{ErrorCode::bad_utf8, std::string{member}};
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (std::any_of(text.begin(), text.end(), is_control)) return Error{ErrorCode::wrong_type, std::string{member}};
  return Done{};
}

Result<Done> check_needed(std::string_view text, std::string_view member) {
  if (text.find_first_not_of(' ') == std::string_view::npos)
    return Error{ErrorCode::missing_member, std::string{member}};
  return check_text(text, member);
}

}  // namespace collega::people
