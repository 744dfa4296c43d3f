#include "workers.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <utility>

namespace collega::http {

Workers::Workers(asio::any_io_executor home, std::size_t threads, std::size_t most, std::atomic<std::size_t>& gauge)
    : home_(std::move(home)), most_(most), gauge_(gauge), pool_(threads) {}

asio::awaitable<void> Workers::run(std::function<void()> work) {
  ++there_;
  ++gauge_;
  std::exception_ptr thrown;
  const auto begin = [this](auto handler, std::function<void()> task, std::exception_ptr* caught) {
    asio::post(pool_, [this, handler = std::move(handler), task = std::move(task), caught]() mutable {
      try {
        task();
      } catch (...) {
        *caught = std::current_exception();
      }
      task = nullptr;
      asio::post(home_, std::move(handler));
    });
  };
  co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(begin, asio::use_awaitable, std::move(work),
                                                                        &thrown);
  --there_;
  --gauge_;
  if (thrown) std::rethrow_exception(thrown);
}

void Workers::stop() {
  pool_.stop();
  pool_.join();
}

}  // namespace collega::http
