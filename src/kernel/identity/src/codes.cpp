// Codes that let somebody in once: of the first start, of an invitation, of a reset.

#include "collega/identity/roles.h"
#include "records.h"
#include "tokens.h"

namespace collega::identity {
namespace {

// 100 bits for what is typed over from a terminal or a letter; nobody guesses that within its days.
constexpr int kGroups = 4;

Result<OneTimeCode> make_code(store::WriteTransaction& write, std::optional<AccountId> account, Moment now,
                              std::chrono::hours lasts) {
  OneTimeCode made{.code = random_code(kGroups), .ends_at = now + lasts};
  TRY(write.execute("insert into account_code (digest, account, made_at, ends_at) values (?, ?, ?, ?)",
                    digest_of(write, Opens::code, made.code.view()), account, now, made.ends_at));
  return made;
}

struct CodeRow {
  std::string digest;
  std::optional<AccountId> account;
};

Result<CodeRow> open_code(store::ReadTransaction& read, std::string_view typed, Moment now) {
  const Secret code = read_code(typed);
  CodeRow row{.digest = digest_of(read, Opens::code, code.view()), .account = {}};
  store::Rows rows = TRY(read.query("select account, made_at, ends_at from account_code where digest = ?", row.digest));
  if (!TRY(rows.next())) return Error{ErrorCode::code_wrong};
  const bool clock_was_set_back = now + kClockTolerance < rows.get<Moment>(1);
  if (clock_was_set_back || now >= rows.get<Moment>(2)) return Error{ErrorCode::code_wrong};
  row.account = rows.get<std::optional<AccountId>>(0);
  return row;
}

Result<Done> check_first_start(store::ReadTransaction& read) {
  if (TRY(read.first<int>("select 1 from account limit 1"))) return Error{ErrorCode::first_start_over};
  return Done{};
}

}  // namespace

Result<Done> remove_codes(store::WriteTransaction& write, AccountId account) {
  TRY(write.execute("delete from account_code where account = ?", account));
  return Done{};
}

Result<OneTimeCode> first_code(store::WriteTransaction& write, Moment now) {
  TRY(check_first_start(write));
  TRY(write.execute("delete from account_code"));
  return make_code(write, std::nullopt, now, kFirstCodeLasts);
}

Result<AccountId> create_first_administrator(store::WriteTransaction& write, std::string_view code,
                                             const NewAccount& account, const HashedPassword& password, Moment now) {
  TRY(check_first_start(write));
  const CodeRow row = TRY(open_code(write, code, now));
  if (row.account) return Error{ErrorCode::code_wrong};
  AccountRow made;
  made.login = account.login;
  made.display = account.display;
  made.person = account.person;
  made.state = AccountState::active;
  made.password = password.text();
  made.made_at = now;
  const AccountId id = TRY(add_account(write, made));
  TRY(write.execute("delete from account_code where digest = ?", row.digest));
  RoleGrant grant;
  grant.account = id;
  grant.role = Role::administrator;
  grant.from = std::chrono::floor<std::chrono::days>(now);
  TRY(give_role(write, grant));
  return id;
}

Result<Invitation> invite(store::WriteTransaction& write, const NewAccount& account, Moment now) {
  AccountRow row;
  row.login = account.login;
  row.display = account.display;
  row.person = account.person;
  row.made_at = now;
  const AccountId id = TRY(add_account(write, row));
  return Invitation{.account = id, .link = TRY(make_code(write, id, now, kInvitationLasts))};
}

Result<OneTimeCode> renew_code(store::WriteTransaction& write, AccountId account, Moment now) {
  const AccountRow row = TRY(account_row(write, account));
  if (row.state == AccountState::disabled || row.kind != AccountKind::person) {
    return Error{ErrorCode::unknown_account, to_string(account)};
  }
  TRY(remove_codes(write, account));
  return make_code(write, account, now, row.state == AccountState::invited ? kInvitationLasts : kResetLasts);
}

Result<AccountId> account_of_code(store::ReadTransaction& read, std::string_view code, Moment now) {
  const CodeRow row = TRY(open_code(read, code, now));
  if (!row.account) return Error{ErrorCode::code_wrong};
  return *row.account;
}

Result<AccountId> use_code(store::WriteTransaction& write, std::string_view code, const HashedPassword& password,
                           Moment now) {
  const AccountId account = TRY(account_of_code(write, code, now));
  TRY(change_password(write, account, password));
  return account;
}

}  // namespace collega::identity
