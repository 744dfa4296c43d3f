#include <fstream>
#include <sstream>

#include "collega/store/seal.h"
#include "export_line.h"
#include "ledger_test_support.h"

namespace collega::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class Export : public LedgerTest {
 protected:
  [[nodiscard]] std::string text() const {
    std::ostringstream out;
    out << std::ifstream{outside()}.rdbuf();
    return out.str();
  }
  void put(const std::string& text) const { std::ofstream{outside()} << text; }
};
COLLEGA_ON_EVERY_STORE(Export);

TEST_P(Export, AddsALineForEachTime) {
  add_decisions("web-1", 2);
  export_heads();
  add_decisions("web-2", 1);
  export_heads();
  EXPECT_THAT(text(), StartsWith(R"({"at":"2026-11-22T10:00:00.000Z","heads":[{"mac":")"));
  EXPECT_EQ(check({.exported = outside()}).exports, 2);
  EXPECT_THAT(found({.exported = outside()}), IsEmpty());
}

TEST_P(Export, IsReadableByItsOwnerAlone) {
  export_heads();
  EXPECT_EQ(std::filesystem::status(outside()).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_P(Export, TellsALineThatWasChanged) {
  add_decisions("web-1", 2);
  export_heads();
  std::string changed = text();
  changed.replace(changed.find("\"seq\":2"), 7, "\"seq\":1");
  put(changed);
  EXPECT_THAT(found({.exported = outside()}), ElementsAre("export_differs  1"));
}

TEST_P(Export, GoesOnBehindALineThatALossOfPowerCutShort) {
  add_decisions("web-1", 2);
  export_heads();
  const std::string whole = text();
  put(whole + whole.substr(0, 40));
  export_heads();
  EXPECT_THAT(found({.exported = outside()}), ElementsAre("export_differs  2"));
  EXPECT_EQ(check({.exported = outside()}).exports, 3);
}

TEST_P(Export, SaysThatTheFileIsNotThere) {
  store::ReadTransaction read = ledger().read().value();
  EXPECT_EQ(verify(read, {.exported = outside()}).error().code, ErrorCode::file_not_found);
  EXPECT_EQ(export_head(read, folder() / "nowhere" / "heads", kMorning).error().code, ErrorCode::file_unwritable);
}

TEST(ExportLine, ReadsBackWhatItWrote) {
  const Keys keys{store::Key::random()};
  const std::string mac(64, 'a');
  const std::string line = export_line(keys, {to_json(NamedHead{"web-1", 12, mac})}, kMorning);
  const ExportLine read = read_export_line(keys, line).value();
  EXPECT_EQ(read.at, kMorning);
  EXPECT_EQ(read.heads.at(0).seq, 12);
  EXPECT_EQ(read_export_line(Keys{store::Key::random()}, line).error().code, ErrorCode::key_wrong);
}

}  // namespace
}  // namespace collega::ledger
