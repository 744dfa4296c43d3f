#include "collega/models/fallback.h"

#include <thread>

namespace collega::models {

void RetryBudget::earn() {
  const std::lock_guard lock{mutex_};
  left_ = std::min(left_ + kEarned, kMost);
}

bool RetryBudget::take() {
  const std::lock_guard lock{mutex_};
  if (left_ < 1) return false;
  left_ -= 1;
  return true;
}

bool is_passing(const Error& error) {
  return error.code == ErrorCode::model_unreachable || error.code == ErrorCode::model_slow ||
         error.code == ErrorCode::model_broken;
}

Result<std::size_t> with_fallback(std::size_t services, RetryBudget& budget,
                                  const std::function<Attempted(std::size_t service)>& attempt,
                                  const std::function<bool()>& left) {
  budget.earn();
  Error last{ErrorCode::no_provider};
  bool is_anew = false;
  for (std::size_t service = 0; service < services;) {
    const Attempted tried = attempt(service);
    if (tried.result) return service;
    last = tried.result.error();
    if (tried.has_begun || last.code == ErrorCode::job_stopped || (left && left())) return last;
    if (service + 1 < services) {
      ++service;  // a refusal too: another service may know the model, or have room
      continue;
    }
    if (is_anew || last.code != ErrorCode::model_unreachable || !budget.take()) return last;
    is_anew = true;
    std::this_thread::sleep_for(kBeforeRetry);
  }
  return last;
}

}  // namespace collega::models
