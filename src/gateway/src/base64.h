#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace collega::gateway {

/// RFC 4648, 4. Nothing for what is none.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);
[[nodiscard]] std::string to_base64(std::string_view bytes);

}  // namespace collega::gateway
