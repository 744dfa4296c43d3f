#pragma once

// The file of a backup: frames sealed in order (libsodium's secretstream), so that none can be changed, left out, moved
// or missing at the end.
//
//   file   =  "collega-backup-1\n"  stream header (24 bytes)  frame+
//   frame  =  length (4 bytes, little end first)  ciphertext; the last one is marked final

#include <filesystem>
#include <fstream>
#include <memory>

#include "collega/store/seal.h"
#include "durable_file.h"

namespace collega::store {

class BackupWriter {
 public:
  static Result<std::unique_ptr<BackupWriter>> create(const std::filesystem::path& file, const Key& key);
  ~BackupWriter();
  Result<Done> frame(std::string_view plain) { return push(plain, false); }
  /// The last frame; the file has its name when this returns.
  Result<std::int64_t> finish(std::string_view plain);

 private:
  struct Stream;
  BackupWriter(DurableFile file, std::unique_ptr<Stream> stream);
  Result<Done> push(std::string_view plain, bool last);

  DurableFile file_;
  std::unique_ptr<Stream> stream_;
};

class BackupReader {
 public:
  /// Errors: file_not_found, backup_broken.
  static Result<std::unique_ptr<BackupReader>> open(const std::filesystem::path& file, const Key& key);
  ~BackupReader();
  /// Errors: backup_broken, also when the file ends without its last frame; key_wrong when the first does not open.
  [[nodiscard]] Result<std::string> frame();
  [[nodiscard]] bool is_at_end() const;

 private:
  struct Stream;
  explicit BackupReader(std::unique_ptr<Stream> stream);
  std::unique_ptr<Stream> stream_;
};

}  // namespace collega::store
