#pragma once

// What anchors and exports say of a chain's entries, held against the entries.

#include "chain.h"
#include "findings.h"

namespace collega::ledger {

/// `said_by` goes into the note: "the anchor at web-2 71".
Result<Done> check_claims(store::ReadTransaction& read, const std::vector<NamedHead>& claims, Fault fault,
                          const std::string& said_by, Findings& findings);

/// Every line of the file; gives how many.
Result<std::int64_t> check_exports(store::ReadTransaction& read, const Keys& keys, const std::filesystem::path& file,
                                   Findings& findings);

}  // namespace collega::ledger
