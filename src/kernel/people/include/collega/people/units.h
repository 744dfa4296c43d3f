#pragma once

// The organisation as a tree of units that changes in time, and the positions in it. On every day a unit has one name
// and at most one unit above it.

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/date.h"
#include "collega/people/person.h"
#include "collega/store/store.h"

namespace collega::people {

struct Unit;
using UnitId = Id<Unit>;
struct Position;
using PositionId = Id<Position>;

/// From here a unit counts whose begin nobody knows. No day in the records is earlier.
constexpr Date kFirstDay{std::chrono::sys_days{std::chrono::year{1900} / 1 / 1}};

struct UnitEntry {
  std::string code = {};  ///< the organisation's own key
  std::string name = {};
  std::optional<UnitId> parent = {};  ///< absent: at the top

  bool operator==(const UnitEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitEntry, (), (code, name, parent))

/// A unit as it is on a day.
struct Unit {
  UnitId id;
  std::string code;
  std::string name;
  std::optional<UnitId> parent;
  int depth = 0;  ///< 0 at the top

  bool operator==(const Unit&) const = default;
};

/// The unit with this code is so called and stands there from `from` on: what was before stays, what stood from that
/// day on goes; where that day says the same already, later rows stay too. A refusal leaves the transaction as it was.
/// Errors: missing_member (code, name), unknown_unit (a parent not there on that day), unit_cycle (it would stand under
/// itself on some day), out_of_range (the day), and those of texts as in person.h.
Result<Put<UnitId>> put_unit(store::WriteTransaction& write, const UnitEntry& entry, Date from);

/// `end` is the first day it is no longer there. Errors: unknown_unit, end_before_begin, unit_in_use (units under it or
/// people in it on or after that day, with their number).
Result<Done> end_unit(store::WriteTransaction& write, UnitId unit, Date end);

/// Takes back a unit that never was (the undo of an import). Errors: unknown_unit, unit_in_use.
Result<Done> remove_unit(store::WriteTransaction& write, UnitId unit);

/// The codes of all units that there are or were.
[[nodiscard]] Result<std::map<UnitId, std::string>> unit_codes(store::ReadTransaction& read);
[[nodiscard]] Result<std::optional<UnitId>> unit_coded(store::ReadTransaction& read, std::string_view code);
/// Nothing when the unit is not there on that day.
[[nodiscard]] Result<std::optional<Unit>> unit_as_of(store::ReadTransaction& read, UnitId unit, Date day);
/// The whole tree: each unit behind the one above it, units beside each other by name; whose parent is not there that
/// day stands at the top.
[[nodiscard]] Result<std::vector<Unit>> units_as_of(store::ReadTransaction& read, Date day);
/// These units and all under them on that day, by number.
[[nodiscard]] Result<std::vector<UnitId>> units_under(store::ReadTransaction& read, const std::vector<UnitId>& units,
                                                      Date day);

/// One row of a unit's history.
struct UnitFrom {
  Date begin;
  std::optional<Date> end;
  std::string name;
  std::optional<UnitId> parent;

  bool operator==(const UnitFrom&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitFrom, (), (begin, end, name, parent))
[[nodiscard]] Result<std::vector<UnitFrom>> unit_history(store::ReadTransaction& read, UnitId unit);

/// A place in the establishment (formatieplaats) that people can hold.
struct Position {
  PositionId id = {};  ///< not looked at by put_position
  std::string code = {};
  std::string title = {};
  UnitId unit = {};
  Date begin = kFirstDay;
  std::optional<Date> end = {};
  std::string scale = {};

  bool operator==(const Position&) const = default;
};
BOOST_DESCRIBE_STRUCT(Position, (), (id, code, title, unit, begin, end, scale))

/// Makes or changes the position with this code. Errors: missing_member (code, title), unknown_unit, end_before_begin,
/// out_of_range.
Result<Put<PositionId>> put_position(store::WriteTransaction& write, const Position& position);
[[nodiscard]] Result<std::optional<PositionId>> position_coded(store::ReadTransaction& read, std::string_view code);
[[nodiscard]] Result<std::vector<Position>> positions_in(store::ReadTransaction& read, UnitId unit, Date day);
/// All that there are or were, by number, from behind `after`.
[[nodiscard]] Result<std::vector<Position>> positions_after(store::ReadTransaction& read,
                                                            std::optional<PositionId> after, int most);

}  // namespace collega::people

namespace collega {

template <>
struct FieldTable<people::UnitEntry> {
  static constexpr Field rows[] = {
      {.name = "code", .meaning = {"code van de afdeling", "code of the unit"}},
      {.name = "name", .meaning = {"naam van de afdeling", "name of the unit"}},
      {.name = "parent", .meaning = {"de afdeling erboven", "the unit above it"}},
  };
};

template <>
struct FieldTable<people::UnitFrom> {
  static constexpr Field rows[] = {
      {.name = "begin", .meaning = {"eerste dag", "first day"}},
      {.name = "end", .meaning = {"eerste dag die niet meer telt", "first day that no longer counts"}},
      {.name = "name", .meaning = {"naam van de afdeling", "name of the unit"}},
      {.name = "parent", .meaning = {"de afdeling erboven", "the unit above it"}},
  };
};

template <>
struct FieldTable<people::Position> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"nummer binnen Collega", "number within Collega"}, .has_default = true},
      {.name = "code", .meaning = {"code van de formatieplaats", "code of the position"}},
      {.name = "title", .meaning = {"functie", "function title"}},
      {.name = "unit", .meaning = {"afdeling", "unit"}},
      {.name = "begin", .meaning = {"eerste dag", "first day"}, .has_default = true},
      {.name = "end", .meaning = {"eerste dag die niet meer telt", "first day that no longer counts"}},
      {.name = "scale", .meaning = {"functieschaal", "scale of the function"}, .has_default = true},
  };
};

}  // namespace collega
