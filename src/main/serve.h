#pragma once

// `collega serve`: the office, open to browsers and programs.

#include <iosfwd>

#include "collega/cli/run.h"
#include "collega/operations/office.h"
#include "office.h"

namespace collega {

/// Serves until SIGINT or SIGTERM. Says on `out` where, on `log` (a JSON object a line) what happens. Errors:
/// needs_data, those of opening a store, port_taken, file_unreadable.
Result<Done> serve(const cli::ServeArguments& asked, const operations::Table& table, Office& office,
                   operations::WallClock wall_clock, Language language, std::string_view version, std::ostream& out,
                   std::ostream& log);

}  // namespace collega
