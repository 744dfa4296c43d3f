#pragma once

// An answer on its way from the thread that makes it to the one that serves. Holds a bounded number of bytes: who makes
// faster than somebody takes, waits.

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

#include "asio.h"
#include "collega/http/mounted.h"
#include "reply.h"

namespace collega::http {

class Piped final : public MountedAnswer, public std::enable_shared_from_this<Piped> {
 public:
  /// `is_closing`: the server goes, and with it whoever asked.
  Piped(asio::any_io_executor home, const std::atomic<bool>& is_closing)
      : home_(home), timer_(home), is_closing_(is_closing) {}

  // Of the thread that makes it.
  void recognised(std::int64_t account) override;
  void begin(unsigned status, std::string_view type, int retry_after) override;
  bool send(std::string_view piece) override;
  [[nodiscard]] bool has_left() const override { return has_left_ || is_closing_; }
  void end();

  // Of the thread that serves.
  /// Until there is something to take, or it is over, or a while has passed.
  [[nodiscard]] asio::awaitable<void> wait();
  enum class State { not_begun, going, over };
  /// What came since; appended to `piece`.
  [[nodiscard]] State take(std::string& piece);
  /// Without its body. After it has begun, or is over.
  [[nodiscard]] Reply head();
  /// Nobody takes it any more.
  void leave();

 private:
  void wake(std::unique_lock<std::mutex> lock);
  asio::any_io_executor home_;
  asio::steady_timer timer_;
  const std::atomic<bool>& is_closing_;
  std::atomic<bool> has_left_ = false;
  std::mutex mutex_;
  std::condition_variable room_;
  std::string pending_;
  bool is_begun_ = false;
  bool is_over_ = false;
  bool is_awaited_ = false;
  unsigned status_ = 500;
  std::string type_;
  int retry_after_ = 0;
  Noted noted_;
};

}  // namespace collega::http
