#pragma once

// One connection: a request, its answer, and the next. Each waits in coroutines of the thread that serves.

#include <optional>
#include <string>
#include <string_view>

#include "hall.h"
#include "wire.h"

namespace collega::http {

class Connection {
 public:
  /// `peer` is the address it comes from.
  Connection(asio::ip::tcp::socket socket, std::string peer, asio::ssl::context* tls, Hall& hall);

  /// Until it is over. Throws nothing that belongs to a request.
  [[nodiscard]] asio::awaitable<void> serve();

  /// Says that there is no room, and goes.
  void refuse();

  [[nodiscard]] Reception::Place& place() { return place_; }
  [[nodiscard]] std::optional<Time> until() const { return wire_.until(); }
  void give_up() { wire_.give_up(); }
  void close() { wire_.close(); }

 private:
  /// Bytes of a body in memory, counted with those of all others for as long as it is there.
  class Held {
   public:
    explicit Held(std::atomic<std::size_t>& all) : all_(all) {}
    ~Held() { all_ -= mine_; }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    void add(std::size_t bytes) {
      mine_ += bytes;
      all_ += bytes;
    }
    [[nodiscard]] std::size_t all() const { return all_; }

   private:
    std::atomic<std::size_t>& all_;
    std::size_t mine_ = 0;
  };

  /// Everything of one request.
  struct Exchange {
    explicit Exchange(Gauges& gauges) : held(gauges.bytes_of_bodies) {}

    RequestParser parser;
    Request request;
    Routes::Found found;
    const Action* action = nullptr;
    Time began{};
    Time body_began{};
    std::uint64_t body_bytes = 0;
    std::uint64_t sent = 0;  ///< of the answer's body
    Held held;
    bool knows_how_to_go_on = true;  ///< where this request ends, so that another can follow
    bool is_broken = false;          ///< its body is none
    bool was_continued = false;      ///< told to send its body, which it waited for
    bool is_page = false;
  };
  enum class HeadRead { whole, closed, late, broken, too_large };
  enum class PieceRead { more, whole, closed, late, broken };

  // connection.cpp: what comes in
  [[nodiscard]] asio::awaitable<bool> greet();
  [[nodiscard]] asio::awaitable<bool> one_request();
  [[nodiscard]] asio::awaitable<HeadRead> read_head(std::size_t& end);
  [[nodiscard]] asio::awaitable<PieceRead> read_piece(Exchange& exchange, std::string& piece, std::size_t size);
  /// Moves what `in_` holds of the body to `piece`, up to `size` bytes in all. False: that was nothing.
  bool take_body(Exchange& exchange, std::string& piece, std::size_t size);
  [[nodiscard]] asio::awaitable<void> invite_body(Exchange& exchange);
  [[nodiscard]] asio::awaitable<std::optional<Error>> read_json(Exchange& exchange);
  [[nodiscard]] asio::awaitable<std::optional<Error>> read_body(Exchange& exchange, std::size_t most);
  [[nodiscard]] asio::awaitable<Reply> reply_guarded(Exchange& exchange);
  [[nodiscard]] asio::awaitable<Reply> reply_to(Exchange& exchange);
  [[nodiscard]] asio::awaitable<Reply> serve_mounted(Exchange& exchange);
  [[nodiscard]] asio::awaitable<Reply> work(Exchange& exchange, Visit& visit);
  [[nodiscard]] asio::awaitable<Reply> take_file(Exchange& exchange, Visit& visit);
  [[nodiscard]] asio::awaitable<std::optional<Error>> take_bytes(Exchange& exchange, const Upload& into);
  [[nodiscard]] std::optional<Error> fault_in(HeadRead read, std::string_view head, Exchange& exchange);
  [[nodiscard]] static std::optional<Error> fault_in(PieceRead read);
  [[nodiscard]] std::optional<Reply> reply_at_once(Exchange& exchange);

  // answering.cpp: what goes out
  [[nodiscard]] asio::awaitable<bool> answer(Exchange& exchange, Reply reply);
  [[nodiscard]] asio::awaitable<bool> send(std::string_view head, std::string_view body);
  [[nodiscard]] asio::awaitable<bool> send_file(Exchange& exchange, std::string head, FilePart part);
  [[nodiscard]] asio::awaitable<bool> send_events(Exchange& exchange, std::string head, JobWatch watch,
                                                  bool is_chunked);
  [[nodiscard]] asio::awaitable<bool> send_piped(Exchange& exchange, std::string head, std::string first, Piped& piped,
                                                 bool is_chunked);
  [[nodiscard]] asio::awaitable<bool> drain(Exchange& exchange);
  [[nodiscard]] asio::awaitable<void> pause(std::chrono::milliseconds time);
  void note(const Exchange& exchange, unsigned status, const Noted& noted);

  Wire wire_;
  std::string peer_;
  Hall& hall_;
  Reception::Place place_;
  std::string in_;  ///< read and not yet used
};

}  // namespace collega::http
