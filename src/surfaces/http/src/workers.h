#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <functional>

#include "asio.h"

namespace collega::http {

/// Threads for what blocks. Whoever waits for them does so on the executor they were made with.
class Workers {
 public:
  /// `most`: how many may wait or be at work; `gauge` tells how many do, of several pools together.
  Workers(asio::any_io_executor home, std::size_t threads, std::size_t most, std::atomic<std::size_t>& gauge);
  ~Workers() { stop(); }

  [[nodiscard]] bool is_full() const { return there_ >= most_; }

  /// Done when `work` is; what it throws is thrown here. Not when is_full().
  [[nodiscard]] asio::awaitable<void> run(std::function<void()> work);

  /// Waits for what is at work and drops what waits.
  void stop();

 private:
  asio::any_io_executor home_;
  std::size_t most_;
  std::size_t there_ = 0;  // of the home thread alone
  std::atomic<std::size_t>& gauge_;
  asio::thread_pool pool_;
};

}  // namespace collega::http
