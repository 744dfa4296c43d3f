#pragma once

// All that one run makes up, before it is written down.

#include "absence.h"
#include "careers.h"
#include "leaders.h"
#include "structure.h"

namespace collega::organisation {

struct Request {
  int people = 0;
  std::uint64_t seed = 1;
  Date from;
  Date to;
};

struct World {
  Request request;
  Structure structure;
  Careers careers;
  Leaders leaders;
  Absence absence;
  std::vector<int> by_number;  ///< the people in the order of their personnel numbers
};

[[nodiscard]] World make_world(const Request& request);

[[nodiscard]] inline const Person& person_of(const World& world, int who) {
  return world.careers.people[static_cast<std::size_t>(who)];
}
[[nodiscard]] inline const std::string& code_of(const World& world, UnitIndex unit) {
  return world.structure.units[static_cast<std::size_t>(unit)].code;
}

/// With a contract on that day.
[[nodiscard]] int headcount(const World& world, Date day);

}  // namespace collega::organisation
