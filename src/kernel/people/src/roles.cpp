#include "collega/people/roles.h"

#include "days.h"
#include "person_rows.h"

namespace collega::people {
namespace {

/// Of what: "unit_id = ?" or "of_person_id = ?", and its argument.
struct Target {
  std::string_view condition;
  store::Argument argument;
};

Target target_of(const Assignment& assignment) {
  if (assignment.of_unit) return {"unit_id = ?", *assignment.of_unit};
  return {"of_person_id = ?", *assignment.of_person};
}

Result<std::vector<Assignment>> read_roles(store::ReadTransaction& read, std::string_view condition,
                                           const std::vector<store::Argument>& arguments) {
  const std::string sql = "select id, person_id, role, unit_id, of_person_id, begins, ends from person_role where " +
                          std::string{condition} + " order by begins, id";
  store::Rows rows = TRY(read.query(sql, arguments));
  std::vector<Assignment> found;
  while (TRY(rows.next())) {
    found.push_back({.id = rows.get<AssignmentId>(0),
                     .person = rows.get<PersonId>(1),
                     .role = rows.get<PersonRole>(2),
                     .of_unit = rows.get<std::optional<UnitId>>(3),
                     .of_person = rows.get<std::optional<PersonId>>(4),
                     .begin = rows.get<Date>(5),
                     .end = end_of(rows.get<Date>(6))});
  }
  return found;
}

/// The same role of the same, on some of the days of `assignment`, whoever has it.
Result<std::vector<Assignment>> beside(store::ReadTransaction& read, const Assignment& assignment) {
  const auto [condition, target] = target_of(assignment);
  return read_roles(read, std::string{condition} + " and role = ? and begins < ? and ends > ?",
                    {target, assignment.role, stored_end(assignment.end), assignment.begin});
}

Result<Done> check(store::ReadTransaction& read, const Assignment& assignment) {
  if (assignment.of_unit.has_value() == assignment.of_person.has_value()) {
    return Error{ErrorCode::missing_member, "of_unit, of_person"};
  }
  TRY(check_days(assignment.begin, assignment.end));
  TRY(sort_name_of(read, assignment.person, "person"));
  if (assignment.of_person) {
    TRY(sort_name_of(read, *assignment.of_person, "of_person"));
    if (*assignment.of_person == assignment.person) return Error{ErrorCode::out_of_range, "of_person"};
  } else if (!TRY(read.first<int>("select 1 from unit_history where unit_id = ? and begins <= ? and ends > ?",
                                  *assignment.of_unit, assignment.begin, assignment.begin))) {
    return Error{ErrorCode::unknown_unit, "of_unit: " + to_string(assignment.begin)};
  }
  return Done{};
}

Result<Put<AssignmentId>> add(store::WriteTransaction& write, const Assignment& assignment) {
  const auto id = write.new_id<AssignmentId>();
  TRY(
      write.execute("insert into person_role (id, person_id, role, unit_id, of_person_id, begins, ends)"
                    " values (?, ?, ?, ?, ?, ?, ?)",
                    id, assignment.person, assignment.role, assignment.of_unit, assignment.of_person, assignment.begin,
                    stored_end(assignment.end)));
  return Put<AssignmentId>{id, Change::created};
}

}  // namespace

Result<Put<AssignmentId>> assign_role(store::WriteTransaction& write, const Assignment& assignment) {
  TRY(check(write, assignment));
  for (const Assignment& other : TRY(beside(write, assignment))) {
    if (other.person != assignment.person) continue;
    if (other.begin == assignment.begin && other.end == assignment.end)
      return Put<AssignmentId>{other.id, Change::same};
    return Error{ErrorCode::role_overlaps, to_string(other.begin)};
  }
  return add(write, assignment);
}

Result<Put<AssignmentId>> hand_over_role(store::WriteTransaction& write, const Assignment& assignment) {
  TRY(check(write, assignment));
  std::optional<Assignment> own;
  std::vector<Assignment> others;
  for (const Assignment& other : TRY(beside(write, assignment))) {
    if (other.person != assignment.person) {
      if (other.begin <= assignment.begin) others.push_back(other);
    } else if (other.begin <= assignment.begin && other.end == assignment.end) {
      own = other;  // has it already, and for as long
    } else {
      return Error{ErrorCode::role_overlaps, to_string(other.begin)};
    }
  }
  for (const Assignment& other : others) TRY(end_role(write, other.id, assignment.begin));
  if (own) return Put<AssignmentId>{own->id, others.empty() ? Change::same : Change::changed};
  return add(write, assignment);
}

Result<Done> end_role(store::WriteTransaction& write, AssignmentId assignment, Date end) {
  TRY(check_day(end, "end"));
  const std::int64_t taken_back =
      TRY(write.execute("delete from person_role where id = ? and begins >= ?", assignment, end));
  if (taken_back > 0) return Done{};
  if (TRY(write.execute("update person_role set ends = ? where id = ?", end, assignment)) == 0) {
    return Error{ErrorCode::unknown_role, to_string(assignment)};
  }
  return Done{};
}

Result<std::vector<Assignment>> roles_of(store::ReadTransaction& read, PersonId person) {
  return read_roles(read, "person_id = ?", {person});
}
Result<std::vector<Assignment>> roles_in(store::ReadTransaction& read, UnitId unit) {
  return read_roles(read, "unit_id = ?", {unit});
}
Result<std::vector<Assignment>> roles_for(store::ReadTransaction& read, PersonId person) {
  return read_roles(read, "of_person_id = ?", {person});
}

}  // namespace collega::people
