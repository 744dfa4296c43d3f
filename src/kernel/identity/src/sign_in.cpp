#include "collega/identity/sign_in.h"

#include "collega/identity/totp.h"
#include "guard.h"
#include "records.h"

namespace collega::identity {
namespace {

constexpr std::chrono::hours kFailuresKept{24};

Error must_wait(const Wait& wait) {
  if (wait.until_unlocked) return Error{ErrorCode::sign_in_locked};
  return Error{ErrorCode::sign_in_wait,
               std::to_string(std::chrono::ceil<std::chrono::seconds>(wait.rest).count()) + " s"};
}

/// An attempt that was counted, or that has to wait: counted before anything is checked, and on disk.
struct Attempt {
  std::optional<AccountRow> account;  ///< absent: no such login
  std::optional<Wait> wait;
};

Result<std::optional<Wait>> count_all(store::WriteTransaction& write, const std::vector<Guarded>& guards, Moment now) {
  for (const Guarded& guarded : guards) {
    const Wait wait = TRY(settle_wait(write, guarded, now));
    if (!wait.is_over()) return std::optional<Wait>{wait};
  }
  for (const Guarded& guarded : guards) TRY(count_attempt(write, guarded, now));
  return std::optional<Wait>{};
}

Result<Attempt> begin(store::Store& store, std::string_view login, std::string_view source, Moment now) {
  store::WriteTransaction write = TRY(store.write());
  const Result<std::string> read_login = login_key_of(login);
  const std::string key = read_login ? read_login.value() : std::string{};
  Attempt attempt;
  attempt.account = TRY(account_row_named(write, key));
  const Guarded guarded = attempt.account ? guard_of(attempt.account->id) : guard_of_login(write, key);
  attempt.wait = TRY(count_all(write, {guard_of_source(write, source), guarded}, now));
  TRY(write.commit());
  return attempt;
}

/// What the row said before the slow check still has to be so after it.
bool may_come_in(const AccountRow& now, const AccountRow& before) {
  return now.state == AccountState::active && now.kind == AccountKind::person && now.password == before.password;
}

Result<SignedIn> end(store::Store& store, const AccountRow& account, const PasswordCheck& check,
                     const SignInRequest& request, Moment now) {
  store::WriteTransaction write = TRY(store.write());
  const Result<AccountRow> current = account_row(write, account.id);
  if (!current || !may_come_in(current.value(), account)) return Error{ErrorCode::sign_in_refused};
  if (check.renewed) TRY(set_hash(write, account.id, *check.renewed));
  TRY(take_attempt_back(write, guard_of_source(write, request.source), now));
  SignedIn signed_in;
  signed_in.second_factor_needed = TRY(has_second_factor(write, account.id));
  if (signed_in.second_factor_needed) {
    TRY(take_attempt_back(write, guard_of(account.id), now));  // failures of the second factor stay counted
  } else {
    TRY(forget_failures(write, guard_of(account.id)));
    TRY(write.execute("update account set signed_in_at = ? where id = ?", now, account.id));
  }
  signed_in.session = TRY(open_session(write, account.id, request.device, signed_in.second_factor_needed, now));
  TRY(write.commit());
  return signed_in;
}

/// The attempt of somebody who has a session, counted unless it has to wait.
struct AttemptWithin {
  Session session;
  std::optional<Wait> wait;
};

Result<AttemptWithin> begin_within(store::WriteTransaction& write, std::string_view token, bool pending, Moment now) {
  AttemptWithin attempt;
  attempt.session = TRY(session_of(write, token, now));
  if (attempt.session.pending != pending) return Error{ErrorCode::session_over};
  attempt.wait = TRY(count_all(write, {guard_of(attempt.session.account)}, now));
  return attempt;
}

struct CodeOfSession {
  std::string_view token;
  bool pending = false;
  std::string_view code;
};

/// The attempt is on disk whether the code was right or not; `act` follows only when it was.
template <class Act>
Result<Done> with_code(store::Store& store, const CodeOfSession& given, Moment now, const Act& act) {
  store::WriteTransaction write = TRY(store.write());
  const AttemptWithin attempt = TRY(begin_within(write, given.token, given.pending, now));
  const AccountId account = attempt.session.account;
  const bool is_right = !attempt.wait && TRY(use_second_factor(write, account, given.code, now));
  if (is_right) {
    TRY(forget_failures(write, guard_of(account)));
    TRY(act(write, attempt.session));
  }
  TRY(write.commit());
  if (attempt.wait) return must_wait(*attempt.wait);
  if (!is_right) return Error{ErrorCode::sign_in_refused};
  return Done{};
}

struct OwnPassword {
  Session session;
  AccountRow account;
  PasswordCheck check;
};

/// Checks the password of who is in already.
Result<OwnPassword> own_password(store::Store& store, std::string_view token, std::string_view password, Cost cost,
                                 Moment now) {
  store::WriteTransaction write = TRY(store.write());
  const AttemptWithin attempt = TRY(begin_within(write, token, false, now));
  AccountRow account = TRY(account_row(write, attempt.session.account));
  OwnPassword own{.session = attempt.session, .account = std::move(account), .check = {}};
  TRY(write.commit());
  if (attempt.wait) return must_wait(*attempt.wait);
  own.check = check_password(password, own.account.password, cost);
  if (!own.check.fits) return Error{ErrorCode::sign_in_refused};
  return own;
}

}  // namespace

Result<SignedIn> sign_in(store::Store& store, const SignInRequest& request, Cost cost, Moment now) {
  const Attempt attempt = TRY(begin(store, request.login, request.source, now));
  if (attempt.wait) return must_wait(*attempt.wait);
  const std::optional<std::string> hash = attempt.account ? attempt.account->password : std::nullopt;
  const PasswordCheck check = check_password(request.password, hash, cost);
  if (!check.fits) return Error{ErrorCode::sign_in_refused};
  return end(store, *attempt.account, check, request, now);
}

Result<NewSession> pass_second_factor(store::Store& store, std::string_view token, std::string_view code, Moment now) {
  std::optional<NewSession> opened;
  const CodeOfSession given{.token = token, .pending = true, .code = code};
  TRY(with_code(store, given, now, [&](store::WriteTransaction& write, const Session& session) -> Result<Done> {
    TRY(end_session(write, session.account, session.id));
    TRY(write.execute("update account set signed_in_at = ? where id = ?", now, session.account));
    opened = TRY(open_session(write, session.account, session.device, false, now));
    return Done{};
  }));
  return std::move(*opened);
}

Result<Done> step_up(store::Store& store, std::string_view token, std::string_view password_or_code, Cost cost,
                     Moment now) {
  bool by_code = false;
  {
    store::ReadTransaction read = TRY(store.read());
    const Session session = TRY(session_of(read, token, now));
    if (session.pending) return Error{ErrorCode::session_over};
    by_code = TRY(has_second_factor(read, session.account));
  }
  if (by_code) {
    const CodeOfSession given{.token = token, .pending = false, .code = password_or_code};
    return with_code(store, given, now, [&](store::WriteTransaction& write, const Session& session) {
      return mark_stepped_up(write, session.id, now);
    });
  }
  const OwnPassword own = TRY(own_password(store, token, password_or_code, cost, now));
  store::WriteTransaction write = TRY(store.write());
  TRY(forget_failures(write, guard_of(own.account.id)));
  TRY(mark_stepped_up(write, own.session.id, now));
  return write.commit();
}

Result<Done> replace_password(store::Store& store, std::string_view token, std::string_view old_password,
                              std::string_view new_password, std::string_view organisation, Cost cost, Moment now) {
  const OwnPassword own = TRY(own_password(store, token, old_password, cost, now));
  const PasswordContext context{own.account.login, own.account.display, std::string{organisation}};
  const Result<HashedPassword> accepted = accept_password(new_password, context, cost);
  store::WriteTransaction write = TRY(store.write());
  TRY(forget_failures(write, guard_of(own.account.id)));
  if (accepted) TRY(change_password(write, own.account.id, accepted.value()));
  TRY(write.commit());
  if (!accepted) return accepted.error();
  return Done{};
}

Result<Done> forget_old_failures(store::WriteTransaction& write, Moment now) {
  return forget_failures_before(write, now - kFailuresKept, now);
}

}  // namespace collega::identity
