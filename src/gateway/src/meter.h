#pragma once

// How much is used, by whom, and whether that may go on. Counted in memory and written down together, a second later at
// most while there is work: what the limits know may lag behind by that much.

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <tuple>

#include "collega/identity/asker.h"
#include "collega/store/store.h"
#include "rules.h"

namespace collega::gateway {

/// Whose use it is; 0 is nobody's.
struct User {
  std::int64_t account = 0;
  std::int64_t key = 0;
  std::int64_t unit = 0;
};

struct Used {
  std::string purpose;
  ProviderId provider;
  std::string model;
  std::int64_t tokens_in = 0;
  std::int64_t tokens_out = 0;
  std::int64_t micros = 0;
  std::int64_t replaced = 0;
};

/// May be used from several threads.
class Meter {
 public:
  /// Whose use this is; the unit is that of most hours today.
  [[nodiscard]] Result<User> user_of(const identity::Asker& asker, store::Store& store);
  /// Counts a request. Errors: too_many_requests with the seconds to wait; budget_spent with whose it is; those of the
  /// store.
  Result<Done> admit(const Rules& rules, const User& user, store::Store& store, Moment now, Date today);
  Result<Done> count(const User& user, const Used& used, store::Store& store, Date today);
  /// Writes down what was counted.
  Result<Done> flush(store::Store& store);

 private:
  using Subject = std::pair<LimitOf, std::int64_t>;
  using Row = std::tuple<std::string, std::string, std::int64_t, std::string, std::int64_t, std::int64_t, std::int64_t>;
  using Time = std::chrono::steady_clock::time_point;
  struct Sums {
    std::int64_t requests = 0, tokens_in = 0, tokens_out = 0, micros = 0, replaced = 0;
  };
  struct Spent {
    Date month;
    std::int64_t tokens = 0, micros = 0;
    Time read_at{};
  };
  struct Minute {
    std::int64_t minute = 0, requests = 0;
  };
  [[nodiscard]] Result<Done> check_rate(const Limit& limit, const Subject& subject, Moment now);
  [[nodiscard]] Result<Done> check_budget(const Limit& limit, const Subject& subject, store::Store& store, Date today);
  [[nodiscard]] Result<Spent> spent_by(const Subject& subject, store::Store& store, Date month);
  static void add(Sums& to, const Sums& more);
  static Result<Done> write_down(const std::map<Row, Sums>& taken, store::Store& store);

  std::mutex mutex_;
  std::map<Row, Sums> held_;
  std::map<Subject, Spent> spent_;
  std::map<Subject, Minute> minutes_;
  std::map<std::int64_t, std::pair<std::int64_t, Time>> units_;  ///< of accounts
  Time flushed_at_{};
};

}  // namespace collega::gateway
