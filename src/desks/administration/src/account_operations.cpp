#include "account_types.h"
#include "collega/people/contract.h"
#include "collega/people/find.h"
#include "collega/people/people.h"
#include "named.h"
#include "operation_rows.h"

namespace collega::administration {
namespace {

using namespace operations;
using identity::AccountId;

Result<AccountId> account_with(store::ReadTransaction& read, const std::string& login) {
  const std::optional<AccountId> account = TRY(identity::account_named(read, login));
  if (!account) return Error{ErrorCode::unknown_account, login};
  return *account;
}

bool holds_on(const identity::RoleGrant& grant, Date day) {
  return grant.from <= day && (!grant.to || day < *grant.to);
}

Result<ListedAccount> listed(store::ReadTransaction& read, const identity::Account& account, Date today) {
  ListedAccount row{account.login,        account.display, account.state, account.second_factor, {},
                    account.signed_in_at, account.id};
  for (const identity::RoleGrant& grant : TRY(identity::role_grants(read, account.id))) {
    if (holds_on(grant, today)) row.roles.emplace_back(name_of(grant.role));
  }
  return row;
}

Result<AccountList> list_accounts(const ListAccountsRequest& asked, Context& context) {
  store::ReadTransaction& read = context.work.read();
  AccountList list;
  for (const identity::Account& account :
       TRY(identity::list_accounts(read, asked.after, asked.limit, context.records->clock()))) {
    list.accounts.push_back(TRY(listed(read, account, context.today)));
  }
  return list;
}

Result<CodeAnswer> first_code(const FirstCodeRequest&, Context& context) {
  const identity::OneTimeCode code = TRY(identity::first_code(context.work.write(), context.records->clock()));
  return CodeAnswer{{}, std::string{code.code.view()}, code.ends_at};
}

// Fewer letters would list the organisation, and more rows than these one does not choose from.
constexpr std::size_t kFewestLetters = 2;
constexpr int kMostToInvite = 10;

// Whoever makes accounts sees nobody's records (identity/roles.h), and must know whose account it is all the same. So
// these two are about people whom the role does not show: a name and where they work, with an entry in the ledger about
// each.

Result<ToInvite> to_invite(store::ReadTransaction& read, const people::PersonRow& row, Moment now) {
  ToInvite one{.personnel_number = row.personnel_number,
               .name = people::display_name(row.name),
               .unit = row.job ? row.job->unit_name : "",
               .login = {}};
  if (const std::optional<AccountId> account = TRY(identity::account_of(read, row.person))) {
    one.login = TRY(identity::account_by_id(read, *account, now)).login;
  }
  return one;
}

Result<ToInviteList> find_to_invite(const FindToInviteRequest& asked, Context& context) {
  if (asked.text.size() < kFewestLetters) return Error{ErrorCode::out_of_range, "text"};
  store::ReadTransaction& read = context.work.read();
  const people::PeoplePage page = TRY(people::list_people(
      read, {.as_of = context.today, .text = asked.text, .whom = people::Whom::in_service, .limit = kMostToInvite}));
  ToInviteList list{.people = {}, .more = page.next.has_value()};
  for (const people::PersonRow& row : page.rows) {
    context.work.is_about(row.person.number);
    list.people.push_back(TRY(to_invite(read, row, context.records->clock())));
  }
  return list;
}

Result<CodeAnswer> invite(const InviteRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  identity::NewAccount account{asked.login, asked.display, {}};
  if (asked.person) account.person = TRY(people::find_person(write, *asked.person));
  if (account.person) context.work.is_about(account.person->number);
  const identity::Invitation invitation = TRY(identity::invite(write, account, context.records->clock()));
  context.work.remember("account", Json(to_string(invitation.account)));
  return CodeAnswer{asked.login, std::string{invitation.link.code.view()}, invitation.link.ends_at};
}

Result<CodeAnswer> renew_code(const LoginRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  const AccountId account = TRY(account_with(write, asked.login));
  const identity::OneTimeCode code = TRY(identity::renew_code(write, account, context.records->clock()));
  context.work.remember("account", Json(to_string(account)));
  return CodeAnswer{asked.login, std::string{code.code.view()}, code.ends_at};
}

Result<ListedAccount> shown(Context& context, AccountId account) {
  store::WriteTransaction& write = context.work.write();
  context.work.remember("account", Json(to_string(account)));
  return listed(write, TRY(identity::account_by_id(write, account, context.records->clock())), context.today);
}

template <Result<Done> (*change)(store::WriteTransaction&, AccountId)>
Result<ListedAccount> changed(const LoginRequest& asked, Context& context) {
  const AccountId account = TRY(account_with(context.work.write(), asked.login));
  TRY(change(context.work.write(), account));
  return shown(context, account);
}

Result<DisableLeaversAnswer> disable_leavers(const DisableLeaversRequest&, Context& context) {
  store::WriteTransaction& write = context.work.write();
  DisableLeaversAnswer answer;
  for (const AccountId account : TRY(identity::accounts_of_leavers(write, context.today))) {
    const Result<Done> disabled = identity::disable(write, account);
    if (!disabled && disabled.error().code != ErrorCode::last_administrator) return disabled.error();
    ++(disabled ? answer.disabled : answer.kept);
  }
  context.work.remember("disabled", answer.disabled);
  return answer;
}

/// Error: out_of_range for the last day that a date can be.
Result<Date> first_day_after(Date last_day) {
  constexpr Date kLastDay{std::chrono::year{9999} / 12 / 31};
  if (last_day >= kLastDay) return Error{ErrorCode::out_of_range, "last_day"};
  return people::end_after(last_day);
}

Result<ListedAccount> give_role(const GiveRoleRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  identity::RoleGrant grant{.id = {},
                            .account = TRY(account_with(write, asked.login)),
                            .role = asked.role,
                            .unit = {},
                            .from = asked.from.value_or(context.today),
                            .to = {}};
  if (asked.unit) grant.unit = TRY(unit_named(write, *asked.unit));
  if (asked.last_day) grant.to = TRY(first_day_after(*asked.last_day));
  TRY(identity::give_role(write, grant));
  context.work.remember("role", Json(name_of(asked.role)));
  return shown(context, grant.account);
}

Result<ListedAccount> end_role(const EndRoleRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  const AccountId account = TRY(account_with(write, asked.login));
  const Date to = asked.last_day ? TRY(first_day_after(*asked.last_day)) : context.today;
  bool found = false;
  for (const identity::RoleGrant& grant : TRY(identity::role_grants(write, account))) {
    if (grant.role != asked.role || !holds_on(grant, context.today)) continue;
    TRY(identity::end_role(write, grant.id, to));
    found = true;
  }
  if (!found) return Error{ErrorCode::unknown_value, std::string{name_of(asked.role)}};
  context.work.remember("role", Json(name_of(asked.role)));
  return shown(context, account);
}

Operation row(std::string_view name, std::string_view command, Bilingual title, Bilingual purpose, Handler handler) {
  return {
      .name = name,
      .title = title,
      .purpose = purpose,
      .effect = Effect::acts,
      .reads = {Data::accounts, Data::people, Data::contracts},
      .may = {Role::administrator},
      .stored = Stored::writes,
      .command = command,
      .given = {"login"},
      .handler = std::move(handler),
  };
}

}  // namespace

void add_account_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "administration.list_accounts",
      .title = {"Accounts", "Accounts"},
      .purpose = {"Toont wie er kan inloggen en met welke rollen.", "Shows who can sign in, and with which roles."},
      .reads = {Data::accounts, Data::people, Data::contracts},
      .may = {Role::administrator, Role::data_protection_officer},
      .stored = Stored::reads,
      .command = "accounts list",
      .handler = handler<ListAccountsRequest, AccountList>(list_accounts),
  });
  Operation first =
      row("administration.first_code", "accounts first-code", {"De eerste beheerder", "The first administrator"},
          {"Geeft een eenmalige code waarmee de eerste beheerder een account maakt.",
           "Gives a one-time code with which the first administrator makes an account."},
          handler<FirstCodeRequest, CodeAnswer>(first_code));
  first.given = {};
  rows.push_back(std::move(first));
  rows.push_back({
      .name = "administration.find_to_invite",
      .title = {"Zoeken wie een account krijgt", "Find whom to give an account"},
      .purpose =
          {"Toont van wie in dienst is naam, personeelsnummer en afdeling, om een account aan de juiste te geven.",
           "Shows of who is in service name, personnel number and unit, to give an account to the right one."},
      .reads = {Data::accounts, Data::people, Data::contracts},
      .may = {Role::administrator},
      .stored = Stored::reads,
      .command = "accounts find",
      .given = {"text"},
      .handler = handler<FindToInviteRequest, ToInviteList>(find_to_invite),
  });
  Operation inviting = row("administration.invite", "accounts invite", {"Iemand uitnodigen", "Invite somebody"},
                           {"Maakt een account dat op zijn eigenaar wacht, met een eenmalige code.",
                            "Makes an account that waits for its owner, with a one-time code."},
                           handler<InviteRequest, CodeAnswer>(invite));
  inviting.given = {"login", "display"};
  rows.push_back(std::move(inviting));
  rows.push_back(row("administration.renew_code", "accounts new-code", {"Een nieuwe code", "A new code"},
                     {"Geeft een nieuwe eenmalige code aan wie de uitnodiging of het wachtwoord kwijt is.",
                      "Gives a new one-time code to who lost the invitation or the password."},
                     handler<LoginRequest, CodeAnswer>(renew_code)));
  rows.push_back(row("administration.disable_account", "accounts disable",
                     {"Een account uitzetten", "Disable an account"},
                     {"Laat niemand meer in met dit account.", "Lets nobody in any more with this account."},
                     handler<LoginRequest, ListedAccount>(changed<identity::disable>)));
  rows.push_back(row("administration.enable_account", "accounts enable", {"Een account aanzetten", "Enable an account"},
                     {"Laat de eigenaar van dit account weer in.", "Lets the owner of this account in again."},
                     handler<LoginRequest, ListedAccount>(changed<identity::enable>)));
  Operation leaving =
      row("administration.disable_leavers", "accounts disable-leavers",
          {"Accounts van wie weg is", "Accounts of who has left"},
          {"Zet accounts uit van wie geen contract meer heeft. Gaat vanzelf, elke nacht en na elke import.",
           "Disables accounts of who has no contract any more. Goes by itself, every night and after each import."},
          handler<DisableLeaversRequest, DisableLeaversAnswer>(disable_leavers));
  leaving.given = {};
  leaving.hears = {kImported};
  rows.push_back(std::move(leaving));
  rows.push_back(row("administration.unlock_account", "accounts unlock",
                     {"Een account ontgrendelen", "Unlock an account"},
                     {"Vergeet de mislukte pogingen op dit account.", "Forgets the failed attempts on this account."},
                     handler<LoginRequest, ListedAccount>(changed<identity::unlock>)));
  Operation giving = row("administration.give_role", "accounts give-role", {"Een rol geven", "Give a role"},
                         {"Geeft een account een rol, voor de hele organisatie of een afdeling, vanaf een dag.",
                          "Gives an account a role, for the whole organisation or a unit, from a day."},
                         handler<GiveRoleRequest, ListedAccount>(give_role));
  giving.given = {"login", "role"};
  rows.push_back(std::move(giving));
  Operation ending = row("administration.end_role", "accounts end-role", {"Een rol beëindigen", "End a role"},
                         {"Beëindigt een rol van een account.", "Ends a role of an account."},
                         handler<EndRoleRequest, ListedAccount>(end_role));
  ending.given = {"login", "role"};
  rows.push_back(std::move(ending));
}

}  // namespace collega::administration
