#include <algorithm>

#include "connection.h"
#include "file_routes.h"
#include "job_routes.h"
#include "log_line.h"
#include "piped.h"
#include "problem.h"

namespace collega::http {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPieceOfFile = 128 * 1024;
// Of a body that nobody wanted, for the sake of the next request on the same connection.
constexpr std::uint64_t kWorthDraining = 64 * 1024;
constexpr auto kPartIn = 2s;
// What a person takes for at once, five times over.
constexpr auto kLookEvery = 200ms;
// Shorter than what proxies wait in silence.
constexpr auto kBeatEvery = 15s;
constexpr auto kAskAgainWho = 60s;
// Each asks the store five times a second.
constexpr std::size_t kMostStreams = 500;

Time now() { return std::chrono::steady_clock::now(); }

std::string chunk(std::string_view text, bool is_chunked) {
  if (!is_chunked) return std::string{text};
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string size;
  for (std::size_t rest = text.size(); rest > 0; rest /= 16) size.insert(size.begin(), kDigits[rest % 16]);
  return size.append("\r\n").append(text).append("\r\n");
}

}  // namespace

asio::awaitable<bool> Connection::send(std::string_view head, std::string_view body) {
  const Limits& limits = hall_.limits();
  const auto owed = std::chrono::milliseconds{(head.size() + body.size()) * 1000 / limits.pace};
  const Wired wired = co_await wire_.write(head, body, now() + limits.grace + owed);
  co_return wired == Wired::done;
}

asio::awaitable<bool> Connection::answer(Exchange& exchange, Reply reply) {
  if (std::holds_alternative<JobWatch>(reply.body) && hall_.streams >= kMostStreams) {
    reply = problem_reply({ErrorCode::server_busy}, exchange.request.language);
  }
  const Request& request = exchange.request;
  const bool is_read = exchange.knows_how_to_go_on && exchange.parser.is_done();
  const bool awaits_leave = !exchange.parser.field("Expect").empty() && !exchange.was_continued;
  const bool is_drainable =
      exchange.knows_how_to_go_on && !request.is_chunked && !awaits_leave && request.content_length <= kWorthDraining;
  const bool is_old = exchange.knows_how_to_go_on && exchange.parser.is_http_1_0();
  const bool is_stream =
      std::holds_alternative<JobWatch>(reply.body) || std::holds_alternative<std::shared_ptr<Piped>>(reply.body);
  Carriage carriage{.keeps_alive = (is_read || is_drainable) && exchange.parser.keeps_alive() && !hall_.is_stopping &&
                                   !(is_stream && is_old),
                    .is_chunked = is_stream && !is_old,
                    .is_secure = request.is_secure || wire_.is_tls(),
                    .length = 0,
                    .has_length = !is_stream,
                    .date = hall_.date()};
  if (const std::string* text = reply.text()) carriage.length = text->size();
  if (const auto* part = std::get_if<FilePart>(&reply.body)) carriage.length = part->length;
  std::string head = head_of(reply, carriage);
  const bool has_body = request.method != Method::head && reply.status != 304;
  bool is_sent = false;
  if (auto* piped = std::get_if<std::shared_ptr<Piped>>(&reply.body); piped && !has_body) (*piped)->leave();
  if (!has_body) {
    is_sent = co_await send(head, {});
  } else if (const std::string* text = reply.text()) {
    exchange.sent = text->size();
    is_sent = co_await send(head, *text);
  } else if (auto* part = std::get_if<FilePart>(&reply.body)) {
    is_sent = co_await send_file(exchange, std::move(head), std::move(*part));
  } else if (auto* piped = std::get_if<std::shared_ptr<Piped>>(&reply.body)) {
    is_sent = co_await send_piped(exchange, std::move(head), std::move(reply.first), **piped, carriage.is_chunked);
  } else {
    is_sent = co_await send_events(exchange, std::move(head), std::get<JobWatch>(reply.body), carriage.is_chunked);
  }
  note(exchange, reply.status, reply.noted);
  if (!is_sent || place_.is_leaving) co_return false;
  if (!carriage.keeps_alive || hall_.is_stopping) {
    co_await wire_.part(now() + kPartIn);
    co_return false;
  }
  if (is_read) co_return true;
  co_return co_await drain(exchange);
}

asio::awaitable<bool> Connection::send_file(Exchange& exchange, std::string head, FilePart part) {
  std::string piece;
  while (part.length > 0) {
    Result<Done> read = Done{};
    piece.clear();
    const std::size_t size = std::min<std::uint64_t>(part.length, kPieceOfFile);
    std::function<void()> task = [&] { read = read_at(*part.file, part.first, size, piece); };
    co_await hall_.aside.run(std::move(task));
    if (!read) co_return false;  // the length was promised: only the end of the connection tells
    if (!co_await send(head, piece)) co_return false;
    head.clear();
    exchange.sent += piece.size();
    part.first += piece.size();
    part.length -= piece.size();
  }
  if (!head.empty()) co_return co_await send(head, {});
  co_return true;
}

asio::awaitable<bool> Connection::send_events(Exchange& exchange, std::string head, JobWatch watch, bool is_chunked) {
  struct Counted {
    explicit Counted(std::size_t& streams) : count(streams) { ++count; }
    ~Counted() { --count; }
    std::size_t& count;
  };
  const Counted counted{hall_.streams};
  if (!co_await send(head, {})) co_return false;
  operations::Office& office = hall_.house.office;
  std::string last;
  std::uint64_t number = 0;
  std::size_t parts = 0;  // that were sent
  Time beaten = now();
  Time recognised = now();
  bool is_over = false;
  while (!is_over && !hall_.is_stopping) {
    std::optional<Result<operations::Job>> job;
    const bool asks_who = now() - recognised > kAskAgainWho;
    if (asks_who) recognised = now();
    std::function<void()> task = [&] {
      if (asks_who && !office.recognise(exchange.request.shown)) return;
      job = office.jobs().find(watch.asker, watch.job, parts);
    };
    if (!hall_.desk.is_full()) {
      co_await hall_.desk.run(std::move(task));
      if (!job || !job->ok()) break;
      is_over = http::is_over(job->value().state);
      std::string news = parts_events(job->value(), parts, number);
      std::string event = job_event(job->value(), office.table(), exchange.request.language, 0);
      if (event != last) {
        last = std::move(event);
        news += job_event(job->value(), office.table(), exchange.request.language, ++number);
      }
      if (!news.empty()) {
        const std::string text = chunk(news, is_chunked);
        exchange.sent += text.size();
        if (!co_await send(text, {})) co_return false;
        beaten = now();
      }
    }
    if (now() - beaten > kBeatEvery) {
      beaten = now();
      const std::string beat = chunk(":\n\n", is_chunked);
      if (!co_await send(beat, {})) co_return false;
    }
    if (!is_over) co_await pause(kLookEvery);
  }
  if (is_chunked) co_return co_await send("0\r\n\r\n", {});
  co_return true;
}

asio::awaitable<bool> Connection::send_piped(Exchange& exchange, std::string head, std::string first, Piped& piped,
                                             bool is_chunked) {
  struct Left {
    explicit Left(Piped& answer) : piped(answer) {}
    ~Left() { piped.leave(); }
    Piped& piped;
  };
  const Left whatever_happens{piped};
  std::string piece = std::move(first);
  Piped::State state = Piped::State::going;
  while (true) {
    if (!piece.empty()) {
      exchange.sent += piece.size();
      const std::string text = chunk(piece, is_chunked);
      if (!co_await send(head, text)) co_return false;
      head.clear();
      piece.clear();
    }
    if (state == Piped::State::over) break;
    co_await piped.wait();
    if (wire_.has_left()) co_return false;
    state = piped.take(piece);
  }
  if (is_chunked) co_return co_await send("0\r\n\r\n", {});
  co_return true;
}

asio::awaitable<bool> Connection::drain(Exchange& exchange) {
  exchange.body_began = now();
  std::string piece;
  PieceRead read = PieceRead::more;
  while (read == PieceRead::more) read = co_await read_piece(exchange, piece, kWorthDraining);
  co_return read == PieceRead::whole;
}

asio::awaitable<void> Connection::pause(std::chrono::milliseconds time) {
  asio::steady_timer timer{co_await asio::this_coro::executor, time};
  ErrorOfSystem ignored;
  co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

void Connection::note(const Exchange& exchange, unsigned status, const Noted& noted) {
  const Route* route = exchange.found.route;
  const std::string_view pattern = route                              ? std::string_view{route->pattern}
                                   : exchange.is_page && status < 400 ? "pages"
                                                                      : "none";
  const std::string_view name = route ? route->name : pattern;
  const auto took = now() - exchange.began;
  hall_.house.figures.count(name, status, took, exchange.sent);
  const Logged logged{.at = hall_.house.office.now(),
                      .method = text_of(exchange.request.method),
                      .route = pattern,
                      .status = status,
                      .took = took,
                      .bytes = exchange.sent,
                      .noted = &noted};
  hall_.settings().log(log_line(logged));
}

std::string_view Dated::at(Moment now) {
  const auto second = std::chrono::floor<std::chrono::seconds>(now);
  if (second != at_ || text_.empty()) {
    at_ = second;
    text_ = http_date(second);
  }
  return text_;
}

}  // namespace collega::http
