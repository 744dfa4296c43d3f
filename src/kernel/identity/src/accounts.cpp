#include "collega/identity/accounts.h"

#include <algorithm>

#include "collega/base/utf8.h"
#include "guard.h"
#include "records.h"

namespace collega::identity {

std::string_view embedded_identity_1_sql();

namespace {

constexpr std::size_t kShortestLogin = 2;
constexpr std::size_t kLongestLogin = 254;

constexpr std::string_view kColumns =
    "select id, kind, login, login_key, display, person, state, password, made_at, signed_in_at"
    " from account where ";

AccountRow row_of(const store::Rows& rows) {
  return {.id = rows.get<AccountId>(0),
          .kind = rows.get<AccountKind>(1),
          .login = rows.get<std::string>(2),
          .login_key = rows.get<std::string>(3),
          .display = rows.get<std::string>(4),
          .person = rows.get<std::optional<people::PersonId>>(5),
          .state = rows.get<AccountState>(6),
          .password = rows.get<std::optional<std::string>>(7),
          .made_at = rows.get<Moment>(8),
          .signed_in_at = rows.get<std::optional<Moment>>(9)};
}

std::string where(std::string_view condition) { return std::string{kColumns}.append(condition); }

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; }

Result<Account> as_account(store::ReadTransaction& read, AccountRow row, Moment now) {
  Account account{.id = row.id,
                  .kind = row.kind,
                  .login = std::move(row.login),
                  .display = std::move(row.display),
                  .person = row.person,
                  .state = row.state,
                  .locked_until = {},
                  .second_factor = false,
                  .made_at = row.made_at,
                  .signed_in_at = row.signed_in_at};
  account.second_factor =
      TRY(read.first<int>("select 1 from account_factor where account = ? and confirmed_at is not null", row.id))
          .has_value();
  const Wait wait = TRY(wait_of(read, guard_of(row.id), now));
  if (account.state == AccountState::active && wait.is_lock && !wait.is_over()) {
    account.state = AccountState::locked;
    if (!wait.until_unlocked) account.locked_until = now + wait.rest;
  }
  return account;
}

Result<Done> touch(store::WriteTransaction& write, std::string_view sql, AccountId account) {
  if (TRY(write.execute(sql, account)) == 0) return Error{ErrorCode::unknown_account, to_string(account)};
  return Done{};
}

}  // namespace

std::vector<store::Migration> migrations() { return {{"identity", 1, embedded_identity_1_sql()}}; }

Result<std::string> login_key_of(std::string_view login) {
  const Error malformed{ErrorCode::login_malformed};
  if (login.size() < kShortestLogin || login.size() > kLongestLogin || !is_valid_utf8(login)) return malformed;
  std::string key = fold(login);
  if (key.empty() || std::any_of(key.begin(), key.end(), is_blank)) return malformed;
  return key;
}

Result<AccountRow> account_row(store::ReadTransaction& read, AccountId id) {
  store::Rows rows = TRY(read.query(where("id = ?"), id));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_account, to_string(id)};
  return row_of(rows);
}

Result<std::optional<AccountRow>> account_row_named(store::ReadTransaction& read, std::string_view login_key) {
  store::Rows rows = TRY(read.query(where("login_key = ?"), login_key));
  if (!TRY(rows.next())) return std::optional<AccountRow>{};
  return std::optional<AccountRow>{row_of(rows)};
}

Result<AccountId> add_account(store::WriteTransaction& write, const AccountRow& row) {
  const std::string key = TRY(login_key_of(row.login));
  if (TRY(account_row_named(write, key))) return Error{ErrorCode::login_taken, row.login};
  const auto id = write.new_id<AccountId>();
  TRY(
      write.execute("insert into account (id, kind, login, login_key, display, person, state, password, made_at)"
                    " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id, row.kind, row.login, key, row.display, row.person, row.state, row.password, row.made_at));
  return id;
}

Result<Done> set_hash(store::WriteTransaction& write, AccountId account, const HashedPassword& password) {
  TRY(write.execute("update account set password = ? where id = ?", password.text(), account));
  return Done{};
}

Result<Account> account_by_id(store::ReadTransaction& read, AccountId id, Moment now) {
  return as_account(read, TRY(account_row(read, id)), now);
}

Result<std::optional<AccountId>> account_named(store::ReadTransaction& read, std::string_view login) {
  const Result<std::string> key = login_key_of(login);
  if (!key) return std::optional<AccountId>{};
  return read.first<AccountId>("select id from account where login_key = ?", key.value());
}

Result<std::optional<AccountId>> account_of(store::ReadTransaction& read, people::PersonId person) {
  return read.first<AccountId>("select id from account where person = ?", person);
}

Result<std::vector<Account>> list_accounts(store::ReadTransaction& read, std::string_view after, int count,
                                           Moment now) {
  store::Rows rows = TRY(read.query(where("login_key > ? order by login_key limit ?"), fold(after), count));
  std::vector<Account> list;
  while (TRY(rows.next())) list.push_back(TRY(as_account(read, row_of(rows), now)));
  return list;
}

Result<AccountId> create_application(store::WriteTransaction& write, const std::string& login,
                                     const std::string& display, Moment now) {
  AccountRow row;
  row.kind = AccountKind::application;
  row.login = login;
  row.display = display;
  row.state = AccountState::active;
  row.made_at = now;
  return add_account(write, row);
}

Result<Done> change_password(store::WriteTransaction& write, AccountId account, const HashedPassword& password) {
  TRY(touch(write, "update account set state = 'active' where id = ? and kind = 'person' and state <> 'disabled'",
            account));
  TRY(set_hash(write, account, password));
  TRY(remove_codes(write, account));
  TRY(forget_failures(write, guard_of(account)));
  return end_sessions(write, account);
}

Result<std::vector<AccountId>> accounts_of_leavers(store::ReadTransaction& read, Date day) {
  store::Rows rows =
      TRY(read.query("select account.id from account join contract on contract.person_id = account.person "
                     "where account.state <> 'disabled' group by account.id having max(contract.ends) <= ? "
                     "order by account.id",
                     day));
  std::vector<AccountId> all;
  while (TRY(rows.next())) all.push_back(rows.get<AccountId>(0));
  return all;
}

Result<Done> disable(store::WriteTransaction& write, AccountId account) {
  TRY(check_another_administrator(write, account));
  TRY(touch(write, "update account set state = 'disabled' where id = ?", account));
  TRY(remove_codes(write, account));
  TRY(write.execute("delete from account_key where account = ?", account));
  return end_sessions(write, account);
}

Result<Done> enable(store::WriteTransaction& write, AccountId account) {
  return touch(
      write,
      "update account set state = case when password is null and kind = 'person' then 'invited' else 'active' end"
      " where id = ?",
      account);
}

Result<Done> unlock(store::WriteTransaction& write, AccountId account) {
  TRY(account_row(write, account));
  return forget_failures(write, guard_of(account));
}

Result<Done> set_display(store::WriteTransaction& write, AccountId account, std::string_view display) {
  if (TRY(write.execute("update account set display = ? where id = ?", display, account)) == 0) {
    return Error{ErrorCode::unknown_account, to_string(account)};
  }
  return Done{};
}

Result<Done> tie(store::WriteTransaction& write, AccountId account, std::optional<people::PersonId> person) {
  if (TRY(write.execute("update account set person = ? where id = ?", person, account)) == 0) {
    return Error{ErrorCode::unknown_account, to_string(account)};
  }
  return Done{};
}

Result<Done> erase_account(store::WriteTransaction& write, AccountId account) {
  const AccountRow row = TRY(account_row(write, account));
  TRY(check_another_administrator(write, account));
  TRY(forget_failures(write, guard_of(account)));
  TRY(forget_failures(write, guard_of_login(write, row.login_key)));
  return touch(write, "delete from account where id = ?", account);
}

}  // namespace collega::identity
