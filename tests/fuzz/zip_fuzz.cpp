// The readers of packed formats on any bytes as the whole file.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "collega/documents/table.h"
#include "formats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  static_cast<void>(collega::documents::parse_docx(bytes, {}));
  static_cast<void>(collega::documents::parse_odt(bytes, {}));
  static_cast<void>(collega::documents::read_xlsx(bytes));
  return 0;
}
