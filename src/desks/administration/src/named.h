#pragma once

#include <string_view>

#include "collega/people/units.h"

namespace collega::administration {

/// Error: unknown_unit with the code.
[[nodiscard]] Result<people::UnitId> unit_named(store::ReadTransaction& read, std::string_view code);

}  // namespace collega::administration
