// The reader of PDF on any bytes. Pages without text are not recognised: that is Tesseract's business and slow.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  collega::documents::Limits limits;
  limits.ocr_seconds = 0;
  limits.pages = 5;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  static_cast<void>(collega::documents::parse_pdf(bytes, limits));
  return 0;
}
