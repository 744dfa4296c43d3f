#include "collega/http/server.h"

#include <sys/resource.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <optional>

#include "connection.h"
#include "open_api.h"

namespace collega::http {
namespace {

using namespace std::chrono_literals;
using asio::ip::tcp;

// For the store, files, logs and the connections that are being refused.
constexpr std::size_t kOtherDescriptors = 512;
constexpr auto kSlowestSweep = 250ms;
constexpr auto kQuickestSweep = 5ms;
constexpr auto kAfterFailure = 50ms;
// Threads that mostly wait: with more people than this who wait for a model, the next waits for one of them.
constexpr std::size_t kAway = 64;

/// As many descriptors as the system lets us have.
std::size_t raised_descriptors() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  ::getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur;
}

std::size_t most_connections(std::size_t asked) {
  const std::size_t descriptors = raised_descriptors();
  return std::min(asked, descriptors > 2 * kOtherDescriptors ? descriptors - kOtherDescriptors : descriptors / 2);
}

/// An IPv4 address within IPv6 as itself, so that it is counted and shown as one.
std::string text_of(asio::ip::address address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  return address.to_string();
}

std::chrono::milliseconds sweep_every(const Limits& limits) {
  const auto shortest = std::min({limits.idle, limits.header_time, limits.grace});
  return std::clamp<std::chrono::milliseconds>(shortest / 8, kQuickestSweep, kSlowestSweep);
}

}  // namespace

struct Server::State {
  State(operations::Office& office_, Settings settings_)
      : office(office_),
        settings(std::move(settings_)),
        open_api(office.table(), settings.version),
        house{office, settings, figures, gauges, open_api},
        routes(office.table(), settings.mounts),
        reception(most_connections(settings.limits.connections), settings.limits.connections_of_source, gauges),
        allowances(settings.limits.of_session, settings.limits.of_mounted, settings.limits.of_source),
        crew(settings.limits.mounted),
        desk(io.get_executor(), settings.threads, settings.limits.queue, gauges.waiting),
        away(io.get_executor(), kAway, settings.limits.queue, gauges.waiting),
        door(io.get_executor(), settings.sign_in_threads, settings.limits.queue, gauges.waiting),
        aside(io.get_executor(), 1, std::numeric_limits<std::size_t>::max(), gauges.waiting),
        hall{house, routes, pages, reception, allowances, desk, away, door, crew, is_closing, aside} {}

  ~State() {
    is_closing = true;
    crew.stop();
    desk.stop();
    away.stop();
    door.stop();
    aside.stop();
  }

  Result<Done> listen();
  Result<Done> prepare_tls();
  asio::awaitable<void> accept();
  asio::awaitable<void> watch();
  asio::awaitable<void> last_words();
  void receive_guarded(tcp::socket socket);
  void receive(tcp::socket socket);
  void begin_to_stop();
  void end_if_empty();

  operations::Office& office;
  Settings settings;
  Figures figures;
  Gauges gauges;
  OpenApi open_api;
  House house;
  Routes routes;
  Pages pages;
  Reception reception;
  Allowances allowances;
  asio::io_context io{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard{io.get_executor()};
  tcp::acceptor acceptor{io};
  std::optional<asio::ssl::context> tls;
  std::atomic<bool> is_closing = false;
  Crew crew;
  Workers desk, away, door, aside;
  Hall hall;
  bool is_watching = false;
};

Result<Done> Server::State::listen() {
  ErrorOfSystem failure;
  const asio::ip::address address = asio::ip::make_address(settings.address, failure);
  const std::string where = settings.address + ":" + std::to_string(settings.port);
  if (failure) return Error{ErrorCode::port_taken, where, failure.message()};
  const tcp::endpoint endpoint{address, settings.port};
  acceptor.open(endpoint.protocol(), failure);
  if (!failure) acceptor.set_option(tcp::acceptor::reuse_address(true), failure);
  if (!failure) acceptor.bind(endpoint, failure);
  if (!failure) acceptor.listen(asio::socket_base::max_listen_connections, failure);
  if (failure) return Error{ErrorCode::port_taken, where, failure.message()};
  return Done{};
}

Result<Done> Server::State::prepare_tls() {
  if (settings.certificate.empty()) return Done{};
  tls.emplace(asio::ssl::context::tls_server);
  ErrorOfSystem failure;
  tls->use_certificate_chain_file(settings.certificate.string(), failure);
  if (failure) return Error{ErrorCode::file_unreadable, settings.certificate.string(), failure.message()};
  tls->use_private_key_file(settings.certificate_key.string(), asio::ssl::context::pem, failure);
  if (failure) return Error{ErrorCode::file_unreadable, settings.certificate_key.string(), failure.message()};
  SSL_CTX* context = tls->native_handle();
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
  return Done{};
}

asio::awaitable<void> Server::State::accept() {
  while (acceptor.is_open()) {
    ErrorOfSystem failure;
    tcp::socket socket = co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, failure));
    if (!acceptor.is_open()) break;
    if (!failure) {
      receive_guarded(std::move(socket));
      continue;
    }
    reception.make_room();  // out of descriptors, most likely
    asio::steady_timer timer{io, kAfterFailure};
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, failure));
  }
}

/// Whatever goes wrong with one who comes, the next one is let in: what is thrown here would end accept() unseen.
void Server::State::receive_guarded(tcp::socket socket) {
  try {
    receive(std::move(socket));
  } catch (const std::exception&) {
    settings.log(R"({"event":"a connection was not taken after an error of the server"})");
  }
}

void Server::State::receive(tcp::socket socket) {
  ErrorOfSystem failure;
  const tcp::endpoint from = socket.remote_endpoint(failure);
  if (failure) return;
  const std::string peer = text_of(from.address());
  auto connection = std::make_shared<Connection>(std::move(socket), peer, tls ? &*tls : nullptr, hall);
  if (!reception.enter(*connection, peer, std::ranges::find(settings.proxies, peer) != settings.proxies.end())) {
    ++gauges.connections_refused;
    connection->refuse();
    return;
  }
  asio::co_spawn(io, connection->serve(), [this, connection](const std::exception_ptr& thrown) {
    reception.leave(*connection);
    if (thrown) settings.log(R"({"event":"a connection was given up after an error of the server"})");
    end_if_empty();
  });
  if (!is_watching) asio::co_spawn(io, watch(), asio::detached);
}

/// While there is anybody: without, nothing wakes the processor.
asio::awaitable<void> Server::State::watch() {
  is_watching = true;
  asio::steady_timer timer{io};
  while (!reception.is_empty()) {
    timer.expires_after(sweep_every(settings.limits));
    ErrorOfSystem ignored;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    reception.sweep(std::chrono::steady_clock::now());
  }
  is_watching = false;
}

void Server::State::begin_to_stop() {
  if (hall.is_stopping) return;
  hall.is_stopping = true;
  ErrorOfSystem ignored;
  acceptor.close(ignored);
  reception.close_waiting();
  asio::co_spawn(io, last_words(), asio::detached);
  end_if_empty();
}

asio::awaitable<void> Server::State::last_words() {
  asio::steady_timer timer{io, settings.limits.last_words};
  ErrorOfSystem ignored;
  co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  is_closing = true;
  reception.close_all();
  io.stop();
}

void Server::State::end_if_empty() {
  if (hall.is_stopping && reception.is_empty()) io.stop();
}

Server::Server(operations::Office& office, Settings settings)
    : state_(std::make_unique<State>(office, std::move(settings))) {}
Server::~Server() = default;

Result<Done> Server::start() {
  if (!state_->settings.pages.empty()) state_->pages = TRY(Pages::read(state_->settings.pages));
  TRY(state_->prepare_tls());
  TRY(state_->listen());
  asio::co_spawn(state_->io, state_->accept(), asio::detached);
  return Done{};
}

std::uint16_t Server::port() const {
  ErrorOfSystem failure;
  const tcp::endpoint endpoint = state_->acceptor.local_endpoint(failure);
  return failure ? std::uint16_t{0} : endpoint.port();
}

void Server::run() { state_->io.run(); }

void Server::stop() {
  asio::post(state_->io, [state = state_.get()] { state->begin_to_stop(); });
}

}  // namespace collega::http
