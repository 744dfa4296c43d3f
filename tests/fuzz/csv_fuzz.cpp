// The reader of CSV on any bytes: what it takes is a table as table.h promises.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "collega/base/utf8.h"
#include "collega/documents/table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace collega;
  const auto table = documents::read_csv({reinterpret_cast<const char*>(data), size});
  if (!table.ok()) return 0;
  std::size_t line = table->header_line;
  for (const documents::TableRow& row : table->rows) {
    if (row.line <= line || row.cells.empty()) std::abort();
    line = row.line;
    for (const std::string& cell : row.cells) {
      if (!is_valid_utf8(cell)) std::abort();
    }
  }
  return 0;
}
