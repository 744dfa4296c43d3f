#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <thread>

#include "channel.h"
#include "collega/documents/read.h"
#include "format.h"
#include "page_image.h"
#include "readable_page.h"
#include "wire.h"

namespace collega::documents {
namespace {

using Clock = std::chrono::steady_clock;

// What libraries leak over many files goes with the child.
constexpr int kFilesPerChild = 500;
// Long before the limit on processor time that the child sets itself.
constexpr std::chrono::minutes kChildLife{40};
// An answer is the text, its title and 32 bytes or more a block; no document of text_bytes has an answer beyond this.
constexpr std::size_t kAnswerTimesText = 40;
constexpr std::size_t kAnswerBytesAtLeast = 1u << 20;
// Of a table: the text, the length of each cell, and of a row its line, its length and a notice of every kind.
constexpr std::size_t kAnswerBytesOfCell = 8;
constexpr std::size_t kAnswerBytesOfRow = 16 + 16 * 8;
// A PNG that does not compress at all takes four bytes a pixel and a little more.
constexpr std::size_t kMostImageBytes = kAnswerBytesAtLeast + 5 * static_cast<std::size_t>(kMostImagePixels);

enum class Outcome { done, gone, late };

Outcome wait_for(int socket, short events, Clock::time_point until) {
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return Outcome::late;
    pollfd entry{socket, events, 0};
    const int ready = poll(&entry, 1, static_cast<int>(std::min<long>(left, 60'000)));
    if (ready > 0) return Outcome::done;
    if (ready < 0 && errno != EINTR) return Outcome::gone;
  }
}

Outcome send_all(int socket, std::string_view bytes, Clock::time_point until) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN) {
      if (const Outcome outcome = wait_for(socket, POLLOUT, until); outcome != Outcome::done) return outcome;
    } else if (errno != EINTR) {
      return Outcome::gone;
    }
  }
  return Outcome::done;
}

Outcome receive_all(int socket, char* to, std::size_t bytes, Clock::time_point until) {
  while (bytes > 0) {
    const ssize_t got = recv(socket, to, bytes, MSG_DONTWAIT);
    if (got > 0) {
      to += got;
      bytes -= static_cast<std::size_t>(got);
    } else if (got < 0 && errno == EAGAIN) {
      if (const Outcome outcome = wait_for(socket, POLLIN, until); outcome != Outcome::done) return outcome;
    } else if (got == 0 || errno != EINTR) {
      return Outcome::gone;
    }
  }
  return Outcome::done;
}

std::string_view bytes_of(const auto& object) { return {reinterpret_cast<const char*>(&object), sizeof object}; }

// Starts this program again as a child that has `socket` and nothing else of ours; its process id, or nothing.
std::optional<pid_t> start_child(int socket) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, socket, kChildSocket);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&files, standard, "/dev/null", O_RDWR, 0);
  }
  posix_spawn_file_actions_addclosefrom_np(&files, kChildSocket + 1);

  char program[] = "/proc/self/exe";
  std::string argument{kChildArgument};
  char locale[] = "LC_ALL=C.UTF-8";
  char threads[] = "OMP_THREAD_LIMIT=1";
  const std::array<char*, 3> arguments{program, argument.data(), nullptr};
  const std::array<char*, 3> environment{locale, threads, nullptr};
  pid_t pid = 0;
  const int failed = posix_spawn(&pid, program, &files, nullptr, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&files);
  return failed == 0 ? std::optional{pid} : std::nullopt;
}

Result<std::string> contents_of(const std::filesystem::path& path, std::size_t most_bytes) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return Error{ErrorCode::file_not_found};
  if (!std::filesystem::is_regular_file(status)) return Error{ErrorCode::file_unreadable};
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return Error{ErrorCode::file_unreadable};
  if (size == 0) return Error{ErrorCode::document_empty};
  if (size > most_bytes) return Error{ErrorCode::document_too_large};
  std::ifstream file{path, std::ios::binary};
  std::string bytes(size, '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(size))) return Error{ErrorCode::file_unreadable};
  return bytes;
}

}  // namespace

class Reader::Child {
 public:
  // Nothing when no process can be started.
  static std::unique_ptr<Child> start() {
    std::array<int, 2> sockets{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) return nullptr;
    const auto pid = start_child(sockets[1]);
    close(sockets[1]);
    if (pid) return std::unique_ptr<Child>{new Child{*pid, sockets[0]}};
    close(sockets[0]);
    return nullptr;
  }

  ~Child() {
    close(socket_);
    kill(pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Served long enough, or ended while nobody looked, or about to end because the thread that started it did (that is
  // how the kernel sees the death of a parent).
  [[nodiscard]] bool worn() const {
    pollfd entry{socket_, POLLIN, 0};
    return files_ >= kFilesPerChild || Clock::now() - started_ > kChildLife || starter_ != std::this_thread::get_id() ||
           poll(&entry, 1, 0) != 0;
  }

  Result<Document> read(std::string_view bytes, std::string_view name, const Limits& limits) {
    const Request request{Asked::document, name.size(), bytes.size(), limits, {}, 0, 0};
    const std::size_t most_bytes = kAnswerBytesAtLeast + kAnswerTimesText * limits.text_bytes;
    const Deadline deadline{limits.seconds, std::max(limits.seconds, limits.ocr_seconds)};
    return taken(document_from_wire, exchange(request, name, bytes, deadline, most_bytes));
  }

  Result<Table> read_table(std::string_view bytes, std::string_view sheet, const TableLimits& limits) {
    const Request request{Asked::table, sheet.size(), bytes.size(), {}, limits, 0, 0};
    const std::size_t most_bytes =
        kAnswerBytesAtLeast + limits.text_bytes + kAnswerBytesOfCell * limits.cells + kAnswerBytesOfRow * limits.rows;
    const Deadline deadline{limits.seconds, limits.seconds};
    return taken(table_from_wire, exchange(request, sheet, bytes, deadline, most_bytes));
  }

  Result<PageImage> draw(std::string_view bytes, std::string_view name, int page, int width, const Limits& limits) {
    const Request request{Asked::page_image, name.size(), bytes.size(), limits, {}, page, width};
    const Deadline deadline{limits.seconds, limits.seconds};
    return taken(page_image_from_wire, exchange(request, name, bytes, deadline, kMostImageBytes));
  }

  Result<ReadablePage> read_page(std::string_view bytes, std::string_view name, int page, int width,
                                 const Limits& limits) {
    const Request request{Asked::readable_page, name.size(), bytes.size(), limits, {}, page, width};
    const Deadline deadline{limits.seconds, std::max(limits.seconds, limits.ocr_seconds)};
    const std::size_t most_bytes = kMostImageBytes + kAnswerBytesAtLeast + kAnswerTimesText * limits.text_bytes;
    return taken(readable_page_from_wire, exchange(request, name, bytes, deadline, most_bytes));
  }

  Result<PageImage> cover(std::string_view png, std::string_view areas, const Limits& limits) {
    const Request request{Asked::cover, areas.size(), png.size(), limits, {}, 0, 0};
    const Deadline deadline{limits.seconds, limits.seconds};
    return taken(page_image_from_wire, exchange(request, areas, png, deadline, kMostImageBytes));
  }

  // The last file took the child down, or may have: it serves no other.
  [[nodiscard]] bool spoilt() const { return spoilt_; }

 private:
  Child(pid_t pid, int socket) : pid_(pid), socket_(socket) {}

  Error failure(Outcome outcome) {
    spoilt_ = true;
    return {outcome == Outcome::late ? ErrorCode::document_took_too_long : ErrorCode::document_reader_failed};
  }

  struct Deadline {
    int seconds;
    int seconds_when_recognising;
  };

  // The bytes of the child's answer.
  Result<std::string> exchange(const Request& request, std::string_view name, std::string_view bytes,
                               const Deadline& deadline, std::size_t most_bytes) {
    ++files_;
    const Clock::time_point begin = Clock::now();
    Clock::time_point until = begin + std::chrono::seconds{deadline.seconds};
    for (const std::string_view part : {bytes_of(request), name, bytes}) {
      if (const Outcome sent = send_all(socket_, part, until); sent != Outcome::done) return failure(sent);
    }
    while (true) {
      Header header{};
      const Outcome got = receive_all(socket_, reinterpret_cast<char*>(&header), sizeof header, until);
      if (got != Outcome::done) return failure(got);
      if (header.said == Said::answer) return answer(header.bytes, until, most_bytes);
      if (header.said != Said::recognising) return failure(Outcome::gone);
      until = begin + std::chrono::seconds{deadline.seconds_when_recognising};
    }
  }

  Result<std::string> answer(std::uint64_t size, Clock::time_point until, std::size_t most_bytes) {
    if (size > most_bytes) return failure(Outcome::gone);
    std::string bytes(size, '\0');
    if (const Outcome got = receive_all(socket_, bytes.data(), size, until); got != Outcome::done) return failure(got);
    return bytes;
  }

  template <class Value>
  Result<Value> taken(std::optional<Result<Value>> (*from_wire)(std::string_view), const Result<std::string>& bytes) {
    if (!bytes.ok()) return bytes.error();
    std::optional<Result<Value>> value = from_wire(bytes.value());
    if (!value) return failure(Outcome::gone);
    // A parser that met damage may itself be damaged.
    spoilt_ = !value->ok() &&
              (value->error().code == ErrorCode::document_broken || value->error().code == ErrorCode::document_bomb ||
               value->error().code == ErrorCode::document_reader_failed);
    return *std::move(value);
  }

  pid_t pid_;
  int socket_;
  int files_ = 0;
  bool spoilt_ = false;
  Clock::time_point started_ = Clock::now();
  std::thread::id starter_ = std::this_thread::get_id();
};

Reader::Reader(Limits limits) : limits_(limits) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

template <class Ask>
auto Reader::ask_child(const Ask& ask) -> decltype(ask(std::declval<Child&>())) {
  if (child_ && child_->worn()) child_.reset();
  if (!child_) child_ = Child::start();
  if (!child_) return Error{ErrorCode::document_reader_failed, {}, "no process could be started"};
  auto answer = ask(*child_);
  if (child_->spoilt()) child_.reset();
  return answer;
}

Result<Document> Reader::read(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  const auto fail = [&](Error error) {
    error.where = name;
    return error;
  };
  const Result<std::string> bytes = contents_of(path, limits_.file_bytes);
  if (!bytes.ok()) return fail(bytes.error());
  const Result<Format> format = detect(bytes.value(), name);
  if (!format.ok()) return fail(format.error());
  if (format.value() == Format::text || format.value() == Format::markdown) return parse(bytes.value(), name, limits_);

  Result<Document> document = ask_child([&](Child& child) { return child.read(bytes.value(), name, limits_); });
  if (!document.ok()) return fail(document.error());
  return document;
}

Result<Table> Reader::read_table(const std::filesystem::path& path, std::string_view sheet, const TableLimits& limits) {
  const std::string name = path.filename().string();
  const Result<std::string> bytes = contents_of(path, limits.file_bytes);
  if (!bytes.ok()) return Error{bytes.error().code, name, bytes.error().detail};
  return parse_table(bytes.value(), name, sheet, limits);
}

Result<Table> Reader::parse_table(std::string_view bytes, std::string_view name, std::string_view sheet,
                                  const TableLimits& limits) {
  const auto read = [&]() -> Result<Table> {
    if (bytes.empty()) return Error{ErrorCode::document_empty};
    if (bytes.size() > limits.file_bytes) return Error{ErrorCode::document_too_large};
    if (TRY(detect_table(bytes, name)) == TableFormat::csv) return read_csv(bytes, limits);
    return ask_child([&](Child& child) { return child.read_table(bytes, sheet, limits); });
  };
  Result<Table> table = read();
  if (table.ok()) return table;
  const Error& error = table.error();
  return Error{error.code, std::string{name} + (error.where.empty() ? "" : ':' + error.where), error.detail};
}

Result<std::string> Reader::page_image(std::string_view bytes, std::string_view name, int page, int width) {
  const auto draw = [&]() -> Result<std::string> {
    if (bytes.empty()) return Error{ErrorCode::document_empty};
    if (bytes.size() > limits_.file_bytes) return Error{ErrorCode::document_too_large};
    return TRY(ask_child([&](Child& child) { return child.draw(bytes, name, page, width, limits_); })).png;
  };
  Result<std::string> png = draw();
  if (!png.ok()) return Error{png.error().code, std::string{name}, png.error().detail};
  return png;
}

Result<ReadablePage> Reader::readable_page(std::string_view bytes, std::string_view name, int page, int width) {
  const auto draw = [&]() -> Result<ReadablePage> {
    if (bytes.empty()) return Error{ErrorCode::document_empty};
    if (bytes.size() > limits_.file_bytes) return Error{ErrorCode::document_too_large};
    return ask_child([&](Child& child) { return child.read_page(bytes, name, page, width, limits_); });
  };
  Result<ReadablePage> drawn = draw();
  if (!drawn.ok()) return Error{drawn.error().code, std::string{name}, drawn.error().detail};
  return drawn;
}

Result<std::string> Reader::cover(std::string_view png, const std::vector<PageArea>& shown,
                                  const std::vector<PageArea>& covered) {
  const std::string areas = areas_text(shown, covered);
  return TRY(ask_child([&](Child& child) { return child.cover(png, areas, limits_); })).png;
}

}  // namespace collega::documents
