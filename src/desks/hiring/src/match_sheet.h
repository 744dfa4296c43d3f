#pragma once

#include "collega/base/messages.h"
#include "match_files_types.h"

namespace collega::hiring {

/// The answer as an XLSX that HR can use: criteria beside candidates, every reason with its quote, and what was not
/// seen.
[[nodiscard]] Result<std::string> match_sheet(const MatchFilesAnswer& answer, const Messages& messages);

}  // namespace collega::hiring
