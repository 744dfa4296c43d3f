#include <algorithm>

#include "collega/language/time.h"
#include "period_scan.h"

namespace collega::language {
namespace {

constexpr double kDaysPerMonth = 365.25 / 12;

}  // namespace

std::vector<PeriodMention> find_periods(std::string_view text, Date today) {
  std::vector<PeriodMention> mentions;
  for (const ScannedPeriod& period : scan_periods(Pieces{text}, today)) mentions.push_back(period.mention);
  return mentions;
}

double months_covered(std::vector<Period> periods) {
  std::sort(periods.begin(), periods.end());
  long days = 0;
  Date covered_to = periods.empty() ? Date{} : periods.front().begin;
  for (const Period& period : periods) {
    const Date begin = std::max(period.begin, covered_to);
    days += Period{begin, period.end}.length();
    covered_to = std::max(covered_to, period.end);
  }
  return static_cast<double>(days) / kDaysPerMonth;
}

}  // namespace collega::language
