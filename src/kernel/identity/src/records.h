#pragma once

// What the files of this module know of each other's tables.

#include <optional>
#include <string>
#include <string_view>

#include "collega/identity/accounts.h"
#include "collega/identity/sessions.h"

namespace collega::identity {

/// By which a login is found, whatever its case and accents. Error: login_malformed: 2 to 254 bytes (the longest e-mail
/// address), without spaces or control characters.
[[nodiscard]] Result<std::string> login_key_of(std::string_view login);

/// An account as its row has it: `state` is never locked.
struct AccountRow {
  AccountId id;
  AccountKind kind = AccountKind::person;
  std::string login;
  std::string login_key;
  std::string display;
  std::optional<people::PersonId> person;
  AccountState state = AccountState::invited;
  std::optional<std::string> password;
  Moment made_at{};
  std::optional<Moment> signed_in_at;
};

/// Error: unknown_account.
[[nodiscard]] Result<AccountRow> account_row(store::ReadTransaction& read, AccountId id);
[[nodiscard]] Result<std::optional<AccountRow>> account_row_named(store::ReadTransaction& read,
                                                                  std::string_view login_key);

/// Adds an account of this state. Errors: login_taken, login_malformed; store_conflict.
[[nodiscard]] Result<AccountId> add_account(store::WriteTransaction& write, const AccountRow& row);

/// Sets the hash alone: the same password at another cost.
Result<Done> set_hash(store::WriteTransaction& write, AccountId account, const HashedPassword& password);

/// Error: last_administrator when nobody else has the role without an end.
Result<Done> check_another_administrator(store::ReadTransaction& read, AccountId account);

Result<Done> remove_codes(store::WriteTransaction& write, AccountId account);

[[nodiscard]] Result<NewSession> open_session(store::WriteTransaction& write, AccountId account,
                                              std::string_view device, bool pending, Moment now);
Result<Done> mark_stepped_up(store::WriteTransaction& write, SessionId session, Moment now);

}  // namespace collega::identity
