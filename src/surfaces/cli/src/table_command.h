#pragma once

#include <optional>

#include "collega/cli/run.h"
#include "table_arguments.h"

namespace collega::cli {

/// Does what a command of the table asks and gives the exit status; nothing when the words are no such command.
[[nodiscard]] std::optional<int> run_table_command(int argc, const char* const* argv, const operations::Table& table,
                                                   Surroundings& around);

}  // namespace collega::cli
