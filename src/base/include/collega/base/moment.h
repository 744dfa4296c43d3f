#pragma once

// Points in time, in milliseconds and UTC. Whatever needs to know the time is handed a clock.

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "collega/base/described.h"

namespace collega {

using Moment = std::chrono::sys_time<std::chrono::milliseconds>;
using Clock = std::function<Moment()>;

/// "2026-11-22T06:53:01.123Z"
[[nodiscard]] std::string to_string(Moment moment);

/// Reads what to_string wrote. Error: bad_date with the text as its place.
[[nodiscard]] Result<Moment> parse_moment(std::string_view text);

template <>
struct Word<Moment> {
  static constexpr std::string_view format = "date-time";
  static Result<Moment> parse(std::string_view text) { return parse_moment(text); }
  static std::string text(Moment moment) { return to_string(moment); }
};

}  // namespace collega
