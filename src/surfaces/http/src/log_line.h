#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "collega/base/moment.h"
#include "reply.h"

namespace collega::http {

/// One request, as the log tells it: never a query, a name or an id of somebody who is asked about. `route` is a
/// pattern
/// ("/api/jobs/{id}"), and the account is that of who asked.
struct Logged {
  Moment at;
  std::string_view method;
  std::string_view route;
  unsigned status = 0;
  std::chrono::nanoseconds took{};
  std::uint64_t bytes = 0;
  const Noted* noted = nullptr;
};

/// {"time":..., "method":..., "route":..., "status":..., "ms":..., "bytes":..., "account"?, "code"?, "detail"?}
[[nodiscard]] std::string log_line(const Logged& logged);

}  // namespace collega::http
