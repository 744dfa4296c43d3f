#pragma once

#include <string_view>

namespace collega::administration {

/// "application/pdf", by the extension of a file's name; whether that fits the content was seen when it was read.
[[nodiscard]] std::string_view media_type_of(std::string_view file_name);

}  // namespace collega::administration
