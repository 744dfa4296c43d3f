#include "key_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "durable_file.h"

namespace collega::store {
namespace {

constexpr std::size_t kDigits = 64;
constexpr mode_t kOfOthers = S_IRWXG | S_IRWXO;

Result<Key> parse_key(std::string_view text, const std::string& where) {
  while (text.ends_with('\n') || text.ends_with('\r') || text.ends_with(' ')) text.remove_suffix(1);
  Key key;
  std::size_t size = 0;
  if (text.size() != kDigits ||
      sodium_hex2bin(key.bytes.data(), key.bytes.size(), text.data(), text.size(), nullptr, &size, nullptr) != 0) {
    return Error{ErrorCode::key_wrong, where};
  }
  return key;
}

}  // namespace

std::filesystem::path key_file_of(const Options& options) {
  return options.key_file.empty() ? options.folder / "key" : options.key_file;
}

Result<Key> read_key(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return Error{errno == ENOENT ? ErrorCode::key_missing : ErrorCode::file_unreadable, file.string()};
  }
  struct stat about {};
  std::string text(kDigits + 2, '\0');
  const bool known = ::fstat(descriptor, &about) == 0;
  const ssize_t size = ::read(descriptor, text.data(), text.size());
  ::close(descriptor);
  if (!known || size < 0) return Error{ErrorCode::file_unreadable, file.string()};
  if ((about.st_mode & kOfOthers) != 0) return Error{ErrorCode::key_exposed, file.string()};
  Result<Key> key = parse_key(std::string_view{text}.substr(0, static_cast<std::size_t>(size)), file.string());
  sodium_memzero(text.data(), text.size());
  return key;
}

Result<Key> load_key(const Options& options) {
  if (!options.key.empty()) return parse_key(options.key, "COLLEGA_KEY");
  return read_key(key_file_of(options));
}

Result<Key> load_or_make_key(const Options& options) {
  Result<Key> key = load_key(options);
  if (key || key.error().code != ErrorCode::key_missing) return key;
  const Key made = Key::random();
  TRY(write_key(key_file_of(options), made));
  return made;
}

Result<Done> write_key(const std::filesystem::path& file, const Key& key) {
  DurableFile out = TRY(DurableFile::create(file));
  TRY(out.write(to_hex({reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()}) + '\n'));
  return out.finish();
}

}  // namespace collega::store
