#pragma once

// The operations of the office itself: what waits for a decision, the decision, and the sweeping up.

#include <vector>

#include "collega/operations/operation.h"

namespace collega::operations {

/// proposals.list, proposals.show, proposals.decide, proposals.follow, office.tidy.
[[nodiscard]] std::vector<Operation> own_operations();

}  // namespace collega::operations
