#pragma once

// How the server itself goes: /healthz, /readyz, /metrics, /openapi.json.

#include <vector>

#include "visit.h"

namespace collega::http {

/// The operation that a key must name to read /metrics. It is in no table: nobody can ask for it otherwise.
inline constexpr std::string_view kMetricsOperation = "server.metrics";

[[nodiscard]] std::vector<Route> system_routes();

}  // namespace collega::http
