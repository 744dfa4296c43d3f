#include "collega/administration/import.h"

#include "import_test_support.h"

namespace collega::administration {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

COLLEGA_ON_EVERY_STORE(ImportTest);

TEST_P(ImportTest, ADryRunTellsWhatWouldBeNewAndChangesNothing) {
  store::Store& store = opened();
  ASSERT_TRUE(import(store, kUnits).imported);
  const ImportReport report = dry_run(store, kPeople);
  EXPECT_THAT(brief(report.bad), IsEmpty());
  EXPECT_EQ(report.people, (ImportCounts{3, 0, 0}));
  EXPECT_EQ(report.contracts, (ImportCounts{3, 0, 0}));
  EXPECT_EQ(report.managers, (ImportCounts{2, 0, 0}));
  EXPECT_FALSE(report.imported);
  EXPECT_EQ(people_in(store), 0);
}

TEST_P(ImportTest, BringsInPersonContractUnitAndManager) {
  store::Store& store = filled();
  const people::PersonAsOf bram = person(store, "1002");
  EXPECT_EQ(people::display_name(bram.person.name), "Bram Jansen");
  EXPECT_EQ(bram.person.address.postcode, "3511 LK");
  EXPECT_TRUE(bram.person.has_bsn);
  ASSERT_EQ(bram.jobs.size(), 1u);
  EXPECT_EQ(bram.jobs[0].kind, people::ContractKind::temporary);
  EXPECT_EQ(bram.jobs[0].end, Date{2027y / 9 / 1});
  EXPECT_EQ(bram.jobs[0].terms.minutes_per_week, 24 * 60);
  EXPECT_EQ(bram.jobs[0].terms.wage, Money{278050});
  EXPECT_EQ(bram.jobs[0].unit_name, "Woonzorg De Linde");
  ASSERT_EQ(bram.managers.size(), 1u);
  EXPECT_EQ(people::display_name(bram.managers[0].name), "Çağla Öztürk");
}

TEST_P(ImportTest, TheSameFileAgainChangesNothing) {
  store::Store& store = filled();
  const ImportReport again = import(store, kPeople);
  EXPECT_EQ(again.people, (ImportCounts{0, 0, 3}));
  EXPECT_EQ(again.contracts, (ImportCounts{0, 0, 3}));
  EXPECT_EQ(again.managers, (ImportCounts{0, 0, 2}));
  EXPECT_EQ(import(store, kUnits).units, (ImportCounts{0, 0, 3}));
}

TEST_P(ImportTest, OtherHoursAreNewTermsFromTheirDayAndANewAddressTakesTheOldOnesPlace) {
  store::Store& store = filled();
  const ImportReport report = import(store,
                                     "personnel_number;contract_begin;hours_per_week;city;effective_from\n"
                                     "1001;2015-02-01;28;Utrecht;2026-12-01\n");
  EXPECT_EQ(report.people, (ImportCounts{0, 1, 0}));
  EXPECT_EQ(report.contracts, (ImportCounts{0, 1, 0}));
  EXPECT_EQ(person(store, "1001", 2026y / 11 / 30).jobs.at(0).terms.minutes_per_week, 32 * 60);
  EXPECT_EQ(person(store, "1001", 2026y / 12 / 1).jobs.at(0).terms.minutes_per_week, 28 * 60);
  EXPECT_EQ(person(store, "1001", 2026y / 12 / 1).jobs.at(0).terms.function, "Verpleegkundige");
  EXPECT_EQ(person(store, "1001").person.address.city, "Utrecht");
  EXPECT_EQ(person(store, "1001").person.email, "anna.dewit@lindehof.example");
}

TEST_P(ImportTest, OneBadRowKeepsTheWholeFileOut) {
  store::Store& store = filled();
  const ImportReport report = import(store,
                                     "personnel_number;surname;email\n"
                                     "1001;de Wit;nieuw@lindehof.example\n"
                                     "1004;Smit;geen adres\n");
  EXPECT_FALSE(report.imported);
  EXPECT_THAT(brief(report.bad), ElementsAre("3 bad_email email"));
  EXPECT_EQ(person(store, "1001").person.email, "anna.dewit@lindehof.example");
}

TEST_P(ImportTest, WhenAskedItSkipsBadRowsAndWhatHangsOnThem) {
  store::Store& store = filled();
  const documents::Table table = table_of(
      "personnel_number;surname;email;manager_personnel_number\n"
      "1004;Smit;geen adres;1003\n"
      "1005;Visser;visser@lindehof.example;1004\n"
      "1006;Bakker;bakker@lindehof.example;1003\n");
  const ImportReport report = import(store, table, skipping_request_of(table));
  EXPECT_TRUE(report.imported);
  EXPECT_THAT(brief(report.bad), ElementsAre("2 bad_email email", "3 unknown_manager manager_personnel_number"));
  EXPECT_EQ(report.good_rows, 1);
  EXPECT_EQ(people_in(store), 4);
}

TEST_P(ImportTest, UnitsComeInBelowEachOtherWhateverTheirOrderInTheFile) {
  store::Store& store = opened();
  EXPECT_EQ(import(store, kUnits).units, (ImportCounts{3, 0, 0}));
  store::ReadTransaction read = store.read().value();
  std::vector<std::string> tree;
  for (const people::Unit& unit : people::units_as_of(read, kToday).value()) {
    tree.push_back(std::string(static_cast<std::size_t>(unit.depth), ' ') + unit.code);
  }
  EXPECT_THAT(tree, ElementsAre("DIR", " WZ", "  WZ-1"));
}

TEST_P(ImportTest, TwoUnitsMayChangePlaces) {
  store::Store& store = filled();
  const ImportReport report = import(store,
                                     "unit_code;unit_name;parent_unit_code\n"
                                     "WZ;Woonzorg;WZ-1\n"
                                     "WZ-1;Woonzorg De Linde;DIR\n");
  EXPECT_TRUE(report.imported);
  EXPECT_EQ(report.units, (ImportCounts{0, 2, 0}));
}

TEST_P(ImportTest, SeveralRowsOfOneContractAreItsHistory) {
  store::Store& store = filled();
  const ImportReport report = import(store,
                                     "personnel_number;surname;contract_begin;effective_from;hours_per_week;unit_code\n"
                                     "1010;Mulder;2020-01-01;2023-01-01;24;WZ-1\n"
                                     "1010;Mulder;2020-01-01;2020-01-01;36;WZ\n");
  EXPECT_THAT(brief(report.bad), IsEmpty());
  EXPECT_EQ(person(store, "1010", 2022y / 6 / 1).jobs.at(0).terms.minutes_per_week, 36 * 60);
  EXPECT_EQ(person(store, "1010", 2023y / 6 / 1).jobs.at(0).terms.minutes_per_week, 24 * 60);
}

TEST_P(ImportTest, TellsWhoIsNoLongerInTheFileOfTheirSource) {
  store::Store& store = filled();
  const ImportReport report = dry_run(store, "personnel_number;surname\n1001;Wit\n1003;Öztürk\n");
  ASSERT_EQ(report.left.size(), 1u);
  EXPECT_EQ(report.left[0].name, "Bram Jansen");
  EXPECT_FALSE(report.too_many_left);
}

TEST_P(ImportTest, EndsTheContractsOfWhoLeftWhenAsked) {
  store::Store& store = filled();
  const documents::Table table = table_of("personnel_number;surname\n1001;Wit\n1003;Öztürk\n");
  ImportRequest request = request_of(table);
  request.absent_left_after = Date{2026y / 10 / 31};
  EXPECT_TRUE(import(store, table, request).imported);
  EXPECT_EQ(person(store, "1002", 2026y / 10 / 31).jobs.size(), 1u);
  EXPECT_THAT(person(store, "1002", 2026y / 11 / 1).jobs, IsEmpty());
}

TEST_P(ImportTest, RefusesWhenMoreAreGoneThanMayBe) {
  store::Store& store = filled();
  const documents::Table table = table_of("personnel_number;surname\n1009;Nieuw\n");
  ImportRequest request = request_of(table);
  request.absent_left_after = Date{2026y / 10 / 31};
  const ImportReport refused = import(store, table, request);
  EXPECT_TRUE(refused.too_many_left);
  EXPECT_FALSE(refused.imported);
  EXPECT_EQ(people_in(store), 3);
  request.many_left_confirmed = true;
  EXPECT_TRUE(import(store, table, request).imported);
}

TEST_P(ImportTest, AConstantStandsForAColumnAndAnOwnWordForAValue) {
  store::Store& store = filled();
  const documents::Table table = table_of(
      "personnel_number;surname;contract_kind;contract_begin;fte;unit_code\n1011;Prins;AOW-contract;2025-01-01;0,5;"
      "WZ\n");
  ImportRequest request = request_of(table);
  request.mapping.constants = {{ImportField::full_time_hours, "40"}};
  request.mapping.words = {{ImportField::contract_kind, "AOW contract", "temporary"}};
  EXPECT_THAT(brief(import(store, table, request).bad), IsEmpty());
  EXPECT_EQ(person(store, "1011").jobs.at(0).terms.minutes_per_week, 20 * 60);
  EXPECT_EQ(person(store, "1011").jobs.at(0).kind, people::ContractKind::temporary);
}

TEST_P(ImportTest, TellsHowFarItIs) {
  store::Store& store = filled();
  std::string csv = "personnel_number;surname\n";
  for (int i = 0; i < 1200; ++i) csv += std::to_string(20000 + i) + ";Persoon\n";
  const documents::Table table = table_of(csv);
  std::vector<std::size_t> told;
  store::ReadTransaction read = store.read().value();
  ASSERT_TRUE(dry_run_import(read, table, request_of(table), kToday, [&](std::size_t done, std::size_t total) {
    EXPECT_EQ(total, 1200u);
    told.push_back(done);
  }));
  EXPECT_THAT(told, ElementsAre(500, 1000));
}

TEST_P(ImportTest, AMappingThatDoesNotFitTheFileIsRefused) {
  store::Store& store = opened();
  store::ReadTransaction read = store.read().value();
  ImportRequest request = request_of(table_of("personnel_number;surname\n1;A\n"));
  const Result<ImportReport> report = dry_run_import(read, table_of("personnel_number\n1\n"), request, kToday);
  EXPECT_EQ(report.error(), (Error{ErrorCode::import_mapping_misfit, "surname"}));
}

}  // namespace
}  // namespace collega::administration
