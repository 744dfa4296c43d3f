#pragma once

// How often what was done, in numbers: for who watches over the whole and not over a person.

#include <string>
#include <vector>

#include "collega/ledger/ledger.h"

namespace collega::ledger {

/// Of one operation: entries by kind, and how many different actors there were.
struct UseOfOperation {
  std::string operation;
  std::int64_t read = 0;
  std::int64_t proposal = 0;
  std::int64_t decision = 0;
  std::int64_t act = 0;  ///< settings and erasures too
  std::int64_t refusal = 0;
  std::int64_t actors = 0;
};

/// From `from` on and before `before`, by name of the operation. Cost: linear in the entries of that time. Error: those
/// of the store.
[[nodiscard]] Result<std::vector<UseOfOperation>> use_of_operations(store::ReadTransaction& read, Moment from,
                                                                    Moment before);

}  // namespace collega::ledger
