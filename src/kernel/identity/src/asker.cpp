#include "collega/identity/asker.h"

#include <algorithm>

#include "collega/people/people.h"
#include "records.h"

namespace collega::identity {
namespace {

constexpr std::string_view kLocalOperator = "local operator";

bool leads(const people::Assignment& role, Date day) {
  const bool is_leading = role.role == people::PersonRole::manager || role.role == people::PersonRole::deputy_manager;
  return is_leading && role.begin <= day && (!role.end || day < *role.end);
}

/// Employee and manager follow from the records.
Result<Roles> roles_from_records(store::ReadTransaction& read, people::PersonId person, Date today) {
  Roles roles;
  if (!TRY(people::jobs_as_of(read, person, today)).empty()) roles.insert(Role::employee);
  for (const people::Assignment& role : TRY(people::roles_of(read, person))) {
    if (leads(role, today)) roles.insert(Role::manager);
  }
  return roles;
}

bool holds(const RoleGrant& grant, Date day) { return grant.from <= day && (!grant.to || day < *grant.to); }

Result<Asker> asker_of_row(store::ReadTransaction& read, const AccountRow& row, Date today) {
  if (row.state != AccountState::active) return Error{ErrorCode::unknown_account, to_string(row.id)};
  Asker asker = nobody(today);
  asker.account = row.id;
  asker.person = row.person;
  asker.display = row.display;
  if (row.person) asker.roles = TRY(roles_from_records(read, *row.person, today));
  for (const RoleGrant& grant : TRY(role_grants(read, row.id))) {
    if (holds(grant, today)) asker.roles.insert(grant.role);
  }
  return asker;
}

/// Nothing: the whole organisation. The parts are those of today's grants.
Result<std::optional<std::vector<people::UnitId>>> given_units(store::ReadTransaction& read, const Asker& asker,
                                                               Role role) {
  std::vector<people::UnitId> units;
  if (asker.kind == AskerKind::system) return std::optional<std::vector<people::UnitId>>{};
  for (const RoleGrant& grant : TRY(role_grants(read, asker.account))) {
    if (grant.role != role || !holds(grant, asker.today)) continue;
    if (!grant.unit) return std::optional<std::vector<people::UnitId>>{};
    units.push_back(*grant.unit);
  }
  return std::optional{std::move(units)};
}

Result<Scope> led_by(store::ReadTransaction& read, people::PersonId leader, Date date) {
  Scope scope;
  scope.units = TRY(people::units_led_by(read, leader, date));
  for (const people::Assignment& role : TRY(people::roles_of(read, leader))) {
    if (leads(role, date) && role.of_person) scope.persons.push_back(*role.of_person);
  }
  return scope;
}

Result<Scope> scope_given(store::ReadTransaction& read, const Asker& asker, Role role, Date date) {
  Scope scope;
  const std::optional<std::vector<people::UnitId>> units = TRY(given_units(read, asker, role));
  scope.everybody = !units;
  if (units && !units->empty()) scope.units = TRY(people::units_under(read, *units, date));
  return scope;
}

Result<bool> is_in(store::ReadTransaction& read, const Scope& scope, people::PersonId person, Date date) {
  if (scope.everybody) return true;
  if (std::find(scope.persons.begin(), scope.persons.end(), person) != scope.persons.end()) return true;
  if (scope.units.empty()) return false;
  const std::vector<people::Job> jobs = TRY(people::jobs_as_of(read, person, date));
  return std::any_of(jobs.begin(), jobs.end(), [&](const people::Job& job) {
    return std::find(scope.units.begin(), scope.units.end(), job.terms.unit) != scope.units.end();
  });
}

}  // namespace

Asker nobody(Date today) {
  Asker asker;
  asker.today = today;
  return asker;
}

Asker local_operator(Date today) {
  Asker asker = nobody(today);
  asker.kind = AskerKind::local_operator;
  asker.display = kLocalOperator;
  return asker;
}

Asker system_asker(std::string_view name, Roles roles, Date today) {
  Asker asker = nobody(today);
  asker.kind = AskerKind::system;
  asker.display = name;
  asker.roles = std::move(roles);
  return asker;
}

Result<Asker> asker_of_session(store::ReadTransaction& read, const Session& session, Moment now, Date today) {
  if (session.pending) return Error{ErrorCode::session_over};
  const Result<AccountRow> row = account_row(read, session.account);
  if (!row || row->state != AccountState::active) return Error{ErrorCode::session_over};
  Asker asker = TRY(asker_of_row(read, row.value(), today));
  asker.kind = AskerKind::session;
  asker.stepped_up = has_stepped_up(session, now);
  return asker;
}

Result<Asker> asker_of_key(store::ReadTransaction& read, const AccessKey& key, Date today) {
  Asker asker = TRY(asker_of_row(read, TRY(account_row(read, key.account)), today));
  asker.kind = key.kind == AccountKind::person ? AskerKind::personal_key : AskerKind::app_key;
  asker.operations = key.operations;
  asker.key = key.id;
  return asker;
}

Result<Asker> asker_of_account(store::ReadTransaction& read, AccountId account, Date today) {
  Asker asker = TRY(asker_of_row(read, TRY(account_row(read, account)), today));
  asker.kind = AskerKind::job;
  return asker;
}

bool may_ask_for(const Asker& asker, std::string_view operation) {
  const bool has_key = asker.kind == AskerKind::personal_key || asker.kind == AskerKind::app_key;
  return !has_key || covers(asker.operations, operation);
}

Result<Scope> scope_of(store::ReadTransaction& read, const Asker& asker, Role role, Date date) {
  Scope scope;
  if (!asker.roles.contains(role)) return scope;
  switch (facts_of(role).reach) {
    case Reach::nobody:
      break;
    case Reach::self:
      if (asker.person) scope.persons.push_back(*asker.person);
      break;
    case Reach::led_units:
      if (asker.person) return led_by(read, *asker.person, date);
      break;
    case Reach::given:
      return scope_given(read, asker, role, date);
    case Reach::everybody:
      scope.everybody = true;
      break;
  }
  return scope;
}

Result<bool> may_see(store::ReadTransaction& read, const Asker& asker, Role role, people::PersonId person, Date date) {
  if (!asker.roles.contains(role)) return false;
  if (facts_of(role).reach == Reach::led_units) {
    return asker.person.has_value() && TRY(people::leads_on(read, *asker.person, person, date));
  }
  return is_in(read, TRY(scope_of(read, asker, role, date)), person, date);
}

Result<bool> may_see(store::ReadTransaction& read, const Asker& asker, people::PersonId person, Date date) {
  for (const Role role : asker.roles) {
    if (TRY(may_see(read, asker, role, person, date))) return true;
  }
  return false;
}

}  // namespace collega::identity
