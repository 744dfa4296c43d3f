#pragma once

// Dates, periods and durations as people write them in CVs and vacancies, in Dutch and English (and German month
// names).

#include <optional>
#include <string_view>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/span.h"

namespace collega::language {

/// A period with the precision of the text: "2019 – heden", "maart 2021 t/m april 2022", "03/2018 - 12/2020", "sinds
/// mei 2021", "aug. 2015 – jan. 2018", "'15-'18", "2015-2018", "01-03-2018 tot 01-02-2020", "from 2016 to present",
/// "tot 2014" (no begin). A bare year stands for 1 July of it, so that "2015-2018" is three years and neither end is
/// favoured; a period within one bare year counts six months. A season and "eind 2019" stand for one month of that
/// year. "tot 2014" begins where it ends, so that it covers no time; "vanaf 2020" is a period only when it has begun.
/// With a day, "tot" leaves that day out and all other words and signs count it: "t/m 31 mei" ends on 1 June.
struct PeriodMention {
  Span span;
  Period days;           ///< `end` is excluded; an open end is `today`; months count whole
  bool ongoing = false;  ///< heden, nu, present, sinds
  bool coarse = false;   ///< an end is a bare year, so each may be off by half a year
};

/// All periods, in order, not overlapping. Phone numbers, postcodes and laws ("2016/679") are none. A lone year is
/// none.
[[nodiscard]] std::vector<PeriodMention> find_periods(std::string_view text, Date today);

/// "3 jaar", "drie jaar", "minimaal twee jaar", "2,5 jaar", "1-2 jaar" (the least), "18 maanden", "anderhalf jaar", "5+
/// years", "at least three years", "ruim tien jaar". Weeks count too. A range and "5+" are `at_least`. Ages ("18 jaar
/// oud"), "3 jaar geleden" and "elke 2 jaar" are no durations.
struct DurationMention {
  Span span;
  double months = 0;
  bool at_least = false;
};
[[nodiscard]] std::vector<DurationMention> find_durations(std::string_view text);

/// A single day or month with its year: "12 maart 2024", "12-03-2024", "maart 2024", "2024-03-12"; a season is its
/// middle month. Not those inside a period, save the one of "vanaf 1 maart 2027" and "tot 15 maart 2027": a start or a
/// deadline.
struct DateMention {
  Span span;
  Date day;  ///< the first of the month when the day is not given
  bool has_day = false;
};
[[nodiscard]] std::vector<DateMention> find_dates(std::string_view text);

/// Length of a set of periods in months, time that two of them share counted once. A month is 365.25 / 12 days.
[[nodiscard]] double months_covered(std::vector<Period> periods);

}  // namespace collega::language
