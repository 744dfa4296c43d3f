#pragma once

// Who leads which unit through time. On every day from the begin of the history each unit that is there has exactly one
// manager: while a seat is empty, whoever leads the unit above.

#include "careers.h"

namespace collega::organisation {

struct Leader {
  UnitIndex unit;
  int person;
  bool deputy = false;
  Date begin;
  std::optional<Date> last = {};
};

struct Leaders {
  std::vector<std::vector<Leader>> managers;  ///< of each unit, the oldest first
  std::vector<Leader> deputies;
};

[[nodiscard]] Leaders make_leaders(const Structure& structure, const Careers& careers, Date from);

/// The manager of the unit; for that manager, whoever leads above. kNobody before the history, and for who is at the
/// top.
[[nodiscard]] int manager_of(const Structure& structure, const Leaders& leaders, UnitIndex unit, int person, Date day);

}  // namespace collega::organisation
