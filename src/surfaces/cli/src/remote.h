#pragma once

// Requests to a server and their answers, over HTTP by libcurl. What they mean is known elsewhere (server.h).

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "address.h"
#include "collega/base/language.h"

namespace collega::cli {

struct RemoteSettings {
  std::string program;  ///< what it calls itself: "collega/0.1.0"
  Language language = Language::nl;
  std::chrono::seconds to_connect{10};
  /// Without a byte in either direction. An operation that takes longer is a job at the server, and is asked after.
  std::chrono::seconds silence{120};
};

struct Outgoing {
  std::string_view method = "GET";
  std::string path;                      ///< behind the server's address: "/api/files?name=cv.pdf"
  std::vector<std::string> fields = {};  ///< "X-CSRF-Token: ..."
  std::string body = {};
  std::filesystem::path file = {};  ///< sent in place of `body`
  std::ostream* into = nullptr;     ///< where the body of a 200 goes, in place of Incoming::body
  bool can_repeat = true;           ///< asked twice, it is done once: it is sent again over a connection that broke
};

struct Incoming {
  long status = 0;
  std::string body = {};
  std::vector<std::string> cookies = {};  ///< "collega=abc; Path=/"
};

/// One server. Certificates are checked by the system's own authorities; where another address is pointed at is not
/// gone to, because what shows who asks would go along. For one thread.
class Remote {
 public:
  Remote(Address address, RemoteSettings settings);
  ~Remote();
  Remote(const Remote&) = delete;
  Remote& operator=(const Remote&) = delete;

  [[nodiscard]] const Address& address() const;
  /// Whatever its status. Errors: server_unreachable with the address and, where a person can do something about it,
  /// why; file_not_found, file_unreadable; file_unwritable when `into` takes no more.
  [[nodiscard]] Result<Incoming> send(const Outgoing& request);
  /// Asked now and then during a request; true ends it as if the server could not be reached.
  void give_up_when(std::function<bool()> asked);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// As it stands within an address.
[[nodiscard]] std::string url_escaped(std::string_view text);

}  // namespace collega::cli
