#pragma once

// A plan to the records.

#include <optional>

#include "collega/administration/undo.h"
#include "plan.h"

namespace collega::administration {

/// A row that the records did not take, though the plan did not foresee it: everything must go back.
struct Refusal {
  std::size_t row = 0;
  Error error;
};

/// Does the whole plan and keeps its journal. With a refusal only a part was done. `last_day`: of who left; absent:
/// they stay.
[[nodiscard]] Result<std::optional<Refusal>> apply(store::WriteTransaction& write, const Plan& plan, ImportRunId run,
                                                   const std::string& source, std::optional<Date> last_day,
                                                   Ticker& ticker);

}  // namespace collega::administration
