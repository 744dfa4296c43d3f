#include "wire.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <boost/asio/write.hpp>
#include <cstring>
#include <utility>

namespace collega::http {
namespace {

constexpr std::size_t kPiece = 16 * 1024;
// Held by each connection that waits with TLS, beside the 60 kB that OpenSSL and Asio take.
constexpr std::size_t kPieceOfTls = 4 * 1024;
// Of a body that nobody wants, until whoever sends it has seen the answer.
constexpr std::size_t kMostDropped = 1024 * 1024;
// The first byte of every TLS connection (RFC 8446, 5.1: handshake).
constexpr char kHandshake = 0x16;

}  // namespace

Wire::Wire(asio::ip::tcp::socket socket, asio::ssl::context* tls) : socket_(std::move(socket)) {
  ErrorOfSystem ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  socket_.non_blocking(true, ignored);
  if (tls) tls_ = std::make_unique<asio::ssl::stream<asio::ip::tcp::socket&>>(socket_, *tls);
}

Wired Wire::ended(const ErrorOfSystem& failure) {
  until_.reset();
  if (is_late_) {
    is_late_ = false;
    return Wired::too_late;
  }
  return failure ? Wired::closed : Wired::done;
}

asio::awaitable<Wired> Wire::shake_hands(Time until) {
  if (is_late_) co_return ended({});
  until_ = until;
  ErrorOfSystem failure;
  co_await socket_.async_wait(asio::socket_base::wait_read, asio::redirect_error(asio::use_awaitable, failure));
  char first = kHandshake;
  if (!failure && ::recv(socket_.native_handle(), &first, 1, MSG_PEEK | MSG_DONTWAIT) == 1 && first != kHandshake) {
    tls_.reset();
    co_return ended(failure);
  }
  if (!failure)
    co_await tls_->async_handshake(asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, failure));
  co_return ended(failure);
}

asio::awaitable<Wired> Wire::read(std::string& in, std::size_t most, Time until) {
  if (is_late_) co_return ended({});
  until_ = until;
  if (tls_) co_return co_await read_tls(in, most);
  co_return co_await read_plain(in, most);
}

asio::awaitable<Wired> Wire::read_plain(std::string& in, std::size_t most) {
  ErrorOfSystem failure;
  do {
    co_await socket_.async_wait(asio::socket_base::wait_read, asio::redirect_error(asio::use_awaitable, failure));
    if (!failure && !is_late_) take_what_is_there(in, most, failure);
  } while (failure == asio::error::would_block && !is_late_);
  co_return ended(failure);
}

/// Apart, because a coroutine keeps its variables for as long as it waits.
void Wire::take_what_is_there(std::string& in, std::size_t most, ErrorOfSystem& failure) {
  std::array<char, kPiece> piece;
  const std::size_t got = socket_.read_some(asio::buffer(piece.data(), std::min(most, piece.size())), failure);
  in.append(piece.data(), got);
}

asio::awaitable<Wired> Wire::read_tls(std::string& in, std::size_t most) {
  const std::size_t before = in.size();
  const std::size_t size = std::min(most, kPieceOfTls);
  in.resize(before + size);
  ErrorOfSystem failure;
  const std::size_t got = co_await tls_->async_read_some(asio::buffer(in.data() + before, size),
                                                         asio::redirect_error(asio::use_awaitable, failure));
  in.resize(before + got);
  co_return ended(failure);
}

asio::awaitable<Wired> Wire::write(std::string_view first, std::string_view second, Time until) {
  if (is_late_) co_return ended({});
  until_ = until;
  const std::array<asio::const_buffer, 2> both = {asio::buffer(first), asio::buffer(second)};
  ErrorOfSystem failure;
  if (tls_) {
    co_await asio::async_write(*tls_, both, asio::redirect_error(asio::use_awaitable, failure));
  } else {
    co_await asio::async_write(socket_, both, asio::redirect_error(asio::use_awaitable, failure));
  }
  co_return ended(failure);
}

asio::awaitable<void> Wire::part(Time until) {
  ErrorOfSystem failure;
  if (tls_) {
    until_ = until;
    co_await tls_->async_shutdown(asio::redirect_error(asio::use_awaitable, failure));
    if (ended(failure) == Wired::too_late) co_return;
    tls_.reset();
  }
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, failure);
  std::string dropped;
  std::size_t taken = 0;
  while (taken < kMostDropped) {
    const Wired wired = co_await read(dropped, kPiece, until);
    if (wired != Wired::done) break;
    taken += dropped.size();
    dropped.clear();
  }
}

void Wire::close() {
  ErrorOfSystem ignored;
  socket_.close(ignored);
}

bool Wire::has_left() {
  pollfd seen{.fd = socket_.native_handle(), .events = POLLRDHUP, .revents = 0};
  return ::poll(&seen, 1, 0) != 0;
}

void Wire::send_at_once(std::string_view bytes) {
  if (!tls_)
    static_cast<void>(::send(socket_.native_handle(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
}

void Wire::give_up() {
  is_late_ = true;  // and `until_` stays: a step that was just done may begin another
  ErrorOfSystem ignored;
  socket_.cancel(ignored);
}

}  // namespace collega::http
