#pragma once

// The table requirement × candidate.

#include <string>

#include "match_text.h"

namespace collega::cli {

/// ✔ or its like, in its colour.
[[nodiscard]] std::string sign_of(Met met, const Look& look);

/// Requirements as rows, the candidates of one group as columns, in as many tables as the width asks. Where the names
/// do not fit above the columns, the candidate's place in the ranking stands there and a key below.
[[nodiscard]] std::string match_table(const MatchReport& report, const std::vector<const Candidate*>& candidates,
                                      const Look& look);

}  // namespace collega::cli
