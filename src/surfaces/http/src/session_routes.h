#pragma once

// Coming in, going out, and who is here: /api/session.

#include <vector>

#include "visit.h"

namespace collega::http {

[[nodiscard]] std::vector<Route> session_routes();

/// Which operations the asker may ask for, in the order of their names.
[[nodiscard]] std::vector<std::string> operations_of(const identity::Asker& asker, const operations::Table& table);

}  // namespace collega::http
