#pragma once

// Coming in. These functions take the store and not a transaction: a failure must be remembered though the caller gives
// up, and nobody may wait for the only writer while a password is hashed. An attempt is counted before it is checked,
// so that a thousand at once are a thousand.
//
// After three failures in a row each attempt waits: 2 seconds, 4, 8 ... 64; from the tenth on a quarter of an hour;
// after a hundred (the most that SP 800-63B-4, section 3.2.2, allows) until an administrator unlocks the account. A
// source that tries many accounts waits too, more kindly, because a whole organisation may come from one address.

#include <string>
#include <string_view>

#include "collega/identity/sessions.h"

namespace collega::identity {

struct SignInRequest {
  std::string_view login;
  std::string_view password;
  std::string_view source;  ///< the address it comes from; kept as a keyed digest
  std::string_view device;  ///< what the owner recognises the session by: "Firefox, Linux"
};

struct SignedIn {
  NewSession session;
  bool second_factor_needed = false;  ///< the session can do nothing but pass_second_factor until then
};

/// Errors: sign_in_refused, the same and as late whether the account is not there, disabled, or has another password;
/// sign_in_wait with the seconds as place; sign_in_locked after a hundred failures.
[[nodiscard]] Result<SignedIn> sign_in(store::Store& store, const SignInRequest& request, Cost cost, Moment now);

/// Ends the session that waits and gives one that is whole. Errors: session_over, and as above.
[[nodiscard]] Result<NewSession> pass_second_factor(store::Store& store, std::string_view token, std::string_view code,
                                                    Moment now);

/// Proves anew, within a session, that its owner sits there: by a code, or by the password for who has no second
/// factor. Errors: session_over, and as above.
Result<Done> step_up(store::Store& store, std::string_view token, std::string_view password_or_code, Cost cost,
                     Moment now);

/// For who knows the old password: checks it, and the new one by the rules. Every session ends. Errors: session_over,
/// those of accept_password, and as above.
Result<Done> replace_password(store::Store& store, std::string_view token, std::string_view old_password,
                              std::string_view new_password, std::string_view organisation, Cost cost, Moment now);

/// Removes failures of addresses and of logins that do not exist after a day. For a schedule.
Result<Done> forget_old_failures(store::WriteTransaction& write, Moment now);

}  // namespace collega::identity
