#pragma once

// Which passwords are taken, and how they are kept: the rules of NIST SP 800-63B-4 (August 2025), section 3.1.1.2, and
// Argon2id (RFC 9106) of libsodium.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "collega/base/result.h"
#include "collega/identity/secret.h"

namespace collega::identity {

/// In code points after normalisation. 15 is what SP 800-63B-4 asks where the password may be the only factor, which
/// here it may. It asks to take 64 at least; 128 is twice that, so that no pass phrase is ever cut, and yet bounds the
/// work.
constexpr std::size_t kShortestPassword = 15;
constexpr std::size_t kLongestPassword = 128;

/// What one hash costs. A store remembers the cost beside each hash, so it can rise with the years.
struct Cost {
  unsigned long long passes = 0;
  std::size_t memory = 0;  ///< bytes

  bool operator==(const Cost&) const = default;
};

/// libsodium's "interactive": 64 MiB, about 0.1 s. "Moderate" takes 256 MiB and 0.7 s: on the two cores that we promise
/// to work on, two sign-ins at once would hold half a gigabyte, and 200 people at nine o'clock would wait for a minute.
constexpr Cost kServerCost{.passes = 2, .memory = std::size_t{64} * 1024 * 1024};

/// What an attacker would try first for this account: none of it counts for much within a password.
struct PasswordContext {
  std::string login;
  std::string display;
  std::string organisation;
};

/// A password that passed the rules, as it is kept.
class HashedPassword {
 public:
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  friend class PasswordHasher;
  explicit HashedPassword(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// Normalises (NFKC), checks and hashes; slow on purpose, so not within a transaction. All characters are allowed, none
/// is demanded, and a password does not age. Errors: bad_utf8, password_too_short, password_too_long,
/// password_guessable.
[[nodiscard]] Result<HashedPassword> accept_password(std::string_view password, const PasswordContext& context,
                                                     Cost cost);

struct PasswordCheck {
  bool fits = false;
  std::optional<HashedPassword> renewed;  ///< the same password at today's cost, when the kept hash is of another
};

/// As slow for a missing hash (no such account) as for one that is there.
[[nodiscard]] PasswordCheck check_password(std::string_view password, const std::optional<std::string>& hash,
                                           Cost cost);

/// Whether somebody who knows the habits of people would soon arrive at this password. `password` is normalised. The
/// parts that anybody would try (common words, months and seasons, years, runs on the keyboard and in the alphabet,
/// repetitions, the words of `context`) count as one character each, however long they are and also with digits for
/// letters ("w3lk0m"); eight characters must remain, the least length that SP 800-63B knows.
[[nodiscard]] bool is_guessable(std::string_view password, const PasswordContext& context);

}  // namespace collega::identity
