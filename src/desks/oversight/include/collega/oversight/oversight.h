#pragma once

// The oversight desk: the ledger and the rights of people.

#include <vector>

#include "collega/operations/operation.h"
#include "collega/people/holdings.h"

namespace collega::oversight {

/// What the desk is handed.
struct Tools {
  std::vector<people::Holding> holdings;  ///< of all modules, people's last
};

/// The rows of this desk.
[[nodiscard]] std::vector<operations::Operation> operations(const Tools& tools);

}  // namespace collega::oversight
