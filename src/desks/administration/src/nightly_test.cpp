#include "collega/administration/nightly.h"

#include <fstream>

#include "import_test_support.h"

namespace collega::administration {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr std::string_view kHeader = "personnel_number;surname;email\n";

class NightlyTest : public ImportTest {
 protected:
  NightlyTest() { fs::create_directories(inbox()); }
  [[nodiscard]] fs::path inbox() const { return folder() / "inbox"; }

  void put(const std::string& name, const std::string& text, std::chrono::seconds ago = 1h) {
    std::ofstream{inbox() / name} << text;
    fs::last_write_time(inbox() / name, std::chrono::file_clock::from_sys(kNow - ago));
  }
  void remember(store::Store& store) {
    const documents::Table table = table_of(std::string{kHeader} + "1;A;\n");
    store::WriteTransaction write = store.write().value();
    ASSERT_TRUE(remember_mapping(write, table.header, mapping_of(table), kNow));
    ASSERT_TRUE(write.commit());
  }
  std::vector<std::string> night(store::Store& store, Moment now = kNow) {
    documents::Reader reader;
    const Result<FolderReport> report = process_folder(store, reader, inbox(), ImportRequest{}, "nightly", now, kToday);
    EXPECT_TRUE(report) << describe(report.error(), Language::en);
    std::vector<std::string> all;
    for (const FolderFile& file : report->files) all.push_back(file.name + " " + std::string{name_of(file.outcome)});
    return all;
  }
  [[nodiscard]] std::vector<std::string> names_in(const std::string& name) const {
    std::vector<std::string> all;
    if (!fs::exists(inbox() / name)) return all;
    for (const auto& entry : fs::directory_iterator{inbox() / name}) all.push_back(entry.path().filename().string());
    return all;
  }
};
COLLEGA_ON_EVERY_STORE(NightlyTest);

TEST_P(NightlyTest, AFileOfAKnownLayoutComesInAndIsPutAwayWithItsReport) {
  store::Store& store = opened();
  remember(store);
  put("payroll.csv", std::string{kHeader} + "1001;Wit;\n");
  EXPECT_THAT(night(store), ElementsAre("payroll.csv imported"));
  EXPECT_EQ(people_in(store), 1);
  EXPECT_THAT(names_in("done"),
              UnorderedElementsAre("20261122T060000-payroll.csv", "20261122T060000-payroll.csv.report.csv",
                                   "20261122T060000-payroll.csv.report.json"));
  EXPECT_THAT(night(store), IsEmpty());
}

TEST_P(NightlyTest, TheSameBytesAreNotDoneTwice) {
  store::Store& store = opened();
  remember(store);
  put("a.csv", std::string{kHeader} + "1001;Wit;\n");
  put("b.csv", std::string{kHeader} + "1001;Wit;\n");
  EXPECT_THAT(night(store), ElementsAre("a.csv imported", "b.csv done_before"));
}

TEST_P(NightlyTest, ABadFileIsRefusedWholeAndDoesNotHoldUpTheNext) {
  store::Store& store = opened();
  remember(store);
  put("a.csv", std::string{kHeader} + "1001;Wit;\n1002;Jansen;geen adres\n");
  put("b.csv", std::string{kHeader} + "1003;Smit;\n");
  put("c.csv", "iets;anders\n1;2\n");
  put("d.pdf", "dit is geen tabel");
  EXPECT_THAT(night(store), ElementsAre("a.csv refused", "b.csv imported", "c.csv unknown_layout", "d.pdf refused"));
  EXPECT_EQ(people_in(store), 1);
  EXPECT_EQ(names_in("refused").size(), 9u);
}

TEST_P(NightlyTest, AFileThatMayStillBeArrivingWaits) {
  store::Store& store = opened();
  remember(store);
  put("payroll.csv", std::string{kHeader} + "1001;Wit;\n", 10s);
  put("other.csv.part", "half");
  EXPECT_THAT(night(store), IsEmpty());
  EXPECT_THAT(night(store, kNow + 2min), ElementsAre("payroll.csv imported"));
}

}  // namespace
}  // namespace collega::administration
