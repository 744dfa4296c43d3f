#pragma once

// The people file as it arrives in real life: dates as everybody writes them, cells that were typed over, lines twice.

#include <filesystem>

#include "collega/base/json.h"
#include "world.h"

namespace collega::organisation {

/// Writes medewerkers-met-fouten.csv: medewerkers.csv with one thing wrong in some of its lines. Returns, of each,
/// {"line", "kind", "column"?, "was"?, "expect"}: the line on which the row begins (the header is line 1), and what an
/// import should do: "read" (odd, but there is one way to read it), "notice" (read, and say so) or "refuse".
/// Error: file_unwritable.
[[nodiscard]] Result<JsonArray> write_with_errors(const World& world, const std::filesystem::path& folder);

}  // namespace collega::organisation
