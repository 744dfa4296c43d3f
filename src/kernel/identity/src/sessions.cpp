#include "collega/identity/sessions.h"

#include "collega/base/utf8.h"
#include "records.h"
#include "tokens.h"

namespace collega::identity {
namespace {

constexpr std::chrono::minutes kSeenEvery{1};
constexpr std::size_t kLongestDevice = 120;  // bytes: enough for "Firefox 140, Windows 11, kantoor Utrecht"

constexpr std::string_view kColumns =
    "select s.id, s.account, s.device, s.made_at, s.seen_at, s.stepped_up_at, s.pending"
    " from account_session s join account a on a.id = s.account where a.state = 'active' and ";

Session session_in(const store::Rows& rows) {
  return {.id = rows.get<SessionId>(0),
          .account = rows.get<AccountId>(1),
          .device = rows.get<std::string>(2),
          .made_at = rows.get<Moment>(3),
          .seen_at = rows.get<Moment>(4),
          .stepped_up_at = rows.get<std::optional<Moment>>(5),
          .pending = rows.get<bool>(6)};
}

std::string where(std::string_view condition) { return std::string{kColumns}.append(condition); }

bool is_over(const Session& session, Moment now) {
  const Moment latest_sign = std::max(session.made_at, session.seen_at);
  if (latest_sign > now + kClockTolerance) return true;  // the clock was set back: it must not give anybody more time
  if (session.pending) return now - session.made_at >= kPendingLasts;
  return now - session.seen_at >= kSessionIdle || now - session.made_at >= kSessionLasts;
}

std::string shown_device(std::string_view device) {
  std::string text = repair_utf8(device.substr(0, kLongestDevice));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return text;
}

}  // namespace

Result<NewSession> open_session(store::WriteTransaction& write, AccountId account, std::string_view device,
                                bool pending, Moment now) {
  NewSession opened{.id = write.new_id<SessionId>(), .account = account, .token = random_token()};
  const std::optional<Moment> stepped_up_at = pending ? std::optional<Moment>{} : now;
  TRY(write.execute(
      "insert into account_session (id, digest, account, device, made_at, seen_at, stepped_up_at, pending)"
      " values (?, ?, ?, ?, ?, ?, ?, ?)",
      opened.id, digest_of(write, Opens::session, opened.token.view()), account, shown_device(device), now, now,
      stepped_up_at, pending));
  return opened;
}

Result<Session> session_of(store::ReadTransaction& read, std::string_view token, Moment now) {
  store::Rows rows = TRY(read.query(where("s.digest = ?"), digest_of(read, Opens::session, token)));
  if (!TRY(rows.next())) return Error{ErrorCode::session_over};
  Session session = session_in(rows);
  if (is_over(session, now)) return Error{ErrorCode::session_over};
  return session;
}

bool is_seen_late(const Session& session, Moment now) { return now - session.seen_at >= kSeenEvery; }

Result<Done> mark_seen(store::WriteTransaction& write, SessionId session, Moment now) {
  TRY(write.execute("update account_session set seen_at = ? where id = ? and seen_at < ?", now, session, now));
  return Done{};
}

Result<Done> mark_stepped_up(store::WriteTransaction& write, SessionId session, Moment now) {
  TRY(write.execute("update account_session set stepped_up_at = ? where id = ?", now, session));
  return Done{};
}

bool has_stepped_up(const Session& session, Moment now) {
  if (session.pending || !session.stepped_up_at) return false;
  return *session.stepped_up_at <= now + kClockTolerance && now - *session.stepped_up_at < kStepUpLasts;
}

Secret csrf_token(store::ReadTransaction& read, std::string_view token) {
  return Secret{digest_of(read, Opens::csrf, token)};
}

bool is_csrf_token(store::ReadTransaction& read, std::string_view token, std::string_view csrf) {
  return same_secret(csrf_token(read, token).view(), csrf);
}

Result<std::vector<Session>> list_sessions(store::ReadTransaction& read, AccountId account, Moment now) {
  store::Rows rows =
      TRY(read.query(where("s.account = ? and s.pending = 0 order by s.seen_at desc, s.id desc"), account));
  std::vector<Session> list;
  while (TRY(rows.next())) {
    Session session = session_in(rows);
    if (!is_over(session, now)) list.push_back(std::move(session));
  }
  return list;
}

Result<bool> end_session(store::WriteTransaction& write, AccountId account, SessionId session) {
  return TRY(write.execute("delete from account_session where id = ? and account = ?", session, account)) > 0;
}

Result<Done> end_sessions(store::WriteTransaction& write, AccountId account) {
  TRY(write.execute("delete from account_session where account = ?", account));
  return Done{};
}

Result<Done> forget_what_is_over(store::WriteTransaction& write, Moment now) {
  TRY(
      write.execute("delete from account_session where made_at <= ? or seen_at <= ? or seen_at > ?"
                    " or (pending = 1 and made_at <= ?)",
                    now - kSessionLasts, now - kSessionIdle, now + kClockTolerance, now - kPendingLasts));
  TRY(write.execute("delete from account_code where ends_at <= ?", now));
  return Done{};
}

}  // namespace collega::identity
