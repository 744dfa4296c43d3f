#include "meter.h"

#include "collega/people/people.h"

namespace collega::gateway {
namespace {

using namespace std::chrono_literals;

constexpr auto kFlushEvery = 1s;
constexpr auto kUnitLasts = 10min;
// Other servers spend too.
constexpr auto kSpentLasts = 60s;
// Of people and keys that are counted at once; more, and it begins anew.
constexpr std::size_t kMostCounted = 200'000;

std::chrono::steady_clock::time_point now_steady() { return std::chrono::steady_clock::now(); }

Date first_of_month(Date day) {
  const std::chrono::year_month_day parts = day.calendar();
  return Date{std::chrono::sys_days{parts.year() / parts.month() / 1}};
}

std::int64_t number_of(LimitOf of, const User& user) {
  switch (of) {
    case LimitOf::person:
      return user.account;
    case LimitOf::key:
      return user.key;
    case LimitOf::unit:
      return user.unit;
    case LimitOf::everybody:
      return 0;
  }
  return 0;
}

/// Whether a limit is about this use at all.
bool concerns(const Limit& limit, std::int64_t number) {
  if (limit.of == LimitOf::everybody) return true;
  return number != 0 && (limit.whose.empty() || limit.whose == id_text(number));
}

std::string_view column_of(LimitOf of) {
  switch (of) {
    case LimitOf::person:
      return " and account = ?";
    case LimitOf::key:
      return " and access_key = ?";
    case LimitOf::unit:
      return " and unit = ?";
    case LimitOf::everybody:
      return " and 0 = ?";
  }
  return "";
}

}  // namespace

Result<User> Meter::user_of(const identity::Asker& asker, store::Store& store) {
  User user{asker.account.number, asker.key.number, 0};
  if (!asker.person) return user;
  {
    const std::lock_guard lock{mutex_};
    const auto known = units_.find(user.account);
    if (known != units_.end() && now_steady() - known->second.second < kUnitLasts) {
      user.unit = known->second.first;
      return user;
    }
  }
  store::ReadTransaction read = TRY(store.read());
  const std::vector<people::Job> jobs = TRY(people::jobs_as_of(read, *asker.person, asker.today));
  if (!jobs.empty()) user.unit = jobs.front().terms.unit.number;
  const std::lock_guard lock{mutex_};
  if (units_.size() > kMostCounted) units_.clear();
  units_[user.account] = {user.unit, now_steady()};
  return user;
}

Result<Done> Meter::admit(const Rules& rules, const User& user, store::Store& store, Moment now, Date today) {
  for (const KnownLimit& one : rules.limits) {
    const Subject subject{one.content.of, number_of(one.content.of, user)};
    if (!concerns(one.content, subject.second)) continue;
    TRY(check_budget(one.content, subject, store, today));
    TRY(check_rate(one.content, subject, now));
  }
  return Done{};
}

Result<Done> Meter::check_rate(const Limit& limit, const Subject& subject, Moment now) {
  if (limit.requests_a_minute <= 0) return Done{};
  const std::lock_guard lock{mutex_};
  if (minutes_.size() > kMostCounted) minutes_.clear();
  const auto since = now.time_since_epoch();
  const auto minute = std::chrono::floor<std::chrono::minutes>(since);
  Minute& counted = minutes_[subject];
  if (counted.minute != minute.count()) counted = {minute.count(), 0};
  if (counted.requests >= limit.requests_a_minute) {
    return Error{ErrorCode::too_many_requests,
                 std::to_string(std::chrono::ceil<std::chrono::seconds>(minute + 1min - since).count())};
  }
  ++counted.requests;
  return Done{};
}

Result<Done> Meter::check_budget(const Limit& limit, const Subject& subject, store::Store& store, Date today) {
  if (limit.tokens_a_month <= 0 && limit.micros_a_month <= 0) return Done{};
  const Spent spent = TRY(spent_by(subject, store, first_of_month(today)));
  const bool is_over = (limit.tokens_a_month > 0 && spent.tokens >= limit.tokens_a_month) ||
                       (limit.micros_a_month > 0 && spent.micros >= limit.micros_a_month);
  if (is_over) return Error{ErrorCode::budget_spent, std::string{name_of(limit.of)}};
  return Done{};
}

Result<Meter::Spent> Meter::spent_by(const Subject& subject, store::Store& store, Date month) {
  {
    const std::lock_guard lock{mutex_};
    const auto known = spent_.find(subject);
    const bool is_new =
        known != spent_.end() && known->second.month == month && now_steady() - known->second.read_at < kSpentLasts;
    if (is_new) return known->second;
  }
  TRY(flush(store));
  store::ReadTransaction read = TRY(store.read());
  const std::string sum =
      "select coalesce(sum(tokens_in + tokens_out), 0), coalesce(sum(micros), 0) from gateway_use where day >= ?";
  store::Rows rows = TRY(read.query(sum + std::string{column_of(subject.first)}, to_string(month), subject.second));
  if (!TRY(rows.next())) return Error{ErrorCode::internal, {}, "a sum without a row"};
  const Spent spent{month, rows.get<std::int64_t>(0), rows.get<std::int64_t>(1), now_steady()};
  const std::lock_guard lock{mutex_};
  if (spent_.size() > kMostCounted) spent_.clear();
  spent_[subject] = spent;
  return spent;
}

Result<Done> Meter::count(const User& user, const Used& used, store::Store& store, Date today) {
  {
    const std::lock_guard lock{mutex_};
    add(held_[{to_string(today), used.purpose, used.provider.number, used.model, user.account, user.key, user.unit}],
        {1, used.tokens_in, used.tokens_out, used.micros, used.replaced});
    for (const LimitOf of : {LimitOf::person, LimitOf::key, LimitOf::unit, LimitOf::everybody}) {
      const auto spent = spent_.find({of, number_of(of, user)});
      if (spent == spent_.end()) continue;
      spent->second.tokens += used.tokens_in + used.tokens_out;
      spent->second.micros += used.micros;
    }
    if (now_steady() - flushed_at_ < kFlushEvery) return Done{};
    flushed_at_ = now_steady();
  }
  return flush(store);
}

void Meter::add(Sums& to, const Sums& more) {
  to.requests += more.requests;
  to.tokens_in += more.tokens_in;
  to.tokens_out += more.tokens_out;
  to.micros += more.micros;
  to.replaced += more.replaced;
}

/// Others go on counting meanwhile.
Result<Done> Meter::flush(store::Store& store) {
  std::map<Row, Sums> taken;
  {
    const std::lock_guard lock{mutex_};
    taken.swap(held_);
  }
  if (taken.empty()) return Done{};
  Result<Done> written = write_down(taken, store);
  if (!written) {
    const std::lock_guard lock{mutex_};
    for (const auto& [row, sums] : taken) add(held_[row], sums);
  }
  return written;
}

Result<Done> Meter::write_down(const std::map<Row, Sums>& taken, store::Store& store) {
  store::WriteTransaction write = TRY(store.write());
  for (const auto& [row, sums] : taken) {
    const auto& [day, purpose, provider, model, account, key, unit] = row;
    TRY(write.execute(
        "insert into gateway_use (day, purpose, provider, model, account, access_key, unit, requests, tokens_in, "
        "tokens_out,"
        " micros, replaced) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (day, purpose, provider, model, "
        "account,"
        " access_key, unit) do update set requests = gateway_use.requests + excluded.requests,"
        " tokens_in = gateway_use.tokens_in + excluded.tokens_in, tokens_out = gateway_use.tokens_out + "
        "excluded.tokens_out,"
        " micros = gateway_use.micros + excluded.micros, replaced = gateway_use.replaced + excluded.replaced",
        day, purpose, provider, model, account, key, unit, sums.requests, sums.tokens_in, sums.tokens_out, sums.micros,
        sums.replaced));
  }
  return write.commit();
}

}  // namespace collega::gateway
