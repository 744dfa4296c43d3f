#include "piped.h"

#include <boost/asio/post.hpp>
#include <utility>

namespace collega::http {
namespace {

constexpr std::size_t kMostPending = 64 * 1024;
// How soon it is seen that whoever asked has left.
constexpr std::chrono::milliseconds kLookEvery{100};

/// Types outlive every answer that names them.
std::string_view lasting(std::string_view type) {
  for (const std::string_view one : {"text/event-stream", "text/plain; charset=utf-8"}) {
    if (type == one) return one;
  }
  return kJson;
}

}  // namespace

void Piped::recognised(std::int64_t account) {
  const std::lock_guard lock{mutex_};
  noted_.account = account;
  noted_.is_recognised = true;
}

void Piped::begin(unsigned status, std::string_view type, int retry_after) {
  const std::lock_guard lock{mutex_};
  status_ = status;
  type_ = type;
  retry_after_ = retry_after;
  is_begun_ = true;  // told with the first piece, or at the end: an answer in one piece goes in one
}

bool Piped::send(std::string_view piece) {
  std::unique_lock lock{mutex_};
  while (pending_.size() >= kMostPending && !has_left()) room_.wait_for(lock, kLookEvery);
  if (has_left()) return false;
  pending_ += piece;
  // An answer in one piece goes with its end.
  if (type_ == kJson) return true;
  wake(std::move(lock));
  return true;
}

void Piped::end() {
  std::unique_lock lock{mutex_};
  is_over_ = true;
  wake(std::move(lock));
}

void Piped::wake(std::unique_lock<std::mutex> lock) {
  if (!std::exchange(is_awaited_, false)) return;
  lock.unlock();  // or who is woken would wait for us
  asio::post(home_, [self = shared_from_this()] { self->timer_.cancel(); });
}

asio::awaitable<void> Piped::wait() {
  {
    const std::lock_guard lock{mutex_};
    if (!pending_.empty() || is_over_) co_return;
    timer_.expires_after(kLookEvery);
    is_awaited_ = true;
  }
  ErrorOfSystem ignored;
  co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

Piped::State Piped::take(std::string& piece) {
  const std::lock_guard lock{mutex_};
  if (is_begun_ || is_over_) {
    piece += pending_;
    pending_.clear();
    room_.notify_one();
  }
  if (is_over_) return State::over;
  return is_begun_ && !piece.empty() ? State::going : State::not_begun;
}

Reply Piped::head() {
  const std::lock_guard lock{mutex_};
  Reply reply;
  reply.status = is_begun_ ? status_ : 500;
  reply.type = lasting(type_);
  if (retry_after_ > 0) reply.add("Retry-After", std::to_string(retry_after_));
  if (reply.status == 401) reply.add("WWW-Authenticate", "Bearer realm=\"collega\"");
  reply.noted = noted_;
  return reply;
}

void Piped::leave() {
  has_left_ = true;
  room_.notify_one();
}

}  // namespace collega::http
