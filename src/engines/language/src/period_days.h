#pragma once

// From what was written at the two ends of a period to its days.

#include <optional>

#include "collega/base/date.h"
#include "time_points.h"

namespace collega::language {

/// Fills in at each end what the other end says ("maart – september 2021"). False when the two do not belong together.
[[nodiscard]] bool complete_each_other(Point& begin, Point& end);

/// A single end must say its own year; "Jan 18" says one.
[[nodiscard]] bool complete_alone(Point& point);

/// `with_last_day`: "t/m 31 mei" holds 31 May, "tot 31 mei" does not. Nothing when the end does not come after the
/// begin.
[[nodiscard]] std::optional<Period> days_between(const Point& begin, const Point& end, bool with_last_day);

/// Nothing when the begin is after today.
[[nodiscard]] std::optional<Period> days_until(const Point& begin, Date today);

/// The day on which a period ends that ends with `end`, itself excluded.
[[nodiscard]] Date end_day(const Point& end, bool with_last_day);

[[nodiscard]] inline bool is_coarse(const Point& point) { return point.is_bare_year() || point.rough; }

}  // namespace collega::language
