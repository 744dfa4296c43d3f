#pragma once

// Days and periods of days. A date is a date, not a moment; a period includes its first day and excludes its last.

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "collega/base/result.h"

namespace collega {

class Date {
 public:
  constexpr Date() = default;
  /// The day must exist: 2025y / 2 / 30 is a bug.
  constexpr Date(std::chrono::year_month_day day) : days_(day) {}
  constexpr Date(std::chrono::sys_days days) : days_(days) {}

  [[nodiscard]] constexpr std::chrono::sys_days days() const { return days_; }
  [[nodiscard]] constexpr std::chrono::year_month_day calendar() const { return days_; }
  [[nodiscard]] constexpr int year() const { return static_cast<int>(calendar().year()); }
  /// 1 to 12
  [[nodiscard]] constexpr int month() const { return static_cast<int>(static_cast<unsigned>(calendar().month())); }

  constexpr auto operator<=>(const Date&) const = default;

 private:
  std::chrono::sys_days days_{};
};

/// Reads "2026-11-22". Error: `bad_date`, with the text as its place.
[[nodiscard]] Result<Date> parse_date(std::string_view iso);

/// "2026-11-22"
[[nodiscard]] std::string to_string(Date date);

/// The days from `begin` up to and not including `end`.
struct Period {
  Date begin;
  Date end;

  /// In days; 0 when `end` is not after `begin`.
  [[nodiscard]] constexpr int length() const {
    return end > begin ? static_cast<int>((end.days() - begin.days()).count()) : 0;
  }
  [[nodiscard]] constexpr bool contains(Date day) const { return begin <= day && day < end; }
  constexpr auto operator<=>(const Period&) const = default;
};

/// The days that both hold; of length 0 when there are none.
[[nodiscard]] constexpr Period overlap(Period a, Period b) {
  const Date begin = a.begin > b.begin ? a.begin : b.begin;
  const Date end = a.end < b.end ? a.end : b.end;
  return {begin, end > begin ? end : begin};
}

}  // namespace collega
