#include "collega/people/units.h"

#include <algorithm>
#include <map>
#include <set>

#include "days.h"
#include "in_list.h"

namespace collega::people {
namespace {

using Below = std::map<std::optional<UnitId>, std::vector<Unit>>;

/// Each unit behind the one above it; takes them out of `below`.
void put_in_order(Below& below, std::optional<UnitId> parent, int depth, std::vector<Unit>& ordered) {
  const auto found = below.find(parent);
  if (found == below.end()) return;
  for (Unit& unit : std::exchange(found->second, {})) {
    unit.depth = depth;
    const UnitId id = unit.id;
    ordered.push_back(std::move(unit));
    put_in_order(below, id, depth + 1, ordered);
  }
}

}  // namespace

Result<std::optional<UnitId>> unit_coded(store::ReadTransaction& read, std::string_view code) {
  return read.first<UnitId>("select id from unit where code = ?", code);
}

Result<std::optional<Unit>> unit_as_of(store::ReadTransaction& read, UnitId unit, Date day) {
  std::optional<Unit> found;
  std::optional<UnitId> next = unit;
  int depth = -1;
  while (next) {
    store::Rows rows =
        TRY(read.query("select u.code, h.name, h.parent_id from unit u join unit_history h on h.unit_id = u.id"
                       " where u.id = ? and h.begins <= ? and h.ends > ?",
                       *next, day, day));
    if (!TRY(rows.next())) break;
    const auto parent = rows.get<std::optional<UnitId>>(2);
    if (!found) found = Unit{unit, rows.get<std::string>(0), rows.get<std::string>(1), parent, 0};
    ++depth;
    next = parent;
  }
  if (found) found->depth = depth;
  return found;
}

Result<std::vector<Unit>> units_as_of(store::ReadTransaction& read, Date day) {
  store::Rows rows =
      TRY(read.query("select u.id, u.code, h.name, h.parent_id from unit_history h join unit u on u.id = h.unit_id"
                     " where h.begins <= ? and h.ends > ? order by h.name, u.code",
                     day, day));
  Below below;
  std::size_t count = 0;
  for (; TRY(rows.next()); ++count) {
    const auto parent = rows.get<std::optional<UnitId>>(3);
    below[parent].push_back({rows.get<UnitId>(0), rows.get<std::string>(1), rows.get<std::string>(2), parent, 0});
  }
  std::vector<Unit> ordered;
  ordered.reserve(count);
  put_in_order(below, std::nullopt, 0, ordered);
  // Whose parent is not there that day stands at the top.
  std::set<UnitId> there;
  for (const auto& [parent, units] : below) {
    for (const Unit& unit : units) there.insert(unit.id);
  }
  for (auto& [parent, units] : below) {
    if (!units.empty() && !there.contains(*parent)) put_in_order(below, parent, 0, ordered);
  }
  return ordered;
}

Result<std::vector<UnitId>> units_under(store::ReadTransaction& read, const std::vector<UnitId>& units, Date day) {
  if (units.empty()) return std::vector<UnitId>{};
  if (units.size() > kLongestInList) return Error{ErrorCode::out_of_range, "units"};
  std::vector<store::Argument> arguments;
  const std::string given = in_list(units, arguments);
  arguments.insert(arguments.end(), {day, day});
  store::Rows rows = TRY(read.query("with recursive wanted (id) as (select id from unit where id in " + given +
                                        " union select h.unit_id from wanted cross join unit_history h"
                                        " where h.parent_id = wanted.id and h.begins <= ? and h.ends > ?)"
                                        " select id from wanted",
                                    arguments));
  std::vector<UnitId> found;
  while (TRY(rows.next())) found.push_back(rows.get<UnitId>(0));
  std::sort(found.begin(), found.end());
  return found;
}

Result<std::vector<UnitFrom>> unit_history(store::ReadTransaction& read, UnitId unit) {
  store::Rows rows =
      TRY(read.query("select begins, ends, name, parent_id from unit_history where unit_id = ? order by begins", unit));
  std::vector<UnitFrom> history;
  while (TRY(rows.next())) {
    history.push_back(
        {rows.get<Date>(0), end_of(rows.get<Date>(1)), rows.get<std::string>(2), rows.get<std::optional<UnitId>>(3)});
  }
  return history;
}

}  // namespace collega::people
