#include "profile_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "archive.h"
#include "digest.h"

namespace collega::skills {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifestMark = "Collega profiles 1\n";

Error error(ErrorCode code, const fs::path& path) {
  return {code, path.string(), code == ErrorCode::document_broken ? "" : std::strerror(errno)};
}
Error damaged(const fs::path& path) { return error(ErrorCode::document_broken, path); }
Error unwritable(const fs::path& path) { return error(ErrorCode::file_unwritable, path); }

bool write_all(const File& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool sync_folder(const fs::path& path) {
  const File folder{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  return folder.open() && ::fsync(folder.number()) == 0;
}

/// A file with these bytes, on disk.
Result<Done> write_file(const fs::path& path, std::string_view bytes) {
  const File file{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
  if (!file.open() || !write_all(file, bytes) || ::fsync(file.number()) != 0) return unwritable(path);
  return Done{};
}

Result<std::string> read_file(const fs::path& path) {
  const File file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat about {};
  if (!file.open() || ::fstat(file.number(), &about) != 0) return error(ErrorCode::file_unreadable, path);
  std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t got = ::read(file.number(), bytes.data() + at, bytes.size() - at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return error(ErrorCode::file_unreadable, path);
    if (got == 0) bytes.resize(at);
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

/// A file in memory for as long as somebody holds it, also when it has been removed meanwhile.
struct Mapping {
  void* address = nullptr;
  std::size_t bytes = 0;

  Mapping(const File& file, std::size_t size) : bytes(size) {
    void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (mapped != MAP_FAILED) address = mapped;
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (address) ::munmap(address, bytes);
  }
};

std::shared_ptr<const Segment> map_segment(const fs::path& path, std::uint64_t bytes) {
  const File file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat about {};
  if (!file.open() || ::fstat(file.number(), &about) != 0) return nullptr;
  if (bytes == 0 || bytes % 8 != 0 || static_cast<std::uint64_t>(about.st_size) != bytes) return nullptr;
  const auto mapping = std::make_shared<const Mapping>(file, bytes);
  if (!mapping->address) return nullptr;
  return Segment::read({static_cast<const std::uint64_t*>(mapping->address), bytes / 8}, mapping);
}

bool is_ours(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with("segment-") || name.starts_with("log-") || name.starts_with("manifest");
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator{folder, ignored}) {
    if (is_ours(entry.path())) files.push_back(entry.path());
  }
  return files;
}

// A first opening that was cut off leaves an empty log and half a manifest at most.
bool holds_profiles(const fs::path& file) {
  std::error_code failed;
  return !file.filename().string().starts_with("manifest") && fs::file_size(file, failed) > 0;
}

std::vector<std::uint16_t> gone_in(const Part& part) {
  std::vector<std::uint16_t> gone;
  for (std::size_t place = 0; place < part.segment->size(); ++place) {
    if (!has(part.live->data(), place)) gone.push_back(static_cast<std::uint16_t>(place));
  }
  return gone;
}

}  // namespace

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

template <class T>
requires std::same_as<std::remove_const_t<T>, Manifest::Entry>
void fields(auto& archive, T& entry) {
  archive(entry.file);
  archive(entry.bytes);
  archive(entry.gone);
}

std::string manifest_bytes(const Manifest& manifest) {
  Writer content;
  content(manifest.made_with);
  content(manifest.log);
  content(manifest.segments);
  return manifest_of(content.take());
}

std::string manifest_of(const std::string& content) {
  Writer head;
  head(digest(content));
  return std::string{kManifestMark} + head.take() + content;
}

std::optional<Manifest> read_manifest(std::string_view bytes) {
  std::uint64_t written = 0;
  if (!bytes.starts_with(kManifestMark) || bytes.size() < kManifestMark.size() + sizeof written) return std::nullopt;
  std::memcpy(&written, bytes.data() + kManifestMark.size(), sizeof written);
  bytes.remove_prefix(kManifestMark.size() + sizeof written);
  if (digest(bytes) != written) return std::nullopt;
  Manifest manifest;
  Reader reader{bytes};
  reader(manifest.made_with);
  reader(manifest.log);
  reader(manifest.segments);
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return manifest;
}

fs::path Folder::segment(std::uint64_t number) const { return path_ / ("segment-" + std::to_string(number)); }
fs::path Folder::log(std::uint64_t number) const { return path_ / ("log-" + std::to_string(number)); }

Result<Folder> Folder::of(const fs::path& path, std::string made_with) {
  std::error_code failed;
  fs::create_directories(path, failed);
  Folder folder;
  folder.path_ = path;
  folder.made_with_ = std::move(made_with);
  folder.lock_ = File{::open((path / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
  if (!folder.lock_.open()) return unwritable(path);
  if (::flock(folder.lock_.number(), LOCK_EX | LOCK_NB) != 0) return error(ErrorCode::store_busy, path);
  return folder;
}

void Folder::clear() {
  std::error_code ignored;
  for (const fs::path& file : files_in(path_)) fs::remove(file, ignored);
}

Result<Folder::Opened> Folder::open() {
  const fs::path manifest_path = path_ / "manifest";
  Opened opened;
  if (!fs::exists(manifest_path)) {
    if (std::ranges::any_of(files_in(path_), holds_profiles)) return damaged(manifest_path);
    TRY(replace({}));
    return opened;
  }
  const auto manifest = read_manifest(TRY(read_file(manifest_path)));
  if (!manifest || manifest->made_with != made_with_) return damaged(manifest_path);
  for (const Manifest::Entry& entry : manifest->segments) {
    opened.parts.push_back(TRY(read(entry)));
    next_ = std::max(next_, entry.file + 1);
  }
  next_ = std::max(next_, manifest->log + 1);
  const std::string bytes = TRY(read_file(log(manifest->log)));
  auto reading = read_log(bytes);
  if (!reading) return damaged(log(manifest->log));
  log_bytes_ = reading->whole;
  opened.changes = std::move(reading->changes);
  opened.cut_off = bytes.size() - reading->whole;
  log_ = TRY(open_log(manifest->log, log_bytes_));
  remove_left_over(*manifest);
  return opened;
}

Result<Part> Folder::read(const Manifest::Entry& entry) const {
  Part part;
  part.file = entry.file;
  part.segment = map_segment(segment(entry.file), entry.bytes);
  if (!part.segment) return damaged(segment(entry.file));
  Bits live(part.segment->words());
  for (std::size_t place = 0; place < part.segment->size(); ++place) set(live, place);
  for (const std::uint16_t place : entry.gone) {
    if (place >= part.segment->size()) return damaged(path_ / "manifest");
    skills::clear(live, place);
  }
  part.size = count(live);
  part.live = std::make_shared<const Bits>(std::move(live));
  return part;
}

// The log with so much of it as is whole; the rest is cut off.
Result<File> Folder::open_log(std::uint64_t number, std::uint64_t whole) const {
  File opened{::open(log(number).c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)};
  if (!opened.open() || ::ftruncate(opened.number(), static_cast<off_t>(whole)) != 0 || ::fsync(opened.number()) != 0)
    return unwritable(log(number));
  return opened;
}

void Folder::remove_left_over(const Manifest& manifest) const {
  std::vector<fs::path> kept = {path_ / "manifest", log(manifest.log)};
  for (const Manifest::Entry& entry : manifest.segments) kept.push_back(segment(entry.file));
  std::error_code ignored;
  for (const fs::path& file : files_in(path_)) {
    if (std::ranges::find(kept, file) == kept.end()) fs::remove(file, ignored);
  }
}

Result<Done> Folder::append(const std::vector<Change>& changes) {
  const std::string frame = log_frame(changes);
  if (!write_all(log_, frame) || ::fdatasync(log_.number()) != 0) {
    const Error failed = unwritable(path_);
    if (::ftruncate(log_.number(), static_cast<off_t>(log_bytes_)) != 0) log_ = File{};
    return failed;
  }
  log_bytes_ += frame.size();
  return Done{};
}

Result<Part> Folder::write(const Image& image) {
  const std::uint64_t number = next_++;
  TRY(write_file(segment(number), {reinterpret_cast<const char*>(image.data()), image.size() * sizeof image.front()}));
  return read({number, image.size() * sizeof image.front(), {}});
}

Result<Done> Folder::replace(const std::vector<Part>& parts) {
  Manifest manifest{made_with_, next_++, {}};
  for (const Part& part : parts) manifest.segments.push_back({part.file, part.segment->bytes(), gone_in(part)});
  File log = TRY(open_log(manifest.log, 0));
  const fs::path fresh = path_ / "manifest-new";
  TRY(write_file(fresh, manifest_bytes(manifest)));
  if (!sync_folder(path_) || ::rename(fresh.c_str(), (path_ / "manifest").c_str()) != 0) return unwritable(fresh);
  // The new manifest may count from here on, so nothing may go to the old log any more.
  log_ = std::move(log);
  log_bytes_ = 0;
  if (!sync_folder(path_)) return unwritable(path_);
  remove_left_over(manifest);
  return Done{};
}

}  // namespace collega::skills
