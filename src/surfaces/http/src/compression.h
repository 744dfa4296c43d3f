#pragma once

#include <string>
#include <string_view>

namespace collega::http {

/// Less is sent as fast as it is: it fits in one packet.
constexpr std::size_t kWorthCompressing = 1024;

/// Text of some kind; pictures and archives are compressed already.
[[nodiscard]] bool is_compressible(std::string_view media_type);

/// RFC 1952. Throws std::bad_alloc and nothing else.
[[nodiscard]] std::string gzipped(std::string_view bytes);

}  // namespace collega::http
