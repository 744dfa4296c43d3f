#pragma once

// Days as the tables hold them: an open end is the last day there is, so that one comparison serves both.

#include <optional>

#include "collega/base/date.h"
#include "collega/people/units.h"

namespace collega::people {

constexpr Date kOpen{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}};
/// A later day in the records is a slip of the hand.
constexpr Date kLastDay{std::chrono::sys_days{std::chrono::year{2200} / 1 / 1}};

[[nodiscard]] constexpr Date stored_end(std::optional<Date> end) { return end.value_or(kOpen); }
[[nodiscard]] constexpr std::optional<Date> end_of(Date stored) {
  return stored == kOpen ? std::nullopt : std::optional{stored};
}

/// Error: out_of_range with `member` as its place.
[[nodiscard]] inline Result<Done> check_day(Date day, std::string_view member) {
  if (day < kFirstDay || day > kLastDay)
    return Error{ErrorCode::out_of_range, std::string{member} + ": " + to_string(day)};
  return Done{};
}

/// Errors: out_of_range, end_before_begin.
[[nodiscard]] inline Result<Done> check_days(Date begin, std::optional<Date> end) {
  TRY(check_day(begin, "begin"));
  if (!end) return Done{};
  TRY(check_day(*end, "end"));
  if (*end <= begin) return Error{ErrorCode::end_before_begin, to_string(begin) + " - " + to_string(*end)};
  return Done{};
}

}  // namespace collega::people
