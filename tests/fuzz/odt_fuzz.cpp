// The reader of ODT on any bytes as its content.xml.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats.h"
#include "fuzz_zip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  static_cast<void>(collega::documents::parse_odt(collega::fuzz::zip_of({{"content.xml", bytes}}), {}));
  return 0;
}
