#pragma once

// What a file is, by its bytes; its name must not say otherwise.

#include <optional>
#include <string_view>

#include "collega/base/result.h"
#include "collega/documents/document.h"

namespace collega::documents {

/// The format of `bytes`. Errors: document_wrong_extension, document_unknown_format, document_encrypted (an Office file
/// locked with a password is a container of another kind).
[[nodiscard]] Result<Format> detect(std::string_view bytes, std::string_view name);

enum class TableFormat { csv, xlsx };

/// Likewise for a file that should hold a table.
[[nodiscard]] Result<TableFormat> detect_table(std::string_view bytes, std::string_view name);

}  // namespace collega::documents
