#pragma once

#include "collega/base/date.h"
#include "random.h"

namespace collega::organisation {

[[nodiscard]] constexpr Date plus_days(Date day, int days) { return day.days() + std::chrono::days{days}; }
[[nodiscard]] constexpr int days_between(Date from, Date to) {
  return static_cast<int>((to.days() - from.days()).count());
}

[[nodiscard]] constexpr Date first_of_month(Date day) {
  const auto date = day.calendar();
  return date.year() / date.month() / 1;
}

/// The same day `months` on, or the last of that month where it has no such day.
[[nodiscard]] constexpr Date plus_months(Date day, int months) {
  const auto date = day.calendar();
  const auto moved = date + std::chrono::months{months};
  return moved.ok() ? Date{moved} : Date{std::chrono::sys_days{moved.year() / moved.month() / std::chrono::last}};
}

[[nodiscard]] constexpr Date last_of_month(Date day) { return plus_days(plus_months(first_of_month(day), 1), -1); }

/// From the month of `from` to that of `to`.
[[nodiscard]] constexpr int months_between(Date from, Date to) {
  return (to.year() - from.year()) * 12 + to.month() - from.month();
}

/// Whole years lived on `day`. Who was born on 29 February has their birthday on 1 March in other years.
[[nodiscard]] constexpr int age_on(Date birth, Date day) {
  const int months = months_between(birth, day);
  const bool before = day.calendar().day() < birth.calendar().day();
  return (months - (before ? 1 : 0)) / 12;
}

[[nodiscard]] inline Date day_in(Random& random, Date first, Date last) {
  return plus_days(first, random.between(0, days_between(first, last)));
}

}  // namespace collega::organisation
