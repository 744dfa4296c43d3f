#pragma once

// Being in. The browser holds a random token of 256 bits; the store holds its keyed digest.

#include <string>
#include <string_view>
#include <vector>

#include "collega/identity/accounts.h"

namespace collega::identity {

struct Session;
using SessionId = Id<Session>;

/// A pause for coffee, and a long working day: what SP 800-63B (revision 3, section 4.2.3) asked at its second level,
/// stricter than revision 4.
constexpr std::chrono::minutes kSessionIdle{30};
constexpr std::chrono::hours kSessionLasts{12};
/// Long enough to take the phone out of a bag.
constexpr std::chrono::minutes kPendingLasts{5};
/// How long a proof that the owner sits there holds for what asks one.
constexpr std::chrono::minutes kStepUpLasts{10};
/// Servers that keep time by NTP differ less. Further back than this the clock was set, and sessions from its future
/// end.
constexpr std::chrono::minutes kClockTolerance{5};

struct Session {
  SessionId id;
  AccountId account;
  std::string device;
  Moment made_at{};
  Moment seen_at{};
  std::optional<Moment> stepped_up_at;
  bool pending = false;  ///< waits for the second factor
};

struct NewSession {
  SessionId id;
  AccountId account;
  Secret token;
};

/// The session of a token, pending ones too. Error: session_over, also when the account may no longer come in.
[[nodiscard]] Result<Session> session_of(store::ReadTransaction& read, std::string_view token, Moment now);

/// Whether mark_seen is worth a write: once a minute at most.
[[nodiscard]] bool is_seen_late(const Session& session, Moment now);
Result<Done> mark_seen(store::WriteTransaction& write, SessionId session, Moment now);

[[nodiscard]] bool has_stepped_up(const Session& session, Moment now);

/// What a page sends back with each change, to show that it is ours; made from the token, kept nowhere.
[[nodiscard]] Secret csrf_token(store::ReadTransaction& read, std::string_view token);
[[nodiscard]] bool is_csrf_token(store::ReadTransaction& read, std::string_view token, std::string_view csrf);

/// Of an account, the last seen first.
[[nodiscard]] Result<std::vector<Session>> list_sessions(store::ReadTransaction& read, AccountId account, Moment now);
/// Only an account's own: another's is left alone. Gives whether there was one.
Result<bool> end_session(store::WriteTransaction& write, AccountId account, SessionId session);
Result<Done> end_sessions(store::WriteTransaction& write, AccountId account);
/// Removes the sessions and one-time codes that are over. For a schedule.
Result<Done> forget_what_is_over(store::WriteTransaction& write, Moment now);

}  // namespace collega::identity
