#pragma once

// One connection's bytes, with or without TLS. Nothing waits here without an end: whoever looks after all connections
// calls give_up() when the time that was given is over.

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "allowances.h"
#include "asio.h"

namespace collega::http {

/// How an attempt to read or write ended.
enum class Wired { done, closed, too_late };

class Wire {
 public:
  /// `tls` none: without.
  Wire(asio::ip::tcp::socket socket, asio::ssl::context* tls);

  [[nodiscard]] bool is_tls() const { return tls_ != nullptr; }
  /// Makes TLS of it. Whoever speaks without is `done` too, and is_tls() no more: they are owed an answer they can
  /// read.
  [[nodiscard]] asio::awaitable<Wired> shake_hands(Time until);

  /// Appends what comes to `in`, at most `most` bytes. While nothing comes it holds no memory.
  [[nodiscard]] asio::awaitable<Wired> read(std::string& in, std::size_t most, Time until);
  [[nodiscard]] asio::awaitable<Wired> write(std::string_view first, std::string_view second, Time until);

  /// Says that no more will be written, and takes what still comes, so that the last answer is not lost with it.
  [[nodiscard]] asio::awaitable<void> part(Time until);
  void close();
  /// Whether whoever is at the other end will send no more, seen without reading.
  [[nodiscard]] bool has_left();
  /// As much as the system takes without waiting; nothing with TLS.
  void send_at_once(std::string_view bytes);

  /// When what waits now must have ended; none: nothing waits that could be given up.
  [[nodiscard]] std::optional<Time> until() const { return until_; }
  void give_up();

 private:
  [[nodiscard]] Wired ended(const ErrorOfSystem& failure);
  [[nodiscard]] asio::awaitable<Wired> read_plain(std::string& in, std::size_t most);
  void take_what_is_there(std::string& in, std::size_t most, ErrorOfSystem& failure);
  [[nodiscard]] asio::awaitable<Wired> read_tls(std::string& in, std::size_t most);

  asio::ip::tcp::socket socket_;
  std::unique_ptr<asio::ssl::stream<asio::ip::tcp::socket&>> tls_;
  std::optional<Time> until_;
  bool is_late_ = false;
};

}  // namespace collega::http
