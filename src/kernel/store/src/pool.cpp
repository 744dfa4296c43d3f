#include "pool.h"

namespace collega::store {

Result<std::unique_ptr<Connection>> Pool::take(bool writing) {
  std::unique_lock lock{mutex_};
  Lane& mine = lane(writing);
  if (!came_back_.wait_for(lock, patience_, [&] { return mine.out < mine.most; })) return Error{ErrorCode::store_busy};
  ++mine.out;
  if (!mine.idle.empty()) {
    std::unique_ptr<Connection> connection = std::move(mine.idle.back());
    mine.idle.pop_back();
    return connection;
  }
  lock.unlock();
  Result<std::unique_ptr<Connection>> connection = backend_->connect(writing);
  if (!connection) give_back(nullptr, writing);
  return connection;
}

void Pool::give_back(std::unique_ptr<Connection> connection, bool writing) noexcept {
  const std::lock_guard lock{mutex_};
  Lane& mine = lane(writing);
  --mine.out;
  if (connection && connection->is_alive()) mine.idle.push_back(std::move(connection));
  came_back_.notify_all();
}

}  // namespace collega::store
