#pragma once

// Whole files in and out.

#include <filesystem>
#include <string>
#include <string_view>

#include "collega/base/result.h"

namespace collega::administration {

/// Errors: file_not_found; file_unreadable; document_too_large when it has more than `most_bytes`.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file, std::size_t most_bytes);

/// Error: file_unwritable.
Result<Done> write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace collega::administration
