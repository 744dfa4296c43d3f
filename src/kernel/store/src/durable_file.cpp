#include "durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace collega::store {
namespace {

Error failure(const std::filesystem::path& file) {
  return {errno == ENOSPC || errno == EDQUOT ? ErrorCode::store_full : ErrorCode::file_unwritable, file.string()};
}

Result<Done> sync_folder_of(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return failure(file);
  const int status = ::fsync(descriptor);
  ::close(descriptor);
  if (status != 0) return failure(file);
  return Done{};
}

}  // namespace

Result<DurableFile> DurableFile::create(const std::filesystem::path& file) {
  std::filesystem::path part = file;
  part += ".part";
  const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) return failure(file);
  return DurableFile{file, part, descriptor};
}

DurableFile::DurableFile(DurableFile&& other) noexcept
    : file_(std::move(other.file_)),
      part_(std::move(other.part_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_) {}

DurableFile::~DurableFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(part_.c_str());
}

Result<Done> DurableFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failure(file_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    size_ += written;
  }
  return Done{};
}

Result<Done> DurableFile::finish() {
  if (::fsync(descriptor_) != 0) return failure(file_);
  if (::rename(part_.c_str(), file_.c_str()) != 0) return failure(file_);
  ::close(std::exchange(descriptor_, -1));
  return sync_folder_of(file_);
}

}  // namespace collega::store
