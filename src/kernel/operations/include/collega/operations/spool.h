#pragma once

// Files on their way in and out: what somebody sends before they ask an operation to read it, and what an operation
// made for them to fetch. In the folder `spool` of the data, for their owner alone, and gone after a day.

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/id.h"
#include "collega/identity/asker.h"
#include "collega/operations/records.h"

namespace collega::operations {

struct SpooledFile;
using FileId = Id<SpooledFile>;

/// A day: a form that was left in the evening can be sent the next morning.
constexpr std::chrono::hours kSpooledLasts{24};

struct SpooledFile {
  FileId id;
  std::string name;            ///< as its owner calls it, without folders
  std::filesystem::path path;  ///< ends in `name`, so that its extension tells what it is
  std::int64_t bytes = 0;      ///< that there are
  bool whole = false;
};

/// May be used from several threads.
class Spool {
 public:
  explicit Spool(Records& records) : records_(records) {}

  /// An empty file to be written to. Errors: not_signed_in; unknown_value for a name that is none; file_unwritable.
  [[nodiscard]] Result<SpooledFile> begin(const identity::Asker& owner, std::string_view name);
  /// After the last byte was written. Error: unknown_file.
  Result<SpooledFile> end(const identity::Asker& owner, FileId file);
  /// Error: unknown_file, also for another's.
  [[nodiscard]] Result<SpooledFile> find(const identity::Asker& owner, FileId file);
  Result<Done> remove(const identity::Asker& owner, FileId file);
  /// What is older than kSpooledLasts, and what no row knows. For a schedule; gives how many went.
  Result<std::int64_t> forget_old();

 private:
  [[nodiscard]] std::filesystem::path folder() const;
  Records& records_;
};

}  // namespace collega::operations
