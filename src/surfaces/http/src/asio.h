#pragma once

// Asio's coroutines, for every file of ours that waits.

// clang 14, which checks and fuzzes, has C++20's coroutines and does not say so.
#if defined(__clang__) && !defined(__cpp_impl_coroutine)
#define __cpp_impl_coroutine 201902L  // NOLINT(bugprone-reserved-identifier)
#endif

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace collega::http {

namespace asio = boost::asio;
using ErrorOfSystem = boost::system::error_code;

}  // namespace collega::http
