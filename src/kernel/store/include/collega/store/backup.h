#pragma once

// Everything that is kept, in one sealed file that SQLite and PostgreSQL can both take back. It opens with the key of
// the data, which is not in it.

#include <filesystem>
#include <functional>

#include "collega/store/store.h"

namespace collega::store {

struct BackupSummary {
  std::int64_t rows = 0;
  std::int64_t bytes = 0;  ///< of the file
};

/// Writes to `file`, which appears only when it is whole. Others may read and write meanwhile; the backup holds the
/// moment it began. `progress` is told the rows done. Errors: file_unwritable, store_full and those of the store.
[[nodiscard]] Result<BackupSummary> back_up(Store& store, const std::filesystem::path& file,
                                            const std::function<void(std::int64_t)>& progress = {});

/// Fills a new store at `options` from a backup, whole or not at all, and gives it opened with `migrations`. Errors:
/// store_not_empty, backup_broken, key_wrong, key_missing, store_newer and those of opening.
[[nodiscard]] Result<std::unique_ptr<Store>> restore(const std::filesystem::path& file, const Options& options,
                                                     std::span<const Migration> migrations);

}  // namespace collega::store
