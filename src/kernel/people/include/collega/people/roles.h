#pragma once

// What somebody is to a unit or to a colleague, in time: its manager, their buddy, their case manager. What an account
// may do is kernel/identity's.

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "collega/people/person.h"
#include "collega/people/units.h"

namespace collega::people {

struct Assignment;
using AssignmentId = Id<Assignment>;

/// manager and deputy_manager lead; the others do not.
enum class PersonRole { manager, deputy_manager, buddy, case_manager };
BOOST_DESCRIBE_ENUM(PersonRole, manager, deputy_manager, buddy, case_manager)

struct Assignment {
  AssignmentId id = {};  ///< not looked at by assign_role
  PersonId person = {};  ///< who has the role
  PersonRole role = PersonRole::manager;
  std::optional<UnitId> of_unit = {};      ///< either of a unit
  std::optional<PersonId> of_person = {};  ///< or of a person
  Date begin = {};
  std::optional<Date> end = {};  ///< first day that no longer counts

  bool operator==(const Assignment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Assignment, (), (id, person, role, of_unit, of_person, begin, end))

/// `same` when it is there already, with these days. A refusal leaves the transaction as it was. Errors:
/// unknown_person, unknown_unit (not there on the day it begins), end_before_begin, role_overlaps (the same role of the
/// same, on some of these days), missing_member (of_unit or of_person: exactly one), out_of_range (the days; a role of
/// oneself).
Result<Put<AssignmentId>> assign_role(store::WriteTransaction& write, const Assignment& assignment);

/// As assign_role (`same` also when they have it since earlier), and whoever else has this role there on the day it
/// begins has it until that day: for a file that names one manager a unit. Who began on that very day is taken back.
Result<Put<AssignmentId>> hand_over_role(store::WriteTransaction& write, const Assignment& assignment);

/// An end at or before the begin takes the role back: it never was. Errors: unknown_role.
Result<Done> end_role(store::WriteTransaction& write, AssignmentId assignment, Date end);

/// All that somebody ever was, the oldest first; all that others ever were to a unit, or to a person.
[[nodiscard]] Result<std::vector<Assignment>> roles_of(store::ReadTransaction& read, PersonId person);
[[nodiscard]] Result<std::vector<Assignment>> roles_in(store::ReadTransaction& read, UnitId unit);
[[nodiscard]] Result<std::vector<Assignment>> roles_for(store::ReadTransaction& read, PersonId person);

}  // namespace collega::people

namespace collega {

template <>
struct FieldTable<people::Assignment> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"nummer binnen Collega", "number within Collega"}, .has_default = true},
      {.name = "person", .meaning = {"wie de rol heeft", "who has the role"}, .personal = Personal::ordinary},
      {.name = "role", .meaning = {"rol", "role"}, .personal = Personal::ordinary},
      {.name = "of_unit", .meaning = {"van welke afdeling", "of which unit"}},
      {.name = "of_person", .meaning = {"van welke collega", "of which colleague"}, .personal = Personal::ordinary},
      {.name = "begin", .meaning = {"eerste dag", "first day"}, .personal = Personal::ordinary},
      {.name = "end",
       .meaning = {"eerste dag die niet meer telt", "first day that no longer counts"},
       .personal = Personal::ordinary},
  };
};

}  // namespace collega
