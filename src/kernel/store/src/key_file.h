#pragma once

// The key in a file of mode 600, or handed over by the environment. The file holds 64 hexadecimal digits and a newline.

#include <filesystem>
#include <string>

#include "collega/store/seal.h"
#include "collega/store/store.h"

namespace collega::store {

[[nodiscard]] std::filesystem::path key_file_of(const Options& options);

/// Errors: key_missing, key_exposed (others may read the file), key_wrong (no key stands there).
[[nodiscard]] Result<Key> load_key(const Options& options);

/// Makes the file, or leaves it to the environment. An existing file is used and never overwritten.
[[nodiscard]] Result<Key> load_or_make_key(const Options& options);

/// Writes `key` to `file` with mode 600, on disk when it returns; an existing file is replaced in one step.
Result<Done> write_key(const std::filesystem::path& file, const Key& key);

/// Error: key_missing, key_exposed, key_wrong.
[[nodiscard]] Result<Key> read_key(const std::filesystem::path& file);

}  // namespace collega::store
