// The reader of XLSX on any bytes as its sheet, its strings and its styles at once: each takes its own elements.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fuzz_zip.h"
#include "wire.h"

namespace {

constexpr std::string_view kBook =
    R"(<workbook><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr std::string_view kRelations =
    R"(<Relationships><Relationship Id="rId1" Target="sheet.xml" Type="/worksheet"/>)"
    R"(<Relationship Id="rId2" Target="strings.xml" Type="/sharedStrings"/>)"
    R"(<Relationship Id="rId3" Target="styles.xml" Type="/styles"/></Relationships>)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace collega;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const auto table = documents::read_xlsx(fuzz::zip_of({{"xl/workbook.xml", kBook},
                                                        {"xl/_rels/workbook.xml.rels", kRelations},
                                                        {"xl/sheet.xml", bytes},
                                                        {"xl/strings.xml", bytes},
                                                        {"xl/styles.xml", bytes}}));
  // What the child would answer is what its parent takes.
  if (table.ok() && !documents::table_from_wire(documents::to_wire(table))) std::abort();
  return 0;
}
