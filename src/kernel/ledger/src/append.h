#pragma once

// Entries that were checked, and many of them in one go.

#include <span>

#include "collega/ledger/ledger.h"

namespace collega::ledger {

struct Prepared {
  Kind kind;
  std::string actor;
  std::string operation;
  std::vector<std::int64_t> about;
  std::string details;  ///< canonical
  Moment now;
};

/// Errors: wrong_type, as append() gives it.
[[nodiscard]] Result<Prepared> prepare(const Entry& entry, Moment now);

/// Gives the number of the last.
Result<std::int64_t> append_all(store::WriteTransaction& write, std::string_view writer,
                                std::span<const Prepared> entries);

}  // namespace collega::ledger
