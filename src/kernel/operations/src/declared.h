#pragma once

// No more data than stated: what a handler read, held against what its row says that it reads.

#include <set>
#include <string>

#include "collega/operations/operation.h"

namespace collega::operations {

/// The first of `tables` that holds personal data of a kind which the row does not name; empty when there is none.
[[nodiscard]] std::string undeclared(const Operation& operation, const std::set<std::string>& tables);

}  // namespace collega::operations
