#pragma once

// When a call fails: the same service once more, or the next one.

#include <algorithm>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "collega/base/result.h"

namespace collega::models {

/// Calls that may be made anew: one for every ten that were made, ten at most, so that a service in trouble is not
/// asked twice as much.
class RetryBudget {
 public:
  void earn();
  [[nodiscard]] bool take();

 private:
  static constexpr double kEarned = 0.1;
  static constexpr double kMost = 10;
  std::mutex mutex_;
  double left_ = kMost;
};

/// Whether another attempt, here or elsewhere, could do better.
[[nodiscard]] bool is_passing(const Error& error);

/// Before the same service is asked once more.
constexpr std::chrono::milliseconds kBeforeRetry{100};

/// One attempt at the service with this place in the order. It says whether the asker was handed anything: after that
/// nothing is tried anew.
struct Attempted {
  Result<Done> result = Done{};
  bool has_begun = false;
};

/// Tries `services` in their order, each once and, while the budget lasts, the last once more. Gives which one
/// answered.
[[nodiscard]] Result<std::size_t> with_fallback(std::size_t services, RetryBudget& budget,
                                                const std::function<Attempted(std::size_t service)>& attempt,
                                                const std::function<bool()>& left = {});

}  // namespace collega::models
