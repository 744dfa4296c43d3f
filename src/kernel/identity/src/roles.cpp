#include "collega/identity/roles.h"

#include <array>

#include "records.h"

namespace collega::identity {
namespace {

// In the order of Role. Independent by law: the data protection officer (GDPR art. 38(6): no tasks that conflict) and
// the company doctor (Working Conditions Act art. 14; medical secrecy, Civil Code art. 7:457). An administrator runs
// the system and a works council sees figures about groups: neither needs anybody's file. A recruiter's candidates hang
// under vacancies.
constexpr std::array kFacts = std::to_array<RoleFacts>({
    {.role = Role::employee, .title = {"medewerker", "employee"}, .given = false, .reach = Reach::self},
    {.role = Role::manager, .title = {"leidinggevende", "manager"}, .given = false, .reach = Reach::led_units},
    {.role = Role::recruiter, .title = {"recruiter", "recruiter"}, .reach = Reach::nobody},
    {.role = Role::hr_adviser, .title = {"HR-adviseur", "HR adviser"}},
    {.role = Role::payroll, .title = {"salarisadministrateur", "payroll officer"}},
    {.role = Role::planner, .title = {"planner", "planner"}},
    {.role = Role::company_doctor, .title = {"bedrijfsarts", "company doctor"}, .stands_alone = true},
    {.role = Role::privacy_coordinator, .title = {"privacycoördinator", "privacy coordinator"}},
    {.role = Role::data_protection_officer,
     .title = {"functionaris gegevensbescherming", "data protection officer"},
     .reach = Reach::everybody,
     .decides = false,
     .stands_alone = true},
    {.role = Role::works_council, .title = {"ondernemingsraad", "works council"}, .reach = Reach::nobody},
    {.role = Role::administrator, .title = {"beheerder", "administrator"}, .reach = Reach::nobody},
    {.role = Role::candidate, .title = {"kandidaat", "candidate"}, .reach = Reach::self, .decides = false},
});

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kFacts.size(); ++i) {
    if (kFacts.at(i).role != static_cast<Role>(i)) return false;
  }
  return boost::mp11::mp_size<boost::describe::describe_enumerators<Role>>::value == kFacts.size();
}
static_assert(is_in_order());

constexpr std::string_view kColumns = "select id, account, role, unit, from_day, to_day from account_role where ";

std::string where(std::string_view condition) { return std::string{kColumns}.append(condition); }

RoleGrant grant_in(const store::Rows& rows) {
  return {.id = rows.get<RoleGrantId>(0),
          .account = rows.get<AccountId>(1),
          .role = rows.get<Role>(2),
          .unit = rows.get<std::optional<people::UnitId>>(3),
          .from = rows.get<Date>(4),
          .to = rows.get<std::optional<Date>>(5)};
}

Result<std::vector<RoleGrant>> grants_in(store::Rows rows) {
  std::vector<RoleGrant> grants;
  while (TRY(rows.next())) grants.push_back(grant_in(rows));
  return grants;
}

bool overlap_in_time(const RoleGrant& a, const RoleGrant& b) {
  return (!a.to || b.from < *a.to) && (!b.to || a.from < *b.to);
}

bool go_together(Role a, Role b) { return a == b || (!facts_of(a).stands_alone && !facts_of(b).stands_alone); }

}  // namespace

const RoleFacts& facts_of(Role role) { return kFacts.at(static_cast<std::size_t>(role)); }

bool may_decide(Role role) { return facts_of(role).decides; }

Result<RoleGrantId> give_role(store::WriteTransaction& write, const RoleGrant& grant) {
  if (!facts_of(grant.role).given) return Error{ErrorCode::role_follows, std::string{name_of(grant.role)}};
  if (grant.to && *grant.to <= grant.from) return Error{ErrorCode::end_before_begin, "to"};
  TRY(account_row(write, grant.account));
  if (grant.unit && TRY(people::unit_history(write, *grant.unit)).empty()) {
    return Error{ErrorCode::unknown_unit, to_string(*grant.unit)};
  }
  for (const RoleGrant& other : TRY(role_grants(write, grant.account))) {
    if (overlap_in_time(grant, other) && !go_together(grant.role, other.role)) {
      return Error{ErrorCode::role_stands_alone, std::string{name_of(other.role)}};
    }
  }
  const auto id = write.new_id<RoleGrantId>();
  TRY(write.execute("insert into account_role (id, account, role, unit, from_day, to_day) values (?, ?, ?, ?, ?, ?)",
                    id, grant.account, grant.role, grant.unit, grant.from, grant.to));
  return id;
}

Result<Done> end_role(store::WriteTransaction& write, RoleGrantId grant, Date to) {
  const std::vector<RoleGrant> found = TRY(grants_in(TRY(write.query(where("id = ?"), grant))));
  if (found.empty()) return Error{ErrorCode::unknown_role, to_string(grant)};
  const RoleGrant& old = found.front();
  if (old.role == Role::administrator && !old.to) TRY(check_another_administrator(write, old.account));
  if (to <= old.from) {
    TRY(write.execute("delete from account_role where id = ?", grant));
  } else {
    TRY(write.execute("update account_role set to_day = ? where id = ?", to, grant));
  }
  return Done{};
}

Result<std::vector<RoleGrant>> role_grants(store::ReadTransaction& read, AccountId account) {
  return grants_in(TRY(read.query(where("account = ? order by from_day, id"), account)));
}

Result<std::vector<AccountId>> accounts_with(store::ReadTransaction& read, Role role, Date on) {
  store::Rows rows =
      TRY(read.query("select distinct r.account from account_role r join account a on a.id = r.account"
                     " where r.role = ? and r.from_day <= ? and (r.to_day is null or r.to_day > ?)"
                     " and a.state <> 'disabled' order by r.account",
                     role, on, on));
  std::vector<AccountId> accounts;
  while (TRY(rows.next())) accounts.push_back(rows.get<AccountId>(0));
  return accounts;
}

Result<Done> check_another_administrator(store::ReadTransaction& read, AccountId account) {
  constexpr std::string_view kAdministrator =
      "select 1 from account_role r join account a on a.id = r.account"
      " where r.role = 'administrator' and r.to_day is null and a.state = 'active'"
      " and a.kind = 'person' and ";
  const bool is_one = TRY(read.first<int>(std::string{kAdministrator} + "a.id = ? limit 1", account)).has_value();
  const bool is_another_one =
      TRY(read.first<int>(std::string{kAdministrator} + "a.id <> ? limit 1", account)).has_value();
  if (is_one && !is_another_one) return Error{ErrorCode::last_administrator};
  return Done{};
}

}  // namespace collega::identity
