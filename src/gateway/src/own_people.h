#pragma once

// The names of everybody whom the organisation keeps, for the shield: no list of names is better.

#include <chrono>
#include <memory>
#include <mutex>

#include "collega/privacy/find.h"
#include "collega/store/store.h"

namespace collega::gateway {

/// May be used from several threads.
class OwnPeople {
 public:
  /// At most ten minutes old. Errors: those of the store, when there are none yet.
  [[nodiscard]] Result<std::shared_ptr<const privacy::KnownPeople>> get(store::Store& store, Date today);

 private:
  using Time = std::chrono::steady_clock::time_point;
  [[nodiscard]] static Result<std::shared_ptr<const privacy::KnownPeople>> read(store::Store& store, Date today);
  std::mutex mutex_;
  std::shared_ptr<const privacy::KnownPeople> people_;
  Time read_at_{};
};

}  // namespace collega::gateway
