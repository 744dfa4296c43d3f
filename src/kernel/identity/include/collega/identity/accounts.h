#pragma once

// Who may come in: an account of a person or of an application. It is invited by a link, active once it has a password,
// and disabled rather than deleted, except when a person is erased.

#include <boost/describe.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/id.h"
#include "collega/base/moment.h"
#include "collega/identity/passwords.h"
#include "collega/people/holdings.h"
#include "collega/people/person.h"
#include "collega/store/store.h"

namespace collega::identity {

struct Account;
using AccountId = Id<Account>;

[[nodiscard]] std::vector<store::Migration> migrations();

enum class AccountKind { person, application };
BOOST_DESCRIBE_ENUM(AccountKind, person, application)

/// locked: active, and made to wait by failures (sign_in.h).
enum class AccountState { invited, active, locked, disabled };
BOOST_DESCRIBE_ENUM(AccountState, invited, active, locked, disabled)

struct Account {
  AccountId id;
  AccountKind kind = AccountKind::person;
  std::string login;  ///< as it was given: an e-mail address or a name
  std::string display;
  std::optional<people::PersonId> person;
  AccountState state = AccountState::invited;
  std::optional<Moment> locked_until;  ///< absent when locked until an administrator unlocks it
  bool second_factor = false;
  Moment made_at{};
  std::optional<Moment> signed_in_at;
};

struct NewAccount {
  std::string login;
  std::string display;
  std::optional<people::PersonId> person;
};

/// Errors: unknown_account.
[[nodiscard]] Result<Account> account_by_id(store::ReadTransaction& read, AccountId id, Moment now);
/// Logins are the same when they fold to the same: "J.Smit@example.nl" is "j.smit@example.nl".
[[nodiscard]] Result<std::optional<AccountId>> account_named(store::ReadTransaction& read, std::string_view login);
[[nodiscard]] Result<std::optional<AccountId>> account_of(store::ReadTransaction& read, people::PersonId person);
/// By login, from the one behind `after`; at most `count`.
[[nodiscard]] Result<std::vector<Account>> list_accounts(store::ReadTransaction& read, std::string_view after,
                                                         int count, Moment now);

/// Accounts that still open although whose they are has left: their last contract ended before `day`.
[[nodiscard]] Result<std::vector<AccountId>> accounts_of_leavers(store::ReadTransaction& read, Date day);

/// A code that lets somebody in once, shown or sent once and kept as a digest.
struct OneTimeCode {
  Secret code;
  Moment ends_at{};
};

/// How long a code opens. The first one is read from the terminal by who installs; an invitation waits in a mailbox
/// over a holiday; a reset is asked for by who stands at the door.
constexpr std::chrono::hours kFirstCodeLasts{24};
constexpr std::chrono::hours kInvitationLasts{14 * 24};
constexpr std::chrono::hours kResetLasts{24};

/// For the very first start: a code for whoever sees the terminal. Replaces the one before. Error: first_start_over
/// when there is an account.
[[nodiscard]] Result<OneTimeCode> first_code(store::WriteTransaction& write, Moment now);

/// Makes the account that may do everything that makes others, once. Errors: code_wrong, first_start_over,
/// login_malformed.
[[nodiscard]] Result<AccountId> create_first_administrator(store::WriteTransaction& write, std::string_view code,
                                                           const NewAccount& account, const HashedPassword& password,
                                                           Moment now);

struct Invitation {
  AccountId account;
  OneTimeCode link;
};

/// Makes an account that waits for its owner. Errors: login_taken, login_malformed; store_conflict when the person has
/// one.
[[nodiscard]] Result<Invitation> invite(store::WriteTransaction& write, const NewAccount& account, Moment now);

/// A new code for an account whose owner lost the invitation or the password; what was there keeps working until it is
/// used. Errors: unknown_account.
[[nodiscard]] Result<OneTimeCode> renew_code(store::WriteTransaction& write, AccountId account, Moment now);

/// Whose code this is, for the page where the password is chosen. Error: code_wrong when it is unknown, used or over.
[[nodiscard]] Result<AccountId> account_of_code(store::ReadTransaction& read, std::string_view code, Moment now);

/// Sets the password, and ends the code, every session and a lock-out. The second factor stays. Error: code_wrong.
[[nodiscard]] Result<AccountId> use_code(store::WriteTransaction& write, std::string_view code,
                                         const HashedPassword& password, Moment now);

/// Ends every session, code and lock-out of the account. Errors: unknown_account, also when it is disabled.
Result<Done> change_password(store::WriteTransaction& write, AccountId account, const HashedPassword& password);

/// An account without a password, for keys alone. Errors: login_taken, login_malformed.
[[nodiscard]] Result<AccountId> create_application(store::WriteTransaction& write, const std::string& login,
                                                   const std::string& display, Moment now);

/// Ends its sessions, keys and codes. Errors: unknown_account; last_administrator when nobody else is administrator
/// without an end.
Result<Done> disable(store::WriteTransaction& write, AccountId account);
/// Back to active, or to invited when it never had a password. Errors: unknown_account.
Result<Done> enable(store::WriteTransaction& write, AccountId account);
/// Forgets the failures. Errors: unknown_account.
Result<Done> unlock(store::WriteTransaction& write, AccountId account);
/// Errors: unknown_account.
Result<Done> set_display(store::WriteTransaction& write, AccountId account, std::string_view display);
/// Ties the account to a person, or unties it. Errors: unknown_account; store_conflict when the person has another.
Result<Done> tie(store::WriteTransaction& write, AccountId account, std::optional<people::PersonId> person);

/// Everything about the account, as if it had never been: for the erasure of a person. Errors: last_administrator.
Result<Done> erase_account(store::WriteTransaction& write, AccountId account);

/// The accounts of people, for the erasure of a person and their right to see.
[[nodiscard]] std::vector<people::Holding> holdings();

}  // namespace collega::identity
