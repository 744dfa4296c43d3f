#include "collega/people/units.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

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

/// Under so many units is looked one level at a time. Under more it is cheaper to read the whole tree of the day in one
/// go: 2,551 units take 2 ms to look up and 0.4 ms to read.
constexpr std::size_t kLookedUnder = 256;

/// Units in the order they were found, each once.
class Found {
 public:
  void add(UnitId unit) {
    if (seen_.insert(unit.number).second) units_.push_back(unit);
  }
  Result<Done> add(store::Rows rows) {
    while (TRY(rows.next())) add(rows.get<UnitId>(0));
    return Done{};
  }
  [[nodiscard]] const std::vector<UnitId>& units() const { return units_; }
  [[nodiscard]] std::vector<UnitId> in_order() && {
    std::sort(units_.begin(), units_.end());
    return std::move(units_);
  }

 private:
  std::vector<UnitId> units_;
  std::unordered_set<std::int64_t> seen_;
};

Result<store::Rows> right_under(store::ReadTransaction& read, const std::vector<UnitId>& units, Date day) {
  std::vector<store::Argument> arguments;
  const std::string given = in_list(units, arguments);
  arguments.insert(arguments.end(), {day, day, kLookedUnder + 1});
  return read.query(
      "select unit_id from unit_history where parent_id in " + given + " and begins <= ? and ends > ? limit ?",
      arguments);
}

/// Who stands right under whom on a day, by the one above.
using Links = std::vector<std::pair<UnitId, UnitId>>;

Result<Links> links_on(store::ReadTransaction& read, Date day) {
  store::Rows rows = TRY(
      read.query("select parent_id, unit_id from unit_history where parent_id is not null and begins <= ? and ends > ?",
                 day, day));
  Links links;
  while (TRY(rows.next())) links.emplace_back(rows.get<UnitId>(0), rows.get<UnitId>(1));
  std::sort(links.begin(), links.end());
  return links;
}

void add_all_under(const Links& links, Found& found) {
  for (std::size_t i = 0; i < found.units().size(); ++i) {  // which grows meanwhile
    const UnitId above = found.units()[i];
    auto link = std::lower_bound(links.begin(), links.end(), std::pair{above, UnitId{}});
    for (; link != links.end() && link->first == above; ++link) found.add(link->second);
  }
}

}  // namespace

Result<std::map<UnitId, std::string>> unit_codes(store::ReadTransaction& read) {
  store::Rows rows = TRY(read.query("select id, code from unit"));
  std::map<UnitId, std::string> codes;
  while (TRY(rows.next())) codes.emplace(rows.get<UnitId>(0), rows.get<std::string>(1));
  return codes;
}

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
  Found found;
  TRY(found.add(TRY(read.query("select id from unit where id in " + given, arguments))));
  for (std::size_t looked = 0; looked < found.units().size();) {
    if (found.units().size() > kLookedUnder) {
      add_all_under(TRY(links_on(read, day)), found);
      break;
    }
    const std::vector<UnitId> level{found.units().begin() + static_cast<std::ptrdiff_t>(looked), found.units().end()};
    looked = found.units().size();
    TRY(found.add(TRY(right_under(read, level, day))));
  }
  return std::move(found).in_order();
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
