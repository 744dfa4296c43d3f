// The parent on any bytes from its child: an answer that is taken says the same when it is written and read again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "wire.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace collega::documents;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  if (const auto table = table_from_wire(bytes)) {
    const auto again = table_from_wire(to_wire(*table));
    if (!again || to_wire(*again) != to_wire(*table)) std::abort();
  }
  const auto answer = document_from_wire(bytes);
  if (!answer) return 0;
  for (const Block& block : answer->ok() ? answer->value().blocks : std::vector<Block>{}) {
    if (block.span.end > answer->value().text.size()) std::abort();
  }
  const auto again = document_from_wire(to_wire(*answer));
  if (!again || to_wire(*again) != to_wire(*answer)) std::abort();
  return 0;
}
