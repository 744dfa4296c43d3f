#pragma once

// Every operation there is, of every desk.

#include "collega/operations/run.h"
#include "engines.h"

namespace collega {

/// `key`: of the data, when it is not in a file (COLLEGA_KEY). The engines must outlive the table.
[[nodiscard]] operations::Table table_of_operations(Engines& engines, const std::string& key, const Clock& clock);

}  // namespace collega
