#pragma once

// Spells of absence, by season, team and person, and the teams in which something is planted.

#include "careers.h"

namespace collega::organisation {

struct Segment {
  Date first;
  std::optional<Date> last;  ///< absent: open
  int hundredths;            ///< part absent
};

struct Spell {
  int person;
  UnitIndex team;  ///< on its first day
  Date begin;
  bool maternity = false;
  std::vector<Segment> segments;
};

enum class PlantKind { rise, fall, reporting_change };

/// From the day on more, or fewer, spells begin in this team; or, by reporting_change, spells of a day or two that went
/// unreported before are reported.
struct Plant {
  UnitIndex team;
  Date from;
  PlantKind kind;
  int percent;  ///< of the spells before
};

struct Absence {
  std::vector<Spell> spells;  ///< by first day; all that last into the history
  std::vector<Plant> plants;
};

[[nodiscard]] Absence make_absence(const Careers& careers, const Structure& structure, Date from, Date to,
                                   std::uint64_t seed);

}  // namespace collega::organisation
