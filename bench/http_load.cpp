// A load generator for HTTP/1.1 on plain sockets: as many connections as asked, each with one request under way, all
// from one thread. Prints requests a second and how long they took.
//
//   http_load --port 8080 --path /healthz --connections 200 --seconds 5
//   http_load --port 8080 --method POST --path /api/notes/add --body '{"text":"a"}' --header 'Authorization: ...'
//
// --headers FILE: one session a line, shared out. --pause 1000: each looks at its answer for a second.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Asked {
  std::uint16_t port = 8080;
  std::string method = "GET";
  std::string path = "/healthz";
  std::string body;
  std::vector<std::string> headers;   ///< of every request
  std::vector<std::string> sessions;  ///< of a connection each, in turn
  std::size_t connections = 50;
  double seconds = 5;
  std::chrono::milliseconds pause{0};  ///< between an answer and the next request
};

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "http_load: %s\n", why.c_str());
  std::exit(2);
}

Asked read_arguments(int argc, char** argv) {
  Asked asked;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view option = argv[i];
    const std::string value = argv[i + 1];
    if (option == "--port") {
      asked.port = static_cast<std::uint16_t>(std::stoi(value));
    } else if (option == "--method") {
      asked.method = value;
    } else if (option == "--path") {
      asked.path = value;
    } else if (option == "--body") {
      asked.body = value;
    } else if (option == "--header") {
      asked.headers.push_back(value);
    } else if (option == "--headers") {
      std::ifstream file{value};
      for (std::string line; std::getline(file, line);) asked.sessions.push_back(line);
    } else if (option == "--connections") {
      asked.connections = std::stoul(value);
    } else if (option == "--pause") {
      asked.pause = std::chrono::milliseconds{std::stol(value)};
    } else if (option == "--seconds") {
      asked.seconds = std::stod(value);
    } else {
      stop("unknown option " + std::string{option});
    }
  }
  if (argc % 2 == 0) stop("each option takes a value");
  return asked;
}

std::string request_of(const Asked& asked, std::size_t connection) {
  std::string text = asked.method + ' ' + asked.path + " HTTP/1.1\r\nHost: localhost\r\n";
  for (const std::string& header : asked.headers) text += header + "\r\n";
  if (!asked.sessions.empty()) text += asked.sessions[connection % asked.sessions.size()] + "\r\n";
  if (!asked.body.empty())
    text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(asked.body.size()) + "\r\n";
  return text + "\r\n" + asked.body;
}

struct Connection {
  int socket = -1;
  std::string request;
  std::string in;
  Clock::time_point sent;
};

/// Bytes of the first answer in `in`; 0 when it is not whole.
std::size_t answer_size(std::string_view in) {
  constexpr std::string_view kLength = "\r\nContent-Length: ";
  const std::size_t end = in.find("\r\n\r\n");
  if (end == std::string_view::npos) return 0;
  const std::size_t at = in.substr(0, end + 2).find(kLength);
  std::size_t length = 0;
  if (at != std::string_view::npos) std::from_chars(in.data() + at + kLength.size(), in.data() + end, length);
  return in.size() >= end + 4 + length ? end + 4 + length : 0;
}

class Load {
 public:
  explicit Load(const Asked& asked) : asked_(asked), poll_(::epoll_create1(0)), connections_(asked.connections) {
    for (std::size_t i = 0; i < connections_.size(); ++i) {
      connections_[i].request = request_of(asked_, i);
      connect(i);
    }
  }

  void run() {
    begun_ = Clock::now();
    const auto end =
        begun_ + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(asked_.seconds));
    const auto count = static_cast<Clock::rep>(connections_.size());
    for (std::size_t i = 0; i < connections_.size(); ++i) {  // not all in the same moment, where there are pauses
      waiting_.emplace(begun_ + asked_.pause * static_cast<Clock::rep>(i) / count, i);
    }
    std::vector<epoll_event> events(256);
    while (Clock::now() < end) {
      const int ready = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), wait());
      for (int i = 0; i < ready; ++i) receive(events[static_cast<std::size_t>(i)].data.u64);
    }
    took_ = std::chrono::duration<double>(Clock::now() - begun_).count();
  }

  [[nodiscard]] int report() {
    std::sort(micros_.begin(), micros_.end());
    const auto at = [&](double part) {
      if (micros_.empty()) return 0.0;
      return static_cast<double>(micros_[static_cast<std::size_t>(part * static_cast<double>(micros_.size() - 1))]) /
             1000;
    };
    std::printf("%s %s, %zu connections, %.1f s: %.0f requests/s, p50 %.2f ms, p99 %.2f ms, longest %.2f ms\n",
                asked_.method.c_str(), asked_.path.c_str(), asked_.connections, took_,
                static_cast<double>(micros_.size()) / took_, at(0.5), at(0.99), at(1));
    bool all_well = true;
    for (const auto& [status, count] : by_status_) {
      std::printf("  %s: %zu\n", status.c_str(), count);
      all_well = all_well && status.starts_with('2');
    }
    if (lost_ > 0) std::printf("  connections that ended: %zu\n", lost_);
    return all_well && lost_ == 0 && !micros_.empty() ? 0 : 1;
  }

 private:
  /// Sends what is due, and gives the milliseconds until more is.
  int wait() {
    constexpr Clock::duration kLongest = std::chrono::milliseconds{100};
    while (!waiting_.empty() && waiting_.begin()->first <= Clock::now()) {
      send(connections_[waiting_.begin()->second]);
      waiting_.erase(waiting_.begin());
    }
    const Clock::duration left = waiting_.empty() ? kLongest : waiting_.begin()->first - Clock::now();
    return static_cast<int>(
        std::chrono::ceil<std::chrono::milliseconds>(std::clamp(left, Clock::duration{0}, kLongest)).count());
  }

  void connect(std::size_t index) {
    Connection& connection = connections_[index];
    connection.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(asked_.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(connection.socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      stop("nobody listens");
    const int yes = 1;
    ::setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = index;
    ::epoll_ctl(poll_, EPOLL_CTL_ADD, connection.socket, &event);
  }

  void send(Connection& connection) {
    connection.sent = Clock::now();
    if (::send(connection.socket, connection.request.data(), connection.request.size(), MSG_NOSIGNAL) < 0) ++lost_;
  }

  void receive(std::size_t index) {
    Connection& connection = connections_[index];
    char bytes[65536];
    const ssize_t got = ::recv(connection.socket, bytes, sizeof bytes, 0);
    if (got <= 0) {
      ++lost_;
      ::close(connection.socket);
      connection.in.clear();
      connect(index);
      send(connection);
      return;
    }
    connection.in.append(bytes, static_cast<std::size_t>(got));
    const std::size_t size = answer_size(connection.in);
    if (size == 0) return;
    micros_.push_back(static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - connection.sent).count()));
    ++by_status_[connection.in.substr(9, 3)];
    connection.in.erase(0, size);
    if (asked_.pause.count() == 0) return send(connection);
    waiting_.emplace(Clock::now() + asked_.pause, index);
  }

  const Asked& asked_;
  int poll_;
  std::vector<Connection> connections_;
  std::multimap<Clock::time_point, std::size_t> waiting_;  ///< which sends when
  std::vector<std::uint32_t> micros_;
  std::map<std::string, std::size_t> by_status_;
  std::size_t lost_ = 0;
  Clock::time_point begun_;
  double took_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const Asked asked = read_arguments(argc, argv);
  Load load{asked};
  load.run();
  return load.report();
}
