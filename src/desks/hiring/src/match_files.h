#pragma once

#include "collega/hiring/hiring.h"
#include "match_files_types.h"

namespace collega::hiring {

/// Candidates' files beside the requirements of a vacancy's file or beside criteria set beforehand.
/// Errors: no_candidates, bad_date, those of reading the vacancy, those of the criteria. A candidate's file that cannot
/// be read is refused in the answer and the others go on.
[[nodiscard]] Result<MatchFilesAnswer> match_files(const MatchFilesRequest& request, operations::Context& context,
                                                   const Tools& tools);

}  // namespace collega::hiring
