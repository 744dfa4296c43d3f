#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "collega/ledger/verify.h"
#include "export_line.h"

namespace collega::ledger {
namespace {

Error failure(const std::filesystem::path& file) {
  return {errno == ENOSPC || errno == EDQUOT ? ErrorCode::store_full : ErrorCode::file_unwritable, file.string()};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

bool sync_folder_of(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
  const Descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  return opened.is_open() && ::fsync(opened.number()) == 0;
}

/// A line that a loss of power cut short stays what it is: the next begins on its own.
bool ends_within_a_line(int file, off_t size) {
  char last = '\n';
  return size > 0 && ::pread(file, &last, 1, size - 1) == 1 && last != '\n';
}

/// The whole line or nothing of it.
Result<Done> add_line(int file, std::string line, const std::filesystem::path& path) {
  struct stat before {};
  if (::fstat(file, &before) != 0) return failure(path);
  line += '\n';
  if (ends_within_a_line(file, before.st_size)) line.insert(0, 1, '\n');
  ssize_t written = 0;
  do {
    written = ::write(file, line.data(), line.size());
  } while (written < 0 && errno == EINTR);
  if (written == static_cast<ssize_t>(line.size()) && ::fsync(file) == 0) return Done{};
  if (written >= 0 && written < static_cast<ssize_t>(line.size())) errno = ENOSPC;
  const Error why = failure(path);
  if (::ftruncate(file, before.st_size) != 0) return Error{why.code, why.where, "and a part of the line stays"};
  return why;
}

}  // namespace

Result<std::int64_t> export_head(store::ReadTransaction& read, const std::filesystem::path& file, Moment now) {
  const Keys keys{read.ledger_key()};
  JsonArray heads = named(keys, TRY(all_heads(read)));
  const auto count = static_cast<std::int64_t>(heads.size());
  const Descriptor opened{::open(file.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600)};
  if (!opened.is_open()) return failure(file);
  TRY(add_line(opened.number(), export_line(keys, std::move(heads), now), file));
  if (!sync_folder_of(file)) return failure(file);
  return count;
}

}  // namespace collega::ledger
