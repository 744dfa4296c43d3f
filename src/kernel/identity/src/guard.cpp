#include "guard.h"

#include <algorithm>

#include "tokens.h"

namespace collega::identity {
namespace {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

// An account: typing errors are free; then waits that a person hardly notices and a program does; then a lock that
// leaves an attacker four attempts an hour; and a hundred at most (SP 800-63B-4, section 3.2.2).
constexpr int kFreeFailures = 3;
constexpr int kLockAfter = 10;
constexpr milliseconds kLock = 15min;
constexpr int kMostFailures = 100;

// A source: a whole organisation may share one address, so only a stream of failures makes it wait, and not for long.
constexpr int kFreeFromSource = 30;
constexpr milliseconds kLongestForSource = 1min;
constexpr milliseconds kSourceForgets = 15min;

// The prefixes of what is counted; logins and sources can be swept, accounts stay.
constexpr std::string_view kAccount = "account:";
constexpr std::string_view kLogin = "login:";
constexpr std::string_view kSource = "source:";

struct Failures {
  int count = 0;
  Moment last{};
  Moment waits_until{};
};

milliseconds doubled(int times) { return 1s * (1 << std::min(times, 20)); }

milliseconds wait_after(Guarded::Kind kind, int failures) {
  if (kind == Guarded::Kind::source) {
    return failures <= kFreeFromSource ? 0ms : std::min(doubled(failures - kFreeFromSource), kLongestForSource);
  }
  if (failures <= kFreeFailures) return 0ms;
  return failures < kLockAfter ? doubled(failures - kFreeFailures) : kLock;
}

Result<Failures> failures_of(store::ReadTransaction& read, const Guarded& guarded, Moment now) {
  store::Rows rows =
      TRY(read.query("select failures, failed_at, waits_until from account_guard where subject = ?", guarded.subject));
  if (!TRY(rows.next())) return Failures{};
  const Failures failures{rows.get<int>(0), rows.get<Moment>(1), rows.get<Moment>(2)};
  const bool is_forgotten = guarded.kind == Guarded::Kind::source && now - failures.last > kSourceForgets;
  return is_forgotten ? Failures{} : failures;
}

Wait wait_for(Guarded::Kind kind, const Failures& failures, Moment now) {
  const bool is_account = kind == Guarded::Kind::account;
  return {.rest = std::clamp(failures.waits_until - now, 0ms, wait_after(kind, failures.count)),
          .until_unlocked = is_account && failures.count >= kMostFailures,
          .is_lock = is_account && failures.count >= kLockAfter};
}

/// A wait that ends later than its length from now was begun by a clock that ran ahead.
bool was_clock_set_back(Guarded::Kind kind, const Failures& failures, Moment now) {
  return failures.last > now || failures.waits_until - now > wait_after(kind, failures.count);
}

Result<Done> keep(store::WriteTransaction& write, const Guarded& guarded, const Failures& failures) {
  TRY(
      write.execute("insert into account_guard (subject, failures, failed_at, waits_until) values (?, ?, ?, ?)"
                    " on conflict (subject) do update set failures = excluded.failures, failed_at = excluded.failed_at,"
                    " waits_until = excluded.waits_until",
                    guarded.subject, failures.count, failures.last, failures.waits_until));
  return Done{};
}

std::string subject(std::string_view prefix, const std::string& rest) { return std::string{prefix} + rest; }

}  // namespace

Guarded guard_of(AccountId account) { return {Guarded::Kind::account, subject(kAccount, to_string(account))}; }

Guarded guard_of_login(store::ReadTransaction& read, std::string_view login_key) {
  return {Guarded::Kind::account, subject(kLogin, digest_of(read, Opens::login, login_key))};
}

Guarded guard_of_source(store::ReadTransaction& read, std::string_view source) {
  return {Guarded::Kind::source, subject(kSource, digest_of(read, Opens::source, source))};
}

Result<Wait> wait_of(store::ReadTransaction& read, const Guarded& guarded, Moment now) {
  return wait_for(guarded.kind, TRY(failures_of(read, guarded, now)), now);
}

Result<Wait> settle_wait(store::WriteTransaction& write, const Guarded& guarded, Moment now) {
  Failures failures = TRY(failures_of(write, guarded, now));
  if (failures.count > 0 && was_clock_set_back(guarded.kind, failures, now)) {
    const milliseconds rest = wait_for(guarded.kind, failures, now).rest;
    failures.last = now;
    failures.waits_until = now + rest;
    TRY(keep(write, guarded, failures));
  }
  return wait_for(guarded.kind, failures, now);
}

Result<Done> count_attempt(store::WriteTransaction& write, const Guarded& guarded, Moment now) {
  Failures failures = TRY(failures_of(write, guarded, now));
  failures.count = std::min(failures.count + 1, kMostFailures);
  failures.last = now;
  failures.waits_until = now + wait_after(guarded.kind, failures.count);
  return keep(write, guarded, failures);
}

Result<Done> take_attempt_back(store::WriteTransaction& write, const Guarded& guarded, Moment now) {
  Failures failures = TRY(failures_of(write, guarded, now));
  if (failures.count <= 1) return forget_failures(write, guarded);
  --failures.count;
  failures.waits_until = now;
  return keep(write, guarded, failures);
}

Result<Done> forget_failures(store::WriteTransaction& write, const Guarded& guarded) {
  TRY(write.execute("delete from account_guard where subject = ?", guarded.subject));
  return Done{};
}

Result<Done> forget_failures_before(store::WriteTransaction& write, Moment before, Moment now) {
  TRY(write.execute("delete from account_guard where subject not like ? and (failed_at < ? or failed_at > ?)",
                    subject(kAccount, "%"), before, now));
  return Done{};
}

}  // namespace collega::identity
