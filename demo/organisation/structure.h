#pragma once

// The tree of units through time, and the seats in it that people fill one after another.
//
//   root      Stichting Lindehof
//   region    only above some 3,000 people
//   department (a location, a home-care district, treatment, the service bureau); none in a small organisation
//   team      some 20 people

#include <optional>
#include <string>
#include <vector>

#include "calendar.h"
#include "functions.h"
#include "random.h"
#include "words.h"

namespace collega::organisation {

enum class Level { root, region, department, team };

using UnitIndex = int;
using SeatIndex = int;
constexpr int kNobody = -1;

struct UnitVersion {
  Date begin;
  std::string name;
  UnitIndex parent;  ///< kNobody at the top
};

/// From the day `on`, what was there belongs to another unit.
struct Handover {
  Date on;
  UnitIndex unit;
};

struct Unit {
  std::string code;
  Level level;
  Profile profile;
  std::vector<UnitVersion> versions;  ///< the oldest first
  std::optional<Handover> merged = {};
  SeatIndex leader_seat = kNobody;  ///< may stand in another unit
};

struct Seat {
  UnitIndex unit;
  std::optional<FunctionId> leads = {};  ///< the function of who leads from here
  std::optional<Date> leads_until = {};  ///< first day on which it leads nothing any more
  std::optional<Handover> moved = {};
};

/// What happened to the tree, for truth.json.
struct Reorganisation {
  std::string kind;  ///< merged, split, renamed, moved
  Date on;
  UnitIndex unit;
  UnitIndex other;  ///< into, out of, or under which unit; kNobody for a new name
};

struct Structure {
  std::vector<Unit> units;  ///< in no order that may be relied on; the root is first
  std::vector<Seat> seats;
  std::vector<Reorganisation> changes;
};

/// Units that stand at the start have stood since this day.
constexpr Date kFounded{std::chrono::sys_days{std::chrono::year{1978} / 1 / 1}};

/// With exactly `people` seats.
[[nodiscard]] Structure make_structure(int people, Date from, Date to, const AllWords& words, Random& random);

/// The unit that a seat belongs to on a day.
[[nodiscard]] UnitIndex unit_on(const Structure& structure, SeatIndex seat, Date day);
[[nodiscard]] const UnitVersion& version_on(const Unit& unit, Date day);
[[nodiscard]] inline bool exists_on(const Unit& unit, Date day) {
  return unit.versions.front().begin <= day && (!unit.merged || day < unit.merged->on);
}

}  // namespace collega::organisation
