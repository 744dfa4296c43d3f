#pragma once

// The second factor: time-based one-time passwords (RFC 6238: HMAC-SHA-1, 30 seconds, 6 digits, the settings that every
// authenticator app knows), and recovery codes for who lost the phone.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/moment.h"
#include "collega/identity/accounts.h"
#include "collega/identity/secret.h"

namespace collega::identity {

/// The code of RFC 4226 for `counter`, of 6 to 8 digits. `key` is the raw secret.
[[nodiscard]] std::string hotp(std::string_view key, std::uint64_t counter, int digits = 6);

/// The number of 30-second steps since 1970.
[[nodiscard]] std::int64_t totp_step(Moment now);

/// The step within one of `now` whose code this is, if there is one. Compares in constant time.
[[nodiscard]] std::optional<std::int64_t> totp_match(std::string_view key, std::string_view code, Moment now);

/// RFC 4648 base 32 without padding, as otpauth:// wants it.
[[nodiscard]] std::string base32(std::string_view bytes);

struct Enrolment {
  Secret key_base32;  ///< to type over
  Secret uri;         ///< otpauth://totp/..., for the QR code
};

/// A new secret, sealed, that counts only after confirm_second_factor. Replaces one that was not confirmed. `issuer` is
/// the name the app shows. Errors: unknown_account; second_factor_there when one is confirmed.
[[nodiscard]] Result<Enrolment> enrol_second_factor(store::WriteTransaction& write, AccountId account,
                                                    std::string_view issuer);

/// Turns it on when `code` is right, and gives ten recovery codes, shown once. Error: code_wrong, also
/// when none was enrolled.
[[nodiscard]] Result<std::vector<Secret>> confirm_second_factor(store::WriteTransaction& write, AccountId account,
                                                                std::string_view code, Moment now);

[[nodiscard]] Result<bool> has_second_factor(store::ReadTransaction& read, AccountId account);

/// Whether `code` is right now: a code of the app that was not used before, or a recovery code, which is then gone.
/// Does not count failures: sign_in.h does.
[[nodiscard]] Result<bool> use_second_factor(store::WriteTransaction& write, AccountId account, std::string_view code,
                                             Moment now);

[[nodiscard]] Result<int> recovery_codes_left(store::ReadTransaction& read, AccountId account);

/// Takes the second factor and its recovery codes away.
Result<Done> remove_second_factor(store::WriteTransaction& write, AccountId account);

}  // namespace collega::identity
