#include "connection.h"

#include <algorithm>
#include <exception>
#include <typeinfo>
#include <utility>

#include "file_routes.h"
#include "head_check.h"
#include "header_values.h"
#include "piped.h"
#include "problem.h"
#include "text.h"

namespace collega::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kPiece = 16 * 1024;
// As much as is worth a turn to the disk.
constexpr std::size_t kPieceOfFile = 64 * 1024;
// Of a body that was not read to its end: the line of a chunk, or its trailer, has no business being longer.
constexpr std::size_t kLongestUnread = 2 * kPiece;

Time now() { return std::chrono::steady_clock::now(); }

bool is_of_programs(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

std::string_view credential_of(const Request& request) {
  return request.shown.session.empty() ? request.shown.key : request.shown.session;
}

Error too_large(std::uint64_t most) { return {ErrorCode::request_too_large, std::to_string(most) + " bytes"}; }

/// What a handler threw, without what it says: that may hold anything.
std::string name_of_thrown(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::logic_error& bug) {
    return std::string{typeid(bug).name()} + ": " + bug.what();  // of ours: its text stands in the program
  } catch (const std::exception& bug) {
    return typeid(bug).name();
  } catch (...) {
    return "thrown";
  }
}

/// A problem of ours in the words of the protocol that was spoken.
void tell_as_mounted(const Mount& mount, const Request& request, Reply& reply) {
  if (reply.type != kProblemJson) return;
  const auto code = error_code_named(reply.noted.code);
  reply.body = mount.problem(code.value_or(ErrorCode::internal), request.language);
  reply.type = kJson;
}

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, std::string peer, asio::ssl::context* tls, Hall& hall)
    : wire_(std::move(socket), tls), peer_(std::move(peer)), hall_(hall) {}

asio::awaitable<void> Connection::serve() {
  bool goes_on = co_await greet();
  while (goes_on) goes_on = co_await one_request();
  wire_.close();
}

void Connection::refuse() {
  const Reply reply = problem_reply({ErrorCode::server_busy}, Language::nl);
  const std::string& body = *reply.text();
  wire_.send_at_once(head_of(reply, {.keeps_alive = false, .length = body.size(), .date = hall_.date()}) + body);
  wire_.close();
}

asio::awaitable<bool> Connection::greet() {
  if (!wire_.is_tls()) co_return true;
  const Wired shaken = co_await wire_.shake_hands(now() + hall_.limits().header_time);
  if (shaken == Wired::done && !wire_.is_tls()) {
    Exchange exchange{hall_.house.gauges};
    exchange.knows_how_to_go_on = false;
    Reply reply = problem_reply({ErrorCode::request_malformed, "https"}, Language::nl);
    co_return co_await answer(exchange, std::move(reply));
  }
  co_return shaken == Wired::done;
}

asio::awaitable<bool> Connection::one_request() {
  hall_.reception.waits(*this);
  std::size_t end = 0;
  const HeadRead read = co_await read_head(end);
  if (read == HeadRead::closed && in_.empty()) co_return false;
  if (read == HeadRead::late && in_.empty()) co_return false;  // nothing was asked, so nothing is answered
  hall_.reception.works(*this);
  Exchange exchange{hall_.house.gauges};
  exchange.began = now();
  const std::optional<Error> fault = fault_in(read, std::string_view{in_}.substr(0, end), exchange);
  in_.erase(0, end);
  Reply reply;
  if (fault) {
    reply = problem_reply(*fault, exchange.request.language);
  } else {
    reply = co_await reply_guarded(exchange);
  }
  co_return co_await answer(exchange, std::move(reply));
}

asio::awaitable<Reply> Connection::reply_guarded(Exchange& exchange) {
  const Request& request = exchange.request;
  Reply reply;
  std::exception_ptr thrown;
  try {
    reply = co_await reply_to(exchange);
  } catch (...) {
    thrown = std::current_exception();
  }
  if (thrown) reply = problem_reply({ErrorCode::internal, {}, name_of_thrown(thrown)}, request.language);
  if (exchange.found.route && exchange.found.route->mount)
    tell_as_mounted(*exchange.found.route->mount, request, reply);
  const bool is_nobodys =
      reply.noted.code == name_of(ErrorCode::session_over) || reply.noted.code == name_of(ErrorCode::key_refused);
  if (reply.noted.is_recognised || is_nobodys) {
    hall_.allowances.recognised(credential_of(request), !is_nobodys, exchange.began);
  }
  co_return reply;
}

asio::awaitable<Connection::HeadRead> Connection::read_head(std::size_t& end) {
  const Limits& limits = hall_.limits();
  std::size_t seen = 0;
  std::optional<Time> began;
  if (in_.empty()) in_.shrink_to_fit();
  while (true) {
    while (std::string_view{in_}.starts_with(kLineEnd)) in_.erase(0, kLineEnd.size());  // RFC 9112, 2.2
    if (in_.size() > 1 || (!in_.empty() && in_.front() != '\r')) {
      const HeadEnd found = find_head_end(in_, seen);
      if (found.end > limits.header || (found.end == 0 && in_.size() > limits.header)) co_return HeadRead::too_large;
      if (found.is_broken) co_return HeadRead::broken;
      end = found.end;
      if (end > 0) co_return HeadRead::whole;
      seen = in_.size();
    }
    if (!in_.empty() && !began) began = now();
    const Time until = began ? *began + limits.header_time : now() + limits.idle;
    const Wired wired = co_await wire_.read(in_, kPiece, until);
    if (wired == Wired::closed) co_return HeadRead::closed;
    if (wired == Wired::too_late) co_return HeadRead::late;
    if (!began) began = now();
  }
}

std::optional<Error> Connection::fault_in(HeadRead read, std::string_view head, Exchange& exchange) {
  exchange.knows_how_to_go_on = false;
  switch (read) {
    case HeadRead::late:
      return Error{hall_.is_stopping ? ErrorCode::server_busy : ErrorCode::request_too_slow};
    case HeadRead::closed:
      return Error{ErrorCode::request_malformed, "no end"};
    case HeadRead::broken:
      return Error{ErrorCode::request_malformed, "line"};
    case HeadRead::too_large:
      return Error{ErrorCode::header_too_large, std::to_string(hall_.limits().header) + " bytes"};
    case HeadRead::whole:
      break;
  }
  if (const auto fault = fault_in_head(head)) return Error{ErrorCode::request_malformed, std::string{*fault}};
  if (!exchange.parser.read_head(head)) return Error{ErrorCode::request_malformed};
  exchange.knows_how_to_go_on = true;
  const Peer peer{.address = peer_, .is_secure = wire_.is_tls(), .proxies = hall_.settings().proxies};
  if (const auto understood = read_request(exchange.parser, peer, exchange.request); !understood)
    return understood.error();
  return std::nullopt;
}

std::optional<Reply> Connection::reply_at_once(Exchange& exchange) {
  Request& request = exchange.request;
  const auto refuse = [&](Error error) { return problem_reply(error, request.language); };
  exchange.found = hall_.routes.find(request.path);
  if (!exchange.found.route) {
    if (is_of_programs(request.path)) return refuse({ErrorCode::no_such_page});
    if (!is_safe(request.method)) return std::move(refuse({ErrorCode::wrong_method}).add("Allow", "GET, HEAD"));
    exchange.is_page = true;
    if (auto page = hall_.pages.find(request.path, encodings_liked(request.accept_encoding), request.if_none_match))
      return page;
    return request.path == "/" ? no_pages(request.language) : refuse({ErrorCode::no_such_page});
  }
  request.id = exchange.found.id;
  exchange.action = exchange.found.route->action(request.method);
  if (!exchange.action)
    return std::move(refuse({ErrorCode::wrong_method}).add("Allow", exchange.found.route->allowed()));
  if (exchange.action->lane == Lane::here) return std::nullopt;
  if (const auto wait = hall_.allowances.ask(request.source, credential_of(request), exchange.began,
                                             exchange.found.route->mount != nullptr)) {
    return refuse({ErrorCode::too_many_requests, std::to_string(wait->count())});
  }
  if (auto fault = fault_at_door(request, *exchange.action)) return refuse(std::move(*fault));
  return std::nullopt;
}

asio::awaitable<Reply> Connection::reply_to(Exchange& exchange) {
  if (auto reply = reply_at_once(exchange)) co_return std::move(*reply);
  Visit visit{
      .request = exchange.request, .route = *exchange.found.route, .action = *exchange.action, .house = hall_.house};
  if (exchange.action->takes == Takes::anything) co_return co_await serve_mounted(exchange);
  if (exchange.action->takes == Takes::file) co_return co_await take_file(exchange, visit);
  if (exchange.action->takes == Takes::json) {
    const std::optional<Error> fault = co_await read_json(exchange);
    if (fault) co_return problem_reply(*fault, exchange.request.language);
  }
  co_return co_await work(exchange, visit);
}

asio::awaitable<Reply> Connection::serve_mounted(Exchange& exchange) {
  const Mount& mount = *exchange.found.route->mount;
  Request& request = exchange.request;
  if (const auto fault = co_await read_body(exchange, mount.most_body))
    co_return problem_reply(*fault, request.language);
  MountedRequest asked{.method = std::string{exchange.parser.method()},
                       .path = std::string{request.path},
                       .content_type = std::string{request.content_type},
                       .key = std::string{request.shown.key},
                       .purpose = std::string{exchange.parser.field("Collega-Purpose")},
                       .body = std::move(request.body),
                       .language = request.language};
  auto piped = std::make_shared<Piped>(co_await asio::this_coro::executor, hall_.is_closing);
  const bool is_begun = hall_.crew.start([piped, &mount, asked = std::move(asked)] {
    try {
      mount.serve(asked, *piped);
    } catch (const std::exception&) {
      piped->begin(500, kJson, 0);  // what a bug says may hold anything
      piped->send(mount.problem(ErrorCode::internal, asked.language));
    }
    piped->end();
  });
  if (!is_begun) co_return problem_reply({ErrorCode::server_busy}, request.language);
  std::string body;
  Piped::State state = Piped::State::not_begun;
  while ((state = piped->take(body)) == Piped::State::not_begun) {
    co_await piped->wait();
    if (wire_.has_left()) piped->leave();
  }
  Reply reply = piped->head();
  if (state == Piped::State::over) {
    reply.body = std::move(body);
  } else {
    reply.body = std::move(piped);
    reply.first = std::move(body);
  }
  co_return reply;
}

asio::awaitable<Reply> Connection::work(Exchange& exchange, Visit& visit) {
  if (visit.action.lane == Lane::here) co_return http::answer(visit);
  Workers& workers = visit.action.lane == Lane::desk   ? hall_.desk
                     : visit.action.lane == Lane::away ? hall_.away
                     : visit.action.lane == Lane::door ? hall_.door
                                                       : hall_.aside;
  if (workers.is_full()) co_return problem_reply({ErrorCode::server_busy}, exchange.request.language);
  Reply reply;
  std::function<void()> task = [&] { reply = http::answer(visit); };
  co_await workers.run(std::move(task));
  co_return reply;
}

asio::awaitable<void> Connection::invite_body(Exchange& exchange) {
  exchange.body_began = now();
  if (exchange.parser.is_done() || !is_same_word(exchange.parser.field("Expect"), "100-continue")) co_return;
  exchange.was_continued = true;
  co_await send("HTTP/1.1 100 Continue\r\n\r\n", {});  // that it did not arrive shows when the body is read
}

/// Holds no more memory than bytes came: whoever sends a body slowly costs little.
asio::awaitable<Connection::PieceRead> Connection::read_piece(Exchange& exchange, std::string& piece,
                                                              std::size_t size) {
  const Limits& limits = hall_.limits();
  piece.clear();
  PieceRead ended = PieceRead::more;
  while (ended == PieceRead::more && piece.size() < size && !exchange.parser.is_done()) {
    if (take_body(exchange, piece, size)) continue;
    if (exchange.is_broken || in_.size() > kLongestUnread) {
      ended = PieceRead::broken;
      continue;
    }
    const auto owed = std::chrono::milliseconds{exchange.body_bytes * 1000 / limits.pace};
    const Wired wired = co_await wire_.read(in_, kPiece, exchange.body_began + limits.grace + owed);
    if (wired == Wired::closed) ended = PieceRead::closed;
    if (wired == Wired::too_late) ended = PieceRead::late;
  }
  if (ended != PieceRead::more) exchange.knows_how_to_go_on = false;
  if (ended == PieceRead::more && exchange.parser.is_done()) ended = PieceRead::whole;
  co_return ended;
}

bool Connection::take_body(Exchange& exchange, std::string& piece, std::size_t size) {
  const std::size_t before = piece.size();
  piece.resize(before + std::min(size - before, in_.size()));
  const RequestParser::Progress progress = exchange.parser.read_body(in_, std::span{piece}.subspan(before));
  piece.resize(before + progress.produced);
  in_.erase(0, progress.consumed);
  exchange.body_bytes += progress.produced;
  exchange.is_broken = progress.is_broken;
  return progress.consumed > 0 && !progress.is_broken;
}

std::optional<Error> Connection::fault_in(PieceRead read) {
  if (read == PieceRead::late) return Error{ErrorCode::request_too_slow};
  if (read == PieceRead::closed || read == PieceRead::broken) return Error{ErrorCode::request_malformed, "body"};
  return std::nullopt;
}

asio::awaitable<std::optional<Error>> Connection::read_json(Exchange& exchange) {
  const Request& request = exchange.request;
  const bool has_body = request.is_chunked || request.content_length > 0;
  if (has_body && !is_json(request.content_type)) co_return Error{ErrorCode::wrong_media_type};
  co_return co_await read_body(exchange, hall_.limits().body);
}

asio::awaitable<std::optional<Error>> Connection::read_body(Exchange& exchange, std::size_t most) {
  const Limits& limits = hall_.limits();
  Request& request = exchange.request;
  if (!request.is_chunked && request.content_length == 0) co_return std::nullopt;
  if (request.content_length > most) co_return too_large(most);
  if (exchange.held.all() + request.content_length > limits.bodies_at_once) co_return Error{ErrorCode::server_busy};
  co_await invite_body(exchange);
  std::string piece;
  PieceRead read = PieceRead::more;
  while (read == PieceRead::more) {
    read = co_await read_piece(exchange, piece, std::min(kPiece, most - request.body.size() + 1));
    request.body += piece;
    exchange.held.add(piece.size());
    if (request.body.size() > most) co_return too_large(most);
    if (exchange.held.all() > limits.bodies_at_once) co_return Error{ErrorCode::server_busy};
  }
  co_return fault_in(read);
}

asio::awaitable<Reply> Connection::take_file(Exchange& exchange, Visit& visit) {
  const Request& request = exchange.request;
  if (request.content_length > hall_.limits().file)
    co_return problem_reply(too_large(hall_.limits().file), request.language);
  if (hall_.desk.is_full()) co_return problem_reply({ErrorCode::server_busy}, request.language);
  std::optional<Result<Upload>> begun;
  std::function<void()> task = [&] {
    const Result<Done> admitted = admit(visit);
    begun = admitted ? visit.action.begin(visit) : Result<Upload>{admitted.error()};
  };
  co_await hall_.desk.run(std::move(task));
  std::optional<Error> fault;
  if (!begun->ok()) fault = begun->error();
  if (!fault) fault = co_await take_bytes(exchange, begun->value());
  Reply reply;
  task = [&] {
    Result<Reply> ended = fault ? Result<Reply>{*fault} : visit.action.end(visit, begun->value(), exchange.body_bytes);
    if (begun->ok() && !ended) visit.action.give_up(visit, begun->value());
    reply = ended ? finished(visit, std::move(ended).value()) : refusal(visit, ended.error());
  };
  co_await hall_.desk.run(std::move(task));
  co_return reply;
}

asio::awaitable<std::optional<Error>> Connection::take_bytes(Exchange& exchange, const Upload& into) {
  if (exchange.request.content_length > into.most) co_return too_large(into.most);
  co_await invite_body(exchange);
  std::string piece;
  PieceRead read = PieceRead::more;
  while (read == PieceRead::more) {
    const std::uint64_t offset = into.offset + exchange.body_bytes;
    read = co_await read_piece(exchange, piece,
                               std::min<std::uint64_t>(kPieceOfFile, into.most - exchange.body_bytes + 1));
    if (exchange.body_bytes > into.most) co_return too_large(into.most);
    Result<Done> written = Done{};
    std::function<void()> task = [&] { written = write_at(*into.file, offset, piece); };
    if (!piece.empty()) co_await hall_.aside.run(std::move(task));
    if (!written) co_return written.error();
  }
  co_return fault_in(read);
}

}  // namespace collega::http
