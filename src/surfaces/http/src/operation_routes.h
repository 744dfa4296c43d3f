#pragma once

// Every operation of the table: POST /api/<desk>/<verb>, and GET for those that only read.

#include <vector>

#include "visit.h"

namespace collega::http {

[[nodiscard]] std::vector<Route> operation_routes(const operations::Table& table);

/// "hiring.match_files" → "/api/hiring/match_files"
[[nodiscard]] std::string path_of(std::string_view operation);

/// Whether it can be asked by GET: it reads, and somebody waits for it.
[[nodiscard]] bool is_readable(const operations::Operation& operation);

}  // namespace collega::http
