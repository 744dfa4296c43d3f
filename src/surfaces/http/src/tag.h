#pragma once

#include <string>
#include <string_view>

namespace collega::http {

/// What stands for these bytes in an ETag, without quotes: two that differ never have the same.
[[nodiscard]] std::string tag_of(std::string_view bytes);

}  // namespace collega::http
