#include "collega/language/time.h"
#include "period_scan.h"
#include "time_points.h"

namespace collega::language {
namespace {

bool is_date(const Point& point) { return point.year != 0 && point.month != 0 && !point.short_year; }

}  // namespace

std::vector<DateMention> find_dates(std::string_view text) {
  const Pieces pieces{text};
  // Which dates belong to a period does not hang on when the text is read, so that it may be read last of all.
  const std::vector<ScannedPeriod> periods = scan_periods(pieces, date_of(kLastYear, 12, 31));
  std::vector<DateMention> dates;
  auto period = periods.begin();
  for (std::size_t i = 0; i < pieces.size();) {
    const std::size_t begin = pieces.at(i).span.begin;
    while (period != periods.end() && (period->mention.span.end <= begin || period->single_date)) ++period;
    const bool taken = period != periods.end() && period->mention.span.contains(begin);
    const auto point = taken || !starts_cleanly(pieces, i) ? std::nullopt : read_point(pieces, i);
    if (!point || !is_date(*point) || !ends_cleanly(pieces, point->next)) {
      ++i;
      continue;
    }
    dates.push_back({{begin, pieces.at(point->next - 1).span.end},
                     date_of(point->year, point->month, point->day == 0 ? 1 : point->day),
                     point->day != 0});
    i = point->next;
  }
  return dates;
}

}  // namespace collega::language
