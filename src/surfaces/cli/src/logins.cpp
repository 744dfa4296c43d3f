#include "logins.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace collega::cli {
namespace {

constexpr const char* kFile = "server.json";
constexpr mode_t kOwnerOnly = 0600;
constexpr auto kFolderOfOwner = std::filesystem::perms::owner_all;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

Result<std::string> read_all(int descriptor, const std::string& name) {
  std::string text;
  std::array<char, 4096> piece;
  while (true) {
    const ssize_t got = ::read(descriptor, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{ErrorCode::file_unreadable, name};
    if (got == 0) return text;
    text.append(piece.data(), static_cast<std::size_t>(got));
  }
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = ::write(descriptor, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(put));
  }
  return ::fsync(descriptor) == 0;
}

/// With the file in front of what is wrong within it.
Error in_file(const Error& error, const std::string& name) {
  return {error.code, name + (error.where.empty() ? "" : ": " + error.where)};
}

}  // namespace

Result<Logins> Logins::read(const std::filesystem::path& settings) {
  Logins logins{settings};
  if (settings.empty()) return logins;
  const std::string name = settings / kFile;
  const Descriptor file{::open(name.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return logins;
    return Error{ErrorCode::file_unreadable, name};
  }
  struct stat about {};
  if (::fstat(file.number, &about) != 0) return Error{ErrorCode::file_unreadable, name};
  if ((about.st_mode & kOthers) != 0) return Error{ErrorCode::key_exposed, name};
  const Result<Json> json = parse_json(TRY(read_all(file.number, name)));
  if (!json) return in_file(json.error(), name);
  Result<LoginsFile> kept = from_json<LoginsFile>(json.value());
  if (!kept) return in_file(kept.error(), name);
  logins.file_ = std::move(kept).value();
  return logins;
}

const Login* Logins::find(std::string_view url) const {
  const auto found = std::ranges::find(file_.logins, url, &Login::url);
  return found == file_.logins.end() ? nullptr : &*found;
}

void Logins::renew(Login login) {
  std::erase_if(file_.logins, [&](const Login& other) { return other.url == login.url; });
  file_.logins.push_back(std::move(login));
}

void Logins::put(Login login) {
  file_.current = login.url;
  renew(std::move(login));
}

void Logins::remove(std::string_view url) {
  if (file_.current == url) file_.current.clear();
  std::erase_if(file_.logins, [&](const Login& login) { return login.url == url; });
}

Result<Done> Logins::write() const {
  const std::string name = settings_ / kFile;
  const Error unwritable{ErrorCode::file_unwritable, settings_.empty() ? kFile : name};
  if (settings_.empty()) return unwritable;
  std::error_code failure;
  std::filesystem::create_directories(settings_, failure);
  if (!failure) std::filesystem::permissions(settings_, kFolderOfOwner, failure);
  if (failure) return unwritable;
  std::string made = name + ".XXXXXX";
  const Descriptor file{::mkstemp(made.data())};
  if (file.number < 0) return unwritable;
  const bool written =
      ::fchmod(file.number, kOwnerOnly) == 0 && write_all(file.number, to_pretty_text(to_json(file_)) + "\n");
  if (!written || ::rename(made.c_str(), name.c_str()) != 0) {
    ::unlink(made.c_str());
    return unwritable;
  }
  return Done{};
}

}  // namespace collega::cli
