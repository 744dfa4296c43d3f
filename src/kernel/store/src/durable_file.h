#pragma once

// A file that appears only when it is whole, and is on disk then.

#include <filesystem>
#include <string_view>

#include "collega/base/result.h"

namespace collega::store {

class DurableFile {
 public:
  /// Opens `<file>.part` with mode 600. Errors: file_unwritable, store_full.
  static Result<DurableFile> create(const std::filesystem::path& file);
  DurableFile(DurableFile&& other) noexcept;
  DurableFile& operator=(DurableFile&&) = delete;
  ~DurableFile();  ///< removes what was not finished

  Result<Done> write(std::string_view bytes);
  /// Gives it its name.
  Result<Done> finish();
  [[nodiscard]] std::int64_t size() const { return size_; }

 private:
  DurableFile(std::filesystem::path file, std::filesystem::path part, int descriptor)
      : file_(std::move(file)), part_(std::move(part)), descriptor_(descriptor) {}

  std::filesystem::path file_;
  std::filesystem::path part_;
  int descriptor_ = -1;
  std::int64_t size_ = 0;
};

}  // namespace collega::store
