#pragma once

#include <string>
#include <string_view>

#include "collega/base/result.h"

namespace collega::people {

/// No name, title or address is longer; what is, stands in the wrong column.
constexpr std::size_t kLongestText = 200;

/// Errors with `member` as place: out_of_range (more than kLongestText bytes), bad_utf8, wrong_type (a control
/// character).
[[nodiscard]] Result<Done> check_text(std::string_view text, std::string_view member);

/// The same for a text that must be there. Error: missing_member.
[[nodiscard]] Result<Done> check_needed(std::string_view text, std::string_view member);

}  // namespace collega::people
