#pragma once

// An answer for a person at a terminal, by its JSON Schema: members as lines, lists of objects as tables.

#include <string>

#include "collega/base/json.h"
#include "collega/cli/run.h"

namespace collega::cli {

[[nodiscard]] std::string show_json(const Json& value, const Json& schema, const Surroundings& around);

}  // namespace collega::cli
