#include "period_days.h"

#include <chrono>

namespace collega::language {
namespace {

using std::chrono::days;

/// A bare year stands for its middle, so that neither end of a period is favoured.
constexpr int kMiddleMonth = 7;

/// The longest working life with some to spare; two years further apart are not the ends of a job.
constexpr int kLongestYears = 70;

Date next_month(int year, int month) { return month == 12 ? date_of(year + 1, 1, 1) : date_of(year, month + 1, 1); }

Date begin_day(const Point& begin) {
  if (begin.is_bare_year()) return date_of(begin.year, kMiddleMonth, 1);
  return date_of(begin.year, begin.month, begin.day == 0 ? 1 : begin.day);
}

void take_loose_as_year(Point& point) {
  point.year = year_of_two_digits(point.loose);
  point.loose = 0;
}

bool day_exists(const Point& point) { return point.day == 0 || exists(point.year, point.month, point.day); }

bool complete_begin(Point& begin, const Point& end) {
  if (begin.loose != 0 && end.day != 0) {
    begin.day = begin.loose;
    begin.loose = 0;
  } else if (begin.loose > 9) {
    take_loose_as_year(begin);
    return true;
  }
  if (end.month == 0 || begin.loose != 0) return false;
  if (begin.month == 0) {
    if (end.day == 0 || begin.day >= end.day) return false;
    begin.month = end.month;
  } else if (begin.day != 0 && end.day == 0) {
    return false;
  }
  const bool turns_the_year =
      begin.month > end.month || (begin.month == end.month && begin.day != 0 && begin.day > end.day);
  begin.year = turns_the_year ? end.year - 1 : end.year;
  return true;
}

bool complete_end(const Point& begin, Point& end) {
  if (end.month == 0) return false;
  if (end.loose > 9 && begin.day == 0) {
    take_loose_as_year(end);
    return true;
  }
  if (end.loose != 0 && begin.day != 0) {
    end.day = end.loose;
    end.loose = 0;
  }
  if (begin.month == 0 || end.month < begin.month || end.loose != 0) return false;
  end.year = begin.year;
  return true;
}

}  // namespace

bool complete_alone(Point& point) {
  if (point.year == 0 && point.month != 0 && point.loose > 9) take_loose_as_year(point);
  return point.year != 0;
}

bool complete_each_other(Point& begin, Point& end) {
  if (begin.year == 0 && end.year == 0) {
    if (begin.loose <= 9 || end.loose <= 9 || begin.month == 0 || end.month == 0) return false;
    take_loose_as_year(begin);
    take_loose_as_year(end);
  } else if (begin.year == 0) {
    if (!complete_begin(begin, end)) return false;
  } else if (end.year == 0) {
    if (!complete_end(begin, end)) return false;
  }
  if (begin.short_year && !end.short_year) return false;
  return day_exists(begin) && day_exists(end);
}

Date end_day(const Point& end, bool with_last_day) {
  if (end.is_bare_year()) return date_of(end.year, kMiddleMonth, 1);
  if (end.day == 0) return next_month(end.year, end.month);
  const Date day = date_of(end.year, end.month, end.day);
  return with_last_day ? Date{day.days() + days{1}} : day;
}

std::optional<Period> days_between(const Point& begin, const Point& end, bool with_last_day) {
  if (end.year < begin.year || end.year - begin.year > kLongestYears) return std::nullopt;
  Period period{begin_day(begin), end_day(end, with_last_day)};
  if (begin.year == end.year) {
    // Six months in the middle for a year with itself; half of what is left of it for a year with one of its months.
    if (begin.is_bare_year() && end.is_bare_year())
      return Period{date_of(begin.year, 4, 1), date_of(begin.year, 10, 1)};
    if (begin.is_bare_year() && period.end <= period.begin) period.begin = date_of(begin.year, 1, 1);
    if (end.is_bare_year() && period.end <= period.begin) period.end = date_of(end.year + 1, 1, 1);
  }
  if (period.end <= period.begin) return std::nullopt;
  return period;
}

std::optional<Period> days_until(const Point& begin, Date today) {
  Date first = begin_day(begin);
  if (first > today && is_coarse(begin) && begin.year == today.year()) {
    const Date new_year = date_of(begin.year, 1, 1);
    first = Date{new_year.days() + (today.days() - new_year.days()) / 2};
  }
  if (first > today) return std::nullopt;
  return Period{first, today};
}

}  // namespace collega::language
