#pragma once

// Pay lines of each month, in the batch interface's shape, with the truth of some payslips. Rates, premiums and the tax
// are invented and simpler than real ones; every amount is whole cents, and the lines of a payslip add up.

#include <filesystem>

#include "collega/base/json.h"
#include "world.h"

namespace collega::organisation {

/// Writes lines.csv. Returns payslips {"employee", "month", "notable", "delta_net_cents", "delta_gross_cents",
/// "causes", "reasons"}: causes have an amount only where it is theirs alone (lines after tax); reasons name what else
/// is behind the difference with the month before. Error: file_unwritable.
[[nodiscard]] Result<JsonArray> write_pay(const World& world, const std::filesystem::path& folder);

}  // namespace collega::organisation
