#pragma once

// Bytes in some character set to UTF-8.

#include <cstddef>
#include <string>
#include <string_view>

namespace collega::documents {

/// `bytes` in the character set `name` ("windows-1252", "ibm-437", "utf-16le") as UTF-8; what does not fit becomes
/// U+FFFD. A set that is unknown is taken for windows-1252.
[[nodiscard]] std::string decode(std::string_view bytes, const std::string& name);

/// How a text is written, and how many bytes of mark stand before it.
struct Encoding {
  const char* name;
  std::size_t mark_bytes;
};

/// By its byte order mark, else by its zero bytes UTF-16, else UTF-8 when it is valid or more of its letters outside
/// ASCII are than are not, else windows-1252, which is what old programs in western Europe write.
[[nodiscard]] Encoding encoding_of(std::string_view bytes);

/// `bytes` in their encoding_of() as UTF-8, without the mark.
[[nodiscard]] std::string decode_unknown(std::string_view bytes);

}  // namespace collega::documents
