#pragma once

// The scan that finds periods, shared by find_periods and by find_dates, which must leave their ends alone.

#include <vector>

#include "collega/language/time.h"
#include "time_pieces.h"

namespace collega::language {

struct ScannedPeriod {
  PeriodMention mention;
  bool single_date = false;  ///< "vanaf 1 maart 2027", "tot 2014": one date and no more was said
};

[[nodiscard]] std::vector<ScannedPeriod> scan_periods(const Pieces& pieces, Date today);

}  // namespace collega::language
