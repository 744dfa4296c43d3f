#pragma once

// What somebody is here. An account is given a role from a day, for the whole organisation or a part of it; employee
// and manager are not given but follow from the records of people.

#include <boost/describe.hpp>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/language.h"
#include "collega/identity/accounts.h"
#include "collega/people/units.h"

namespace collega::identity {

enum class Role {
  employee,
  manager,
  recruiter,
  hr_adviser,
  payroll,
  planner,
  company_doctor,
  privacy_coordinator,
  data_protection_officer,
  works_council,
  administrator,
  candidate
};
BOOST_DESCRIBE_ENUM(Role, employee, manager, recruiter, hr_adviser, payroll, planner, company_doctor,
                    privacy_coordinator, data_protection_officer, works_council, administrator, candidate)

using Roles = std::set<Role>;

/// Whose records a role lets one see. given: what the grant says, the whole organisation or a unit with all under it.
enum class Reach { nobody, self, led_units, given, everybody };
BOOST_DESCRIBE_ENUM(Reach, nobody, self, led_units, given, everybody)

struct RoleFacts {
  Role role;
  Bilingual title;
  bool given = true;  ///< else it follows from the records
  Reach reach = Reach::given;
  bool decides = true;        ///< may take decisions on proposals
  bool stands_alone = false;  ///< independent by law: not beside another given role
};

[[nodiscard]] const RoleFacts& facts_of(Role role);

/// Whether it may take a decision. The data protection officer reads and advises, and decides nothing (GDPR art. 38(6),
/// 39); a candidate is decided about. Ask it of the role by which somebody asks, not of all they have: an officer may
/// be an employee too.
[[nodiscard]] bool may_decide(Role role);

struct RoleGrant;
using RoleGrantId = Id<RoleGrant>;

struct RoleGrant {
  RoleGrantId id;
  AccountId account;
  Role role = Role::employee;
  std::optional<people::UnitId> unit;  ///< with everything under it; without one: the whole organisation
  Date from;
  std::optional<Date> to;  ///< the first day it no longer holds
};

/// Errors: unknown_account; unknown_unit; role_follows for employee and manager; role_stands_alone when it cannot go
/// with another role that the account has in that time; end_before_begin when `to` is not after `from`.
[[nodiscard]] Result<RoleGrantId> give_role(store::WriteTransaction& write, const RoleGrant& grant);

/// The last day is the one before `to`; not after `from` means that it never held. Errors: last_administrator when
/// nobody else is administrator without an end; unknown_role when there is no such grant.
Result<Done> end_role(store::WriteTransaction& write, RoleGrantId grant, Date to);

/// All of an account, ended ones too, by first day.
[[nodiscard]] Result<std::vector<RoleGrant>> role_grants(store::ReadTransaction& read, AccountId account);
/// Who has a role on a day: to ask a works council, or to warn administrators.
[[nodiscard]] Result<std::vector<AccountId>> accounts_with(store::ReadTransaction& read, Role role, Date on);

}  // namespace collega::identity
