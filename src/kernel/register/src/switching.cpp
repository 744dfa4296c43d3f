#include "collega/register/switching.h"

#include "checks.h"
#include "kept.h"

namespace collega::ai_register {
namespace {

constexpr std::string_view kColumns =
    "select id, operation, from_state, to_state, risk, status, asked_by, asked_at, asked_reason, ends_at, decided_by,"
    " decided_at, decided_reason from register_switch ";

std::string where(std::string_view condition) { return std::string{kColumns}.append(condition); }

bool is_over(const Switch& one, Moment now) { return one.ends_at && *one.ends_at <= now; }

/// One that waited too long is shown as expired before a later switch writes it down.
Switch switch_in(const store::Rows& rows, Moment now) {
  Switch one{.id = rows.get<SwitchId>(0),
             .use = rows.get<std::string>(1),
             .from = rows.get<State>(2),
             .to = rows.get<State>(3),
             .risk = rows.get<Risk>(4),
             .status = rows.get<SwitchStatus>(5),
             .asked_by = rows.get<std::optional<identity::AccountId>>(6),
             .asked_at = rows.get<Moment>(7),
             .asked_reason = rows.get<std::string>(8),
             .ends_at = rows.get<std::optional<Moment>>(9),
             .decided_by = rows.get<std::optional<identity::AccountId>>(10),
             .decided_at = rows.get<std::optional<Moment>>(11),
             .decided_reason = rows.get<std::string>(12)};
  if (one.status == SwitchStatus::waiting && is_over(one, now)) one.status = SwitchStatus::expired;
  return one;
}

Result<std::vector<Switch>> switches_in(store::Rows rows, Moment now) {
  std::vector<Switch> all;
  while (TRY(rows.next())) all.push_back(switch_in(rows, now));
  return all;
}

Result<Switch> one_of_use(store::ReadTransaction& read, const Use& use, SwitchId id, Moment now) {
  Switch one = TRY(switch_by_id(read, id, now));
  if (one.use != use.name) return Error{ErrorCode::unknown_switch, to_string(id)};
  return one;
}

Result<Done> check_waits(const Switch& one) {
  if (one.status == SwitchStatus::waiting) return Done{};
  return Error{ErrorCode::switch_over, std::string{name_of(one.status)}};
}

/// What was written of a switch that waits stays but its outcome.
Result<Done> end(store::WriteTransaction& write, Switch& one, SwitchStatus status,
                 std::optional<identity::AccountId> by, const std::string& reason, Moment now) {
  one.status = status;
  one.decided_by = by;
  one.decided_at = now;
  one.decided_reason = reason;
  TRY(
      write.execute("update register_switch set status = ?, decided_by = ?, decided_at = ?, decided_reason = ?"
                    " where id = ?",
                    one.status, one.decided_by, one.decided_at, one.decided_reason, one.id));
  return mark_changed(write);
}

Result<Done> add(store::WriteTransaction& write, Switch& one) {
  one.id = write.new_id<SwitchId>();
  TRY(
      write.execute("insert into register_switch (id, operation, from_state, to_state, risk, status, asked_by,"
                    " asked_at, asked_reason, ends_at, decided_reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
                    one.id, one.use, one.from, one.to, one.risk, one.status, one.asked_by, one.asked_at,
                    one.asked_reason, one.ends_at));
  return mark_changed(write);
}

Result<Done> set_state(store::WriteTransaction& write, const Switch& one) {
  TRY(
      write.execute("insert into register_entry (operation, state, risk) values (?, ?, ?)"
                    " on conflict (operation) do update set state = excluded.state, risk = excluded.risk",
                    one.use, one.to, one.risk));
  return Done{};
}

bool is_step(const Use& use, State from, State to) {
  if (to < from) return !stays_on(use);
  if (to == from) return false;
  return use.risk == Risk::minimal || static_cast<int>(to) == static_cast<int>(from) + 1;
}

Result<Done> check_complete(store::ReadTransaction& read, const Use& use, State to, Date today, Language language) {
  const Verdict then{to, TRY(missing(read, use, today))};
  if (!then.may_run()) return refusal(then, use, language);
  return Done{};
}

/// Whatever waits gives way to `status`; what had expired is written down as that.
Result<Done> clear_waiting(store::WriteTransaction& write, const Use& use, SwitchStatus status, Moment now) {
  for (Switch& one :
       TRY(switches_in(TRY(write.query(where("where operation = ? and status = 'waiting'"), use.name)), now))) {
    const bool is_expired = one.status == SwitchStatus::expired;
    TRY(end(write, one, is_expired ? SwitchStatus::expired : status, std::nullopt, "",
            is_expired ? *one.ends_at : now));
  }
  return Done{};
}

Result<Done> check_up(store::ReadTransaction& read, const Use& use, State to, const identity::Asker& asker, Moment now,
                      Language language) {
  if (use.risk == Risk::high) TRY(check_own_account(asker));
  TRY(check_complete(read, use, to, asker.today, language));
  if (const auto other = TRY(waiting_switch(read, use, now))) {
    return Error{ErrorCode::switch_waits, to_string(other->id)};
  }
  return Done{};
}

}  // namespace

Result<Switch> switch_use(store::WriteTransaction& write, const Use& use, State to, const std::string& reason,
                          const identity::Asker& asker, Moment now, Language language) {
  TRY(check_reason(reason));
  const State from = TRY(entry_of(write, use)).state;
  if (!is_step(use, from, to)) return Error{ErrorCode::switch_no_step, std::string{name_of(from)}};
  const bool is_up = to > from;
  if (is_up) TRY(check_up(write, use, to, asker, now, language));
  TRY(clear_waiting(write, use, SwitchStatus::overtaken, now));

  const bool waits = is_up && use.risk == Risk::high;
  Switch one{.id = {},
             .use = std::string{use.name},
             .from = from,
             .to = to,
             .risk = use.risk,
             .status = waits ? SwitchStatus::waiting : SwitchStatus::done,
             .asked_by = account_of(asker),
             .asked_at = now,
             .asked_reason = reason,
             .ends_at = waits ? std::optional<Moment>{now + kSwitchWaits} : std::nullopt,
             .decided_by = {},
             .decided_at = {},
             .decided_reason = {}};
  TRY(add(write, one));
  if (!waits) TRY(set_state(write, one));
  return one;
}

Result<Switch> decide_switch(store::WriteTransaction& write, const Use& use, SwitchId id, SecondOpinion opinion,
                             const std::string& reason, const identity::Asker& asker, Moment now, Language language) {
  TRY(check_reason(reason));
  TRY(check_own_account(asker));
  Switch one = TRY(one_of_use(write, use, id, now));
  TRY(check_waits(one));
  if (one.asked_by == asker.account) return Error{ErrorCode::switch_own};
  if (opinion == SecondOpinion::refuse) {
    TRY(end(write, one, SwitchStatus::refused, asker.account, reason, now));
    return one;
  }
  // Nobody agreed to what the use has become since: another state, or a heavier class.
  if (TRY(entry_of(write, use)).state != one.from || one.risk < use.risk) {
    return Error{ErrorCode::switch_over, std::string{name_of(SwitchStatus::overtaken)}};
  }
  TRY(check_complete(write, use, one.to, asker.today, language));
  TRY(end(write, one, SwitchStatus::done, asker.account, reason, now));
  TRY(set_state(write, one));
  return one;
}

Result<Switch> withdraw_switch(store::WriteTransaction& write, const Use& use, SwitchId id, const std::string& reason,
                               const identity::Asker& asker, Moment now) {
  TRY(check_reason(reason));
  Switch one = TRY(one_of_use(write, use, id, now));
  if (!asker.account.is_set() || one.asked_by != asker.account) return Error{ErrorCode::unknown_switch, to_string(id)};
  TRY(check_waits(one));
  TRY(end(write, one, SwitchStatus::withdrawn, asker.account, reason, now));
  return one;
}

Result<Switch> switch_by_id(store::ReadTransaction& read, SwitchId id, Moment now) {
  std::vector<Switch> found = TRY(switches_in(TRY(read.query(where("where id = ?"), id)), now));
  if (found.empty()) return Error{ErrorCode::unknown_switch, to_string(id)};
  return std::move(found.front());
}

Result<std::optional<Switch>> waiting_switch(store::ReadTransaction& read, const Use& use, Moment now) {
  std::vector<Switch> found =
      TRY(switches_in(TRY(read.query(where("where operation = ? and status = 'waiting'"), use.name)), now));
  if (found.empty() || found.front().status != SwitchStatus::waiting) return std::optional<Switch>{};
  return std::optional{std::move(found.front())};
}

Result<std::vector<Switch>> waiting_switches(store::ReadTransaction& read, Moment now) {
  return switches_in(TRY(read.query(where("where status = 'waiting' and ends_at > ? order by asked_at, id"), now)),
                     now);
}

Result<std::vector<Switch>> switches_of(store::ReadTransaction& read, const Use& use, Moment now) {
  return switches_in(TRY(read.query(where("where operation = ? order by id desc"), use.name)), now);
}

}  // namespace collega::ai_register
