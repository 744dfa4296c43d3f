#pragma once

// Connections on loan: readers from a bounded pool, one writer at a time.

#include <condition_variable>
#include <mutex>
#include <vector>

#include "connection.h"

namespace collega::store {

class Pool {
 public:
  Pool(std::unique_ptr<Backend> backend, std::chrono::milliseconds patience)
      : backend_(std::move(backend)), patience_(patience) {}

  /// Errors: store_busy when none came free in time; those of connecting.
  [[nodiscard]] Result<std::unique_ptr<Connection>> take(bool writing);
  void give_back(std::unique_ptr<Connection> connection, bool writing) noexcept;
  [[nodiscard]] Backend& backend() { return *backend_; }

 private:
  struct Lane {
    std::size_t out = 0;
    std::size_t most;
    std::vector<std::unique_ptr<Connection>> idle;
  };
  [[nodiscard]] Lane& lane(bool writing) { return writing ? writers_ : readers_; }

  std::unique_ptr<Backend> backend_;
  std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::condition_variable came_back_;
  // Sixteen readers keep two cores and a disk busy; a connection costs some megabytes on PostgreSQL.
  Lane readers_{.most = 16, .idle = {}};
  Lane writers_{.most = 1, .idle = {}};
};

}  // namespace collega::store
