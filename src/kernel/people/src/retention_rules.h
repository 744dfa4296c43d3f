#pragma once

#include <string_view>
#include <vector>

#include "collega/people/retention.h"

namespace collega::people {

/// data/retention.tsv; a line that is not right is a bug, and throws.
[[nodiscard]] std::vector<RetentionRule> shipped_rules();

/// A clock that no row names is a bug of the holding that asks for it, and throws.
[[nodiscard]] const RetentionRule& rule_of(const std::vector<RetentionRule>& rules, std::string_view clock);

}  // namespace collega::people
