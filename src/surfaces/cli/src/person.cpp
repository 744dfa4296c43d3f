#include "collega/cli/person.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace collega::cli {
namespace {

class Terminal {
 public:
  Terminal() : descriptor_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {}
  ~Terminal() {
    if (is_there()) ::close(descriptor_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  [[nodiscard]] bool is_there() const { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

  void write(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t put = ::write(descriptor_, text.data(), text.size());
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) return;
      text.remove_prefix(static_cast<std::size_t>(put));
    }
  }

  [[nodiscard]] std::optional<std::string> line() const {
    std::string typed;
    while (true) {
      char c = 0;
      const ssize_t got = ::read(descriptor_, &c, 1);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return std::nullopt;
      if (c == '\n') return typed;
      typed += c;
    }
  }

 private:
  int descriptor_;
};

/// What is typed is not shown. Ctrl-C and its like come when it is over, so that no terminal is left that shows
/// nothing.
class Unseen {
 public:
  explicit Unseen(const Terminal& terminal) : terminal_(terminal) {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGINT, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&signals, number);
    pthread_sigmask(SIG_BLOCK, &signals, &signals_before_);
    signals_ = ::signalfd(-1, &signals, SFD_CLOEXEC);
    is_set_ = ::tcgetattr(terminal_.descriptor(), &before_) == 0;
    if (!is_set_) return;
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    unseen.c_lflag |= ECHONL;
    ::tcsetattr(terminal_.descriptor(), TCSAFLUSH, &unseen);
  }
  ~Unseen() {
    if (is_set_) ::tcsetattr(terminal_.descriptor(), TCSAFLUSH, &before_);
    if (signals_ >= 0) ::close(signals_);
    pthread_sigmask(SIG_SETMASK, &signals_before_, nullptr);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

  /// Waits for a line; false when a signal came first.
  [[nodiscard]] bool has_line() const {
    std::array<pollfd, 2> both{pollfd{terminal_.descriptor(), POLLIN, 0}, pollfd{signals_, POLLIN, 0}};
    return is_set_ && ::poll(both.data(), both.size(), -1) > 0 && (both[1].revents & POLLIN) == 0;
  }

 private:
  const Terminal& terminal_;
  termios before_{};
  sigset_t signals_before_{};
  int signals_ = -1;
  bool is_set_ = false;
};

}  // namespace

std::filesystem::path settings_folder(std::string_view config_home, std::string_view home) {
  if (config_home.starts_with('/')) return std::filesystem::path{config_home} / "collega";
  if (home.starts_with('/')) return std::filesystem::path{home} / ".config" / "collega";
  return {};
}

std::optional<std::string> ask_at_terminal(std::string_view question, bool is_secret) {
  const Terminal terminal;
  if (!terminal.is_there()) return std::nullopt;
  terminal.write(question);
  if (!is_secret) return terminal.line();
  const Unseen unseen{terminal};
  return unseen.has_line() ? terminal.line() : std::nullopt;
}

}  // namespace collega::cli
