#include "desk_test_support.h"

namespace collega::hiring {
namespace {

using namespace testing_support;

class ExportTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    switch_on("hiring.match");
    const Json vacancy = frozen();
    vacancy_ = vacancy.at("row").at("vacancy");
    const Json added =
        done("hiring.add_candidates",
             {{"vacancy", vacancy_}, {"files", to_json(std::vector<std::string>{file("anna.md", kNurse)})}});
    const Json application = added.at("files").at(0).at("application");
    done("hiring.candidate", {{"application", application}});
    done("hiring.decide", {{"application", application}, {"verdict", "invite"}, {"reason", "Ervaring in de wijk."}});
  }
  std::string made(const char* operation, const std::string& name) {
    const std::string path = (folder() / name).string();
    EXPECT_EQ(done(operation, {{"vacancy", vacancy_}, {"file", path}}).at("candidates"), 1);
    return path;
  }
  std::string text_in(const std::string& path) { return reader_.read(path).value().text; }
  Json vacancy_;
};
COLLEGA_ON_EVERY_STORE(ExportTest);

TEST_P(ExportTest, TheSheetHasCodesWhileNamesAreHidden) {
  const documents::Table sheet = reader_.read_table(made("hiring.export_matrix", "matrix.xlsx")).value();
  ASSERT_FALSE(sheet.rows.empty());
  std::string all;
  for (const auto& row : sheet.rows) {
    for (const auto& cell : row.cells) all += cell + "\n";
  }
  EXPECT_THAT(all, HasSubstr("K-"));
  EXPECT_THAT(all, Not(HasSubstr("Anna")));
}

TEST_P(ExportTest, TheRecordTellsWhoDecidedWhatAndWhy) {
  for (const char* name : {"verslag.docx", "verslag.pdf", "verslag.odt"}) {
    const std::string record = text_in(made("hiring.export_record", name));
    EXPECT_THAT(record, HasSubstr("Ervaring in de wijk.")) << name;
    EXPECT_THAT(record, HasSubstr("rita")) << name;
    EXPECT_THAT(record, HasSubstr("Vastgesteld op 2026-11-23")) << name;
    EXPECT_THAT(record, Not(HasSubstr("Anna"))) << name;
  }
}

TEST_P(ExportTest, AnotherKindOfFileIsRefused) {
  EXPECT_EQ(code("hiring.export_record", {{"vacancy", vacancy_}, {"file", (folder() / "verslag.txt").string()}}),
            ErrorCode::unknown_value);
}

}  // namespace
}  // namespace collega::hiring
