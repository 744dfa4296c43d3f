#pragma once

// Counting failures, and how long the next attempt waits for them.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "collega/base/moment.h"
#include "collega/identity/accounts.h"

namespace collega::identity {

/// What failures are counted for.
struct Guarded {
  enum class Kind { account, source };
  Kind kind = Kind::account;
  std::string subject;
};

[[nodiscard]] Guarded guard_of(AccountId account);
/// A login that does not exist is guarded as one that does, so that waiting tells nothing.
[[nodiscard]] Guarded guard_of_login(store::ReadTransaction& read, std::string_view login_key);
[[nodiscard]] Guarded guard_of_source(store::ReadTransaction& read, std::string_view source);

struct Wait {
  std::chrono::milliseconds rest{0};
  bool until_unlocked = false;
  bool is_lock = false;  ///< the long one

  [[nodiscard]] bool is_over() const { return !until_unlocked && rest.count() <= 0; }
};

/// How long from now. When the clock was set back, never longer than the failures ask, and never shorter.
[[nodiscard]] Result<Wait> wait_of(store::ReadTransaction& read, const Guarded& guarded, Moment now);

/// The same; and where the clock was set back, the wait begins anew, so that it ends.
[[nodiscard]] Result<Wait> settle_wait(store::WriteTransaction& write, const Guarded& guarded, Moment now);

Result<Done> count_attempt(store::WriteTransaction& write, const Guarded& guarded, Moment now);
/// The attempt was no failure; those before it stay.
Result<Done> take_attempt_back(store::WriteTransaction& write, const Guarded& guarded, Moment now);
Result<Done> forget_failures(store::WriteTransaction& write, const Guarded& guarded);
Result<Done> forget_failures_before(store::WriteTransaction& write, Moment before, Moment now);

}  // namespace collega::identity
