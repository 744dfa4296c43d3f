#pragma once

// For tests: a client that sends bytes as it is told, and shows what comes back.

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "collega/base/json.h"
#include "text.h"

namespace collega::http {

struct Heard {
  int status = 0;
  std::multimap<std::string, std::string> fields;  ///< names in small letters
  std::string body;
  bool is_closed = false;  ///< the connection ended, instead of or within the answer

  [[nodiscard]] std::string field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string{} : found->second;
  }
  [[nodiscard]] Json json() const { return parse_json(body).value(); }
  /// The code of a problem; of anything else its status.
  [[nodiscard]] std::string code() const {
    const Result<Json> document = parse_json(body);
    const JsonObject* problem = document ? document->if_object() : nullptr;
    const Json* code = problem ? problem->if_contains("code") : nullptr;
    return code ? std::string{code->as_string()} : "status " + std::to_string(status);
  }
};

class TestClient {
 public:
  explicit TestClient(std::uint16_t port, const char* from = nullptr)
      : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{.tv_sec = 10, .tv_usec = 0};  // what takes longer has failed
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    if (from) {
      ::inet_pton(AF_INET, from, &address.sin_addr);
      EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    }
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  }
  ~TestClient() { close(); }
  TestClient(const TestClient&) = delete;
  TestClient& operator=(const TestClient&) = delete;

  void close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }
  void say_no_more() { ::shutdown(socket_, SHUT_WR); }

  /// False when the other side no longer listens.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// The next answer. `is_head`: it has no body, whatever it says.
  Heard hear(bool is_head = false) {
    Heard heard;
    std::size_t end = std::string::npos;
    while ((end = in_.find("\r\n\r\n")) == std::string::npos) {
      if (!more()) {
        heard.is_closed = true;
        return heard;
      }
    }
    read_head(std::string_view{in_}.substr(0, end + 2), heard);
    in_.erase(0, end + 4);
    if (is_head || heard.status == 304 || heard.status == 100) return heard;
    if (heard.field("transfer-encoding") == "chunked") {
      while (hear_chunk(heard)) {
      }
    } else {
      const auto length = whole_number(heard.field("content-length"));
      while (!heard.is_closed && (!length || in_.size() < *length)) heard.is_closed = !more();
      heard.body = in_.substr(0, length.value_or(in_.size()));
      in_.erase(0, heard.body.size());
    }
    return heard;
  }

  Heard ask(std::string_view bytes, bool is_head = false) {
    send(bytes);
    return hear(is_head);
  }

  /// Whether the other side ended the connection; waits for that.
  bool is_ended() {
    while (more()) {
    }
    return is_over_;
  }

  /// Appends what comes to what was read and not yet used. False at the end, or when nothing comes.
  bool more() {
    char bytes[65536];
    const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
    if (got > 0) in_.append(bytes, static_cast<std::size_t>(got));
    is_over_ = got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
    return got > 0;
  }
  [[nodiscard]] const std::string& unread() const { return in_; }
  [[nodiscard]] int socket() const { return socket_; }

 private:
  static void read_head(std::string_view head, Heard& heard) {
    std::string_view rest = head;
    const auto line = [&] {
      const std::size_t at = rest.find("\r\n");
      const std::string_view text = rest.substr(0, at);
      rest.remove_prefix(at + 2);
      return text;
    };
    heard.status = std::stoi(std::string{line().substr(9, 3)});
    while (!rest.empty()) {
      const std::string_view field = line();
      const std::size_t colon = field.find(':');
      std::string name;
      for (const char c : field.substr(0, colon)) name += lower(c);
      heard.fields.emplace(name, trimmed(field.substr(colon + 1)));
    }
  }

  bool hear_chunk(Heard& heard) {
    std::size_t line = std::string::npos;
    while ((line = in_.find("\r\n")) == std::string::npos) {
      if (!more()) return !(heard.is_closed = true);
    }
    const std::size_t size = std::stoul(in_.substr(0, line), nullptr, 16);
    while (in_.size() < line + 2 + size + 2) {
      if (!more()) return !(heard.is_closed = true);
    }
    heard.body += in_.substr(line + 2, size);
    in_.erase(0, line + 2 + size + 2);
    return size > 0;
  }

  int socket_;
  std::string in_;
  bool is_over_ = false;
};

}  // namespace collega::http
