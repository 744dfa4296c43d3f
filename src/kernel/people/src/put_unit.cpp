#include "check_text.h"
#include "collega/people/units.h"
#include "days.h"
#include "history.h"

namespace collega::people {
namespace {

bool same_place(const UnitFrom& a, const UnitFrom& b) { return a.name == b.name && a.parent == b.parent; }

Result<bool> is_there(store::ReadTransaction& read, UnitId unit, Date day) {
  const auto found =
      TRY(read.first<int>("select 1 from unit_history where unit_id = ? and begins <= ? and ends > ?", unit, day, day));
  return found.has_value();
}

/// Whether `unit` stands above `parent`, or is it, on some day from `from` on. Climbs with the days on which each step
/// holds, so that a tree that changes meanwhile is followed on every one of its shapes; ends because the tree has no
/// cycle yet.
Result<bool> would_cycle(store::ReadTransaction& read, UnitId unit, UnitId parent, Date from) {
  if (unit == parent) return true;
  const auto found = TRY(read.first<int>(
      "with recursive up (id, begins, ends) as ("
      " select parent_id, case when begins > ? then begins else ? end, ends from unit_history"
      "  where unit_id = ? and ends > ? and parent_id is not null"
      " union"
      " select h.parent_id, case when h.begins > up.begins then h.begins else up.begins end,"
      "  case when h.ends < up.ends then h.ends else up.ends end from up cross join unit_history h"
      "  where h.unit_id = up.id and h.begins < up.ends and h.ends > up.begins and h.parent_id is not null"
      "  and up.id <> ?)"
      " select 1 from up where id = ? limit 1",
      from, from, parent, from, unit, unit));
  return found.has_value();
}

Result<Done> check(store::ReadTransaction& read, const UnitEntry& entry, std::optional<UnitId> own, Date from) {
  TRY(check_needed(entry.code, "code"));
  TRY(check_needed(entry.name, "name"));
  TRY(check_day(from, "from"));
  if (!entry.parent) return Done{};
  if (own && TRY(would_cycle(read, *own, *entry.parent, from))) return Error{ErrorCode::unit_cycle, entry.code};
  if (!TRY(is_there(read, *entry.parent, from))) return Error{ErrorCode::unknown_unit, "parent: " + to_string(from)};
  return Done{};
}

Result<Done> write_history(store::WriteTransaction& write, UnitId unit, const std::vector<UnitFrom>& before,
                           const std::vector<UnitFrom>& after) {
  const std::size_t first = first_difference(before, after);
  if (first < before.size()) {
    TRY(write.execute("delete from unit_history where unit_id = ? and begins >= ?", unit, before[first].begin));
  }
  for (std::size_t i = first; i < after.size(); ++i) {
    TRY(write.execute("insert into unit_history (unit_id, begins, ends, name, parent_id) values (?, ?, ?, ?, ?)", unit,
                      after[i].begin, stored_end(after[i].end), after[i].name, after[i].parent));
  }
  return Done{};
}

/// Error: unit_in_use with how many of what.
Result<Done> refuse_if_any(store::ReadTransaction& read, std::string_view what, std::string_view sql, UnitId unit,
                           Date end) {
  const std::int64_t count = TRY(read.first<std::int64_t>(sql, unit, end)).value_or(0);
  if (count > 0) return Error{ErrorCode::unit_in_use, std::string{what} + ": " + std::to_string(count)};
  return Done{};
}

Result<Done> refuse_if_in_use(store::ReadTransaction& read, UnitId unit, Date end) {
  TRY(refuse_if_any(read, "units", "select count(distinct unit_id) from unit_history where parent_id = ? and ends > ?",
                    unit, end));
  return refuse_if_any(
      read, "people", "select count(distinct person_id) from contract_terms where unit_id = ? and ends > ?", unit, end);
}

}  // namespace

Result<Put<UnitId>> put_unit(store::WriteTransaction& write, const UnitEntry& entry, Date from) {
  const auto known = TRY(unit_coded(write, entry.code));
  TRY(check(write, entry, known, from));
  const UnitFrom row{.begin = from, .end = {}, .name = entry.name, .parent = entry.parent};
  if (!known) {
    const auto id = write.new_id<UnitId>();
    TRY(write.execute("insert into unit (id, code) values (?, ?)", id, entry.code));
    TRY(write_history(write, id, {}, {row}));
    return Put<UnitId>{id, Change::created};
  }
  const std::vector<UnitFrom> before = TRY(unit_history(write, *known));
  const std::vector<UnitFrom> after = replaced_from(before, row, same_place);
  if (before == after) return Put<UnitId>{*known, Change::same};
  TRY(write_history(write, *known, before, after));
  return Put<UnitId>{*known, Change::changed};
}

Result<Done> end_unit(store::WriteTransaction& write, UnitId unit, Date end) {
  const std::vector<UnitFrom> before = TRY(unit_history(write, unit));
  if (before.empty()) return Error{ErrorCode::unknown_unit, to_string(unit)};
  TRY(check_days(before.front().begin, end));
  TRY(refuse_if_in_use(write, unit, end));
  std::vector<UnitFrom> after = before;
  std::erase_if(after, [&](const UnitFrom& row) { return row.begin >= end; });
  if (stored_end(after.back().end) > end) after.back().end = end;
  TRY(write_history(write, unit, before, after));
  TRY(write.execute("delete from person_role where unit_id = ? and begins >= ?", unit, end));
  TRY(write.execute("update person_role set ends = ? where unit_id = ? and ends > ?", end, unit, end));
  return Done{};
}

Result<Done> remove_unit(store::WriteTransaction& write, UnitId unit) {
  TRY(refuse_if_in_use(write, unit, kFirstDay));
  TRY(refuse_if_any(write, "positions", "select count(*) from position where unit_id = ? and ends > ?", unit,
                    kFirstDay));
  TRY(refuse_if_any(write, "roles", "select count(*) from person_role where unit_id = ? and ends > ?", unit,
                    kFirstDay));
  TRY(write.execute("delete from unit_history where unit_id = ?", unit));
  if (TRY(write.execute("delete from unit where id = ?", unit)) == 0) {
    return Error{ErrorCode::unknown_unit, to_string(unit)};
  }
  return Done{};
}

}  // namespace collega::people
