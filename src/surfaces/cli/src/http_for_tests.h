#pragma once

// For tests: a server of HTTP on a thread of its own, that answers what it is told and remembers what it was asked. A
// connection is for one request.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace collega::cli {

struct TestRequest {
  std::string line;  ///< "POST /api/session"
  std::string fields;
  std::string body;

  /// In lower case only in its name: "csrf-1"; empty without it.
  [[nodiscard]] std::string field(std::string_view name) const {
    const std::size_t at = fields.find("\r\n" + std::string{name} + ": ");
    if (at == std::string::npos) return "";
    const std::size_t begin = at + name.size() + 4;
    return fields.substr(begin, fields.find("\r\n", begin) - begin);
  }
};

struct TestAnswer {
  int status = 200;
  std::string body = "{}";
  std::vector<std::string> fields = {};
  bool hangs_up = false;   ///< without an answer
  bool is_silent = false;  ///< until the other side goes
  std::size_t cut = 0;     ///< bytes at the end of the body that never come
};

class TestServer {
 public:
  using Answer = std::function<TestAnswer(const TestRequest&)>;

  explicit TestServer(Answer answer) : answer_(std::move(answer)), listening_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listening_, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(listening_, 16);
    ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this] { serve(); }};
  }
  ~TestServer() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
  }
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  /// All there were, in their order.
  [[nodiscard]] std::vector<TestRequest> requests() const {
    const std::lock_guard one_reads{mutex_};
    return requests_;
  }
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    for (const TestRequest& request : requests()) lines.push_back(request.line);
    return lines;
  }
  /// The last one with this line; bare when there was none.
  [[nodiscard]] TestRequest last(std::string_view line) const {
    TestRequest found;
    for (const TestRequest& request : requests()) {
      if (request.line == line) found = request;
    }
    return found;
  }

 private:
  void serve() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // which is for the thread that asks
    while (true) {
      const int connection = ::accept(listening_, nullptr, nullptr);
      if (connection < 0) return;
      const TestRequest request = read(connection);
      if (!request.line.empty()) answer(connection, request);
      ::close(connection);
    }
  }

  static TestRequest read(int connection) {
    std::string all;
    std::array<char, 4096> piece;
    std::size_t head = std::string::npos;
    std::size_t length = 0;
    while (head == std::string::npos || all.size() < head + 4 + length) {
      const ssize_t got = ::recv(connection, piece.data(), piece.size(), 0);
      if (got <= 0) return {};
      all.append(piece.data(), static_cast<std::size_t>(got));
      head = all.find("\r\n\r\n");
      const std::size_t field = all.find("\r\nContent-Length: ");
      if (field < head) length = std::stoul(all.substr(field + 18));
    }
    const std::size_t line = all.find(" HTTP/1.1\r\n");
    return {.line = all.substr(0, line), .fields = all.substr(line, head + 2 - line), .body = all.substr(head + 4)};
  }

  void answer(int connection, const TestRequest& request) {
    {
      const std::lock_guard one_writes{mutex_};
      requests_.push_back(request);
    }
    const TestAnswer answer = answer_(request);
    if (answer.hangs_up) return;
    std::array<char, 64> rest;
    if (answer.is_silent) {
      static_cast<void>(::recv(connection, rest.data(), rest.size(), 0));
      return;
    }
    std::string text = "HTTP/1.1 " + std::to_string(answer.status) +
                       " It\r\nConnection: close\r\nContent-Length: " + std::to_string(answer.body.size()) + "\r\n";
    for (const std::string& field : answer.fields) text += field + "\r\n";
    text += "\r\n" + answer.body.substr(0, answer.body.size() - answer.cut);
    ::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
  }

  Answer answer_;
  int listening_;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::vector<TestRequest> requests_;
  std::thread thread_;
};

/// {"code": ..., "title": ..., "where": ...} as a problem of this status.
inline TestAnswer problem(int status, const std::string& code, const std::string& title = "",
                          const std::string& more = "") {
  return {.status = status, .body = R"({"code":")" + code + R"(","title":")" + title + '"' + more + '}'};
}

}  // namespace collega::cli
