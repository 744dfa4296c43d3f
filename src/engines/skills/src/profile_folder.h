#pragma once

// The files of an index: `manifest` names the segments and the log that count, `segment-N` and `log-N` hold them, all
// else of that name is left over and goes. The manifest is replaced in one step, so that a crash leaves the old or the
// new.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "collega/base/result.h"
#include "profile_log.h"
#include "profile_search.h"

namespace collega::skills {

/// An open file, closed with it.
class File {
 public:
  File() = default;
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  File& operator=(File&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~File();

  [[nodiscard]] bool open() const { return descriptor_ >= 0; }
  [[nodiscard]] int number() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

struct Manifest {
  struct Entry {
    std::uint64_t file = 0;
    std::uint64_t bytes = 0;
    std::vector<std::uint16_t> gone;  ///< places that no longer count
  };
  std::string made_with;
  std::uint64_t log = 0;
  std::vector<Entry> segments;
};
[[nodiscard]] std::string manifest_bytes(const Manifest& manifest);
/// A manifest file of this content, whatever it is.
[[nodiscard]] std::string manifest_of(const std::string& content);
[[nodiscard]] std::optional<Manifest> read_manifest(std::string_view bytes);

class Folder {
 public:
  struct Opened {
    std::vector<Part> parts;
    std::vector<Change> changes;  ///< of the log
    std::size_t cut_off = 0;
  };

  /// Makes it where it is not there, and locks it. Errors: see Profiles::open.
  [[nodiscard]] static Result<Folder> of(const std::filesystem::path& path, std::string made_with);
  /// Errors: document_broken, with the file as place.
  [[nodiscard]] Result<Opened> open();
  /// Removes what an index keeps here.
  void clear();

  /// On disk when it returns. Error: file_unwritable, and the log is as it was.
  [[nodiscard]] Result<Done> append(const std::vector<Change>& changes);
  /// Writes a segment that counts from the next `replace` on. Gives the part, mapped from its file.
  [[nodiscard]] Result<Part> write(const Image& image);
  /// From here on these parts count, and an empty log. Error: file_unwritable; then what counted before counts still.
  [[nodiscard]] Result<Done> replace(const std::vector<Part>& parts);

 private:
  [[nodiscard]] std::filesystem::path segment(std::uint64_t number) const;
  [[nodiscard]] std::filesystem::path log(std::uint64_t number) const;
  [[nodiscard]] Result<Part> read(const Manifest::Entry& entry) const;
  [[nodiscard]] Result<File> open_log(std::uint64_t number, std::uint64_t whole) const;
  void remove_left_over(const Manifest& manifest) const;

  std::filesystem::path path_;
  std::string made_with_;
  File lock_;
  File log_;
  std::uint64_t log_bytes_ = 0;
  std::uint64_t next_ = 1;  // number of the next file
};

}  // namespace collega::skills
