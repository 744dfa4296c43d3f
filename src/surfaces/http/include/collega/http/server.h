#pragma once

// Collega over HTTP: what browsers and programs speak to. Routes follow from the table of operations; docs/http.md is
// for who programs against them.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/result.h"
#include "collega/http/mounted.h"
#include "collega/operations/office.h"

namespace collega::http {

/// So many at once, and so many a second after that. A rate of 0 sets no limit.
struct Rate {
  double at_once = 0;
  double per_second = 0;
};

struct Limits {
  std::size_t header = 16 * 1024;                 ///< bytes of the first line and the fields together
  std::size_t body = 4 * 1024 * 1024;             ///< bytes of JSON
  std::size_t file = 200 * 1024 * 1024;           ///< bytes of a file handed over
  std::size_t bodies_at_once = 64 * 1024 * 1024;  ///< bytes of all JSON that is held in memory while it arrives
  std::size_t connections = 20'000;               ///< in all; fewer where the system gives fewer descriptors
  /// Of one address: an office of some 800 people behind it, each with a browser of six connections. One more closes
  /// that which has kept us waiting longest.
  std::size_t connections_of_source = 5'000;
  std::chrono::milliseconds idle{60'000};         ///< between two requests
  std::chrono::milliseconds header_time{10'000};  ///< from the first byte of a header to its last
  std::chrono::milliseconds grace{10'000};        ///< that a body, or whoever takes an answer, may lag behind `pace`
  std::size_t pace = 1024;                        ///< bytes a second: a modem of long ago
  std::chrono::milliseconds last_words{20'000};   ///< for what runs when the server is to stop
  std::size_t queue = 512;                        ///< requests that wait for a worker; one more is told to come back
  Rate of_session{1'000, 100};                    ///< requests of one session or key
  Rate of_mounted{5'000, 1'000};                  ///< the same, of programs that speak a mounted protocol
  std::size_t mounted = 1'024;  ///< requests of mounted protocols at work, each in a thread that mostly waits
  Rate of_source{500, 25};      ///< requests of an address that shows neither: 200 people who sign in at nine o'clock
};

struct Settings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;                      ///< 0: any that is free
  std::filesystem::path certificate = {};      ///< PEM, with the chain; none: no TLS
  std::filesystem::path certificate_key = {};  ///< PEM
  std::filesystem::path pages = {};            ///< folder of the pages, read at the start; none: no pages
  std::vector<std::string> proxies = {};       ///< addresses whose X-Forwarded-For, -Proto and -Host are believed
  bool open_metrics = false;                   ///< /metrics for everybody, not only for this machine and keys
  std::string version = {};
  std::size_t threads = 4;          ///< for operations
  std::size_t sign_in_threads = 2;  ///< for passwords, which take 0.1 s and 64 MiB each
  std::function<void(std::string_view line)> log = [](std::string_view) {};  ///< a JSON object a line, without its end
  Limits limits = {};
  std::vector<Mount> mounts = {};
};

/// The office must outlive it.
class Server {
 public:
  Server(operations::Office& office, Settings settings);
  /// Stops at once what still runs.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Listens, and raises the limit of descriptors as far as it goes. Errors: port_taken with the address;
  /// file_unreadable with the certificate, its key or the pages.
  Result<Done> start();
  /// Where it listens, after start().
  [[nodiscard]] std::uint16_t port() const;
  /// Serves until it was stopped. After start().
  void run();
  /// Takes no new requests, lets those that run end for Limits::last_words, and makes run() return. From any thread.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace collega::http
