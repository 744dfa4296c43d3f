// Files with a row a change: what rows of different days make of a person and of a unit.

#include "import_test_support.h"

namespace collega::administration {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class HistoryTest : public ImportTest {
 protected:
  static std::string name(store::Store& store, const std::string& number) {
    return people::display_name(person(store, number).person.name);
  }

  /// The history as "day name under code".
  static std::vector<std::string> history(store::Store& store, const std::string& code) {
    store::ReadTransaction read = store.read().value();
    const auto id = people::unit_coded(read, code).value();
    std::vector<std::string> all;
    if (!id) return all;
    for (const people::UnitFrom& row : people::unit_history(read, *id).value()) {
      std::string text = to_string(row.begin) + " " + row.name;
      if (row.parent) text += " under " + people::unit_as_of(read, *row.parent, row.begin).value()->code;
      all.push_back(text);
    }
    return all;
  }
};
COLLEGA_ON_EVERY_STORE(HistoryTest);

constexpr std::string_view kMarried =
    "personnel_number;given_name;infix;surname;birth_date;contract_kind;contract_begin;effective_from;hours_per_week;"
    "unit_code\n"
    "1010;Noor;van;Broekhuis-Hermans;1991-04-02;vast;2020-01-01;2024-06-14;24;WZ-1\n"
    "1010;Noor;;Hermans;1991-04-02;vast;2020-01-01;2020-01-01;24;WZ-1\n"
    "1010;Noor;;Hermans;1991-04-02;vast;2020-01-01;2023-01-01;32;WZ-1\n";

TEST_P(HistoryTest, WhoTookAnotherNameHasThatOfTheLatestDay) {
  store::Store& store = filled();
  const ImportReport report = import(store, kMarried);
  EXPECT_THAT(brief(report.bad), IsEmpty());
  EXPECT_THAT(brief(report.notices), ElementsAre("3 name_on_other_day surname")) << "once a person";
  EXPECT_EQ(report.notices[0].about, "2");
  EXPECT_EQ(name(store, "1010"), "Noor van Broekhuis-Hermans");
}

TEST_P(HistoryTest, ANameInCapitalsOrWithItsInfixInItIsNoOtherName) {
  store::Store& store = filled();
  const ImportReport report = import(store,
                                     "personnel_number;infix;surname;effective_from\n"
                                     "1010;;DE WIT;2024-01-01\n"
                                     "1010;;de Wit;2025-01-01\n"
                                     "1010;de;Wit;2026-01-01\n");
  EXPECT_THAT(brief(report.notices), IsEmpty());
  EXPECT_EQ(name(store, "1010"), "de Wit");
}

TEST_P(HistoryTest, ADryRunTellsTheSame) {
  store::Store& store = filled();
  const ImportReport dry = dry_run(store, kMarried);
  const ImportReport done = import(store, kMarried);
  EXPECT_EQ(dry.notices, done.notices);
  EXPECT_EQ(dry.people, done.people);
  EXPECT_EQ(dry.contracts, done.contracts);
}

TEST_P(HistoryTest, TheSameFileAgainChangesNobodyAndTellsNothing) {
  store::Store& store = filled();
  import(store, kMarried);
  const ImportReport again = import(store, kMarried);
  EXPECT_EQ(again.people, (ImportCounts{0, 0, 1}));
  EXPECT_THAT(brief(again.notices), IsEmpty());
}

TEST_P(HistoryTest, ANameThatIsStillToComeDoesNotCountYet) {
  store::Store& store = filled();
  const ImportReport report = import(store,
                                     "personnel_number;surname;email;effective_from\n"
                                     "1002;Jansen;;2026-01-01\n"
                                     "1002;Jansen-Smit;smit@lindehof.example;2027-03-01\n");
  EXPECT_THAT(brief(report.bad), IsEmpty());
  EXPECT_EQ(name(store, "1002"), "Bram Jansen");
  EXPECT_EQ(person(store, "1002").person.email, "bram.jansen@lindehof.example");
}

TEST_P(HistoryTest, WhoIsStillToComeHasTheNameOfTheirFirstDay) {
  store::Store& store = filled();
  import(store,
         "personnel_number;surname;contract_begin;effective_from;hours_per_week;unit_code\n"
         "1010;Mulder-Vos;2027-01-01;2027-06-01;24;WZ-1\n"
         "1010;Mulder;2027-01-01;2027-01-01;24;WZ-1\n");
  EXPECT_EQ(name(store, "1010"), "Mulder");
}

TEST_P(HistoryTest, TwoNamesOnOneDayAreStillAnError) {
  store::Store& store = filled();
  const ImportReport report = import(store,
                                     "personnel_number;surname;employment_number;effective_from\n"
                                     "1002;Jansen;1;2026-01-01\n"
                                     "1002;Jansen-Smit;1;2026-02-01\n"
                                     "1002;Janssen;2;2026-02-01\n");
  EXPECT_FALSE(report.imported);
  EXPECT_THAT(brief(report.bad), ElementsAre("3 other_person surname", "4 other_person surname"));
}

TEST_P(HistoryTest, ABirthDateOrABsnDoesNotChangeWithTheDays) {
  store::Store& store = filled();
  const ImportReport report = dry_run(store,
                                      "personnel_number;surname;birth_date;bsn;effective_from\n"
                                      "1010;Mulder;1980-01-01;;2026-01-01\n"
                                      "1010;Mulder;1981-01-01;;2026-02-01\n"
                                      "1011;Vos;;111222333;2026-01-01\n"
                                      "1011;Vos;;123456782;2026-02-01\n");
  EXPECT_THAT(brief(report.bad), ElementsAre("2 other_person birth_date", "3 other_person birth_date",
                                             "4 other_person bsn", "5 other_person bsn"));
}

TEST_P(HistoryTest, AWhollyOtherNameNeedsABirthDateOrABsnToBeTheSamePerson) {
  store::Store& store = filled();
  const ImportReport report = dry_run(store,
                                      "personnel_number;given_name;surname;birth_date;effective_from\n"
                                      "1010;Noor;Mulder;;2026-01-01\n"
                                      "1010;Karel;Vos;;2026-02-01\n"
                                      "1011;Eva;Prins;1990-02-03;2026-01-01\n"
                                      "1011;Evert;Kok;1990-02-03;2026-02-01\n");
  EXPECT_THAT(brief(report.bad), ElementsAre("2 other_person surname", "3 other_person surname"));
}

/// WZ-1 gets another name and then another place; two people change on days of their own.
constexpr std::string_view kRenamedAndMoved =
    "personnel_number;surname;contract_begin;effective_from;hours_per_week;unit_code;unit_name;parent_unit_code\n"
    "1010;Mulder;2020-01-01;2020-01-01;36;WZ-1;Woonzorg De Linde;WZ\n"
    "1010;Mulder;2020-01-01;2023-01-01;24;WZ-1;Woonzorg De Linde;WZ\n"
    "1010;Mulder;2020-01-01;2025-10-01;24;WZ-1;De Nieuwe Linde;DIR\n"
    "1011;Vos;2019-01-01;2019-01-01;36;WZ-1;Woonzorg De Linde;WZ\n"
    "1011;Vos;2019-01-01;2025-03-01;32;WZ-1;De Nieuwe Linde;WZ\n"
    "1011;Vos;2019-01-01;2026-01-01;36;WZ-1;De Nieuwe Linde;DIR\n";

TEST_P(HistoryTest, AUnitHasEachNameAndPlaceFromTheFirstDayThatARowHasIt) {
  store::Store& store = filled();
  const ImportReport report = import(store, kRenamedAndMoved);
  EXPECT_THAT(brief(report.bad), IsEmpty());
  EXPECT_EQ(report.units, (ImportCounts{0, 2, 1}));
  EXPECT_THAT(brief(report.notices),
              ElementsAre("4 unit_on_other_day parent_unit_code", "6 unit_on_other_day unit_name"));
  EXPECT_THAT(history(store, "WZ-1"),
              ElementsAre("1900-01-01 Woonzorg De Linde under WZ", "2025-03-01 De Nieuwe Linde under WZ",
                          "2025-10-01 De Nieuwe Linde under DIR"));
  EXPECT_EQ(person(store, "1010", 2025y / 2 / 28).jobs.at(0).unit_name, "Woonzorg De Linde");
  EXPECT_EQ(person(store, "1010", 2025y / 3 / 1).jobs.at(0).unit_name, "De Nieuwe Linde");
}

TEST_P(HistoryTest, UnitsThatAreKnownToHaveChangedStayAsTheyAre) {
  store::Store& store = filled();
  import(store,
         "unit_code;unit_name;parent_unit_code;effective_from\n"
         "WZ-1;De Nieuwe Linde;WZ;2025-02-15\n"
         "WZ-1;De Nieuwe Linde;DIR;2025-09-20\n");
  const std::vector<std::string> before = history(store, "WZ-1");
  const ImportReport report = import(store, kRenamedAndMoved);
  EXPECT_EQ(report.units, (ImportCounts{0, 0, 3}));
  EXPECT_THAT(brief(report.notices), IsEmpty());
  EXPECT_EQ(history(store, "WZ-1"), before);
}

TEST_P(HistoryTest, WhereAllRowsSayTheSameAUnitChangesFromTheDayOfTheImport) {
  store::Store& store = filled();
  import(store,
         "personnel_number;surname;effective_from;unit_code;unit_name;parent_unit_code;contract_begin;hours_per_week\n"
         "1010;Mulder;2019-01-01;WZ-1;De Nieuwe Linde;WZ;2019-01-01;36\n"
         "1011;Vos;2023-01-01;WZ-1;De Nieuwe Linde;WZ;2020-01-01;36\n");
  EXPECT_THAT(history(store, "WZ-1"),
              ElementsAre("1900-01-01 Woonzorg De Linde under WZ", "2026-11-22 De Nieuwe Linde under WZ"));
}

TEST_P(HistoryTest, AUnitOfTwoNamesOnOneDayIsStillAnError) {
  store::Store& store = filled();
  constexpr std::string_view kTwoNames =
      "personnel_number;surname;contract_begin;effective_from;hours_per_week;unit_code;unit_name;parent_unit_code\n"
      "1010;Mulder;2020-01-01;2025-03-01;36;WZ-1;Woonzorg De Linde;WZ\n"
      "1011;Vos;2020-01-01;2025-03-01;36;WZ-1;De Nieuwe Linde;WZ\n"
      "1012;Prins;2020-01-01;2025-04-01;36;WZ-1;Woonzorg De Linde;WZ\n";
  EXPECT_THAT(brief(import(store, kTwoNames).bad), ElementsAre("3 other_unit unit_name"));
  const documents::Table table = table_of(kTwoNames);
  EXPECT_EQ(import(store, table, skipping_request_of(table)).people, (ImportCounts{2, 0, 0}));
  EXPECT_EQ(history(store, "WZ-1").size(), 1u);
}

TEST_P(HistoryTest, ANewUnitThatMovedToADeeperNewOneComesAndGoesWhole) {
  store::Store& store = filled();
  const ImportReport report = import(store,
                                     "unit_code;unit_name;parent_unit_code;effective_from\n"
                                     "A;Team A;DIR;2020-01-01\n"
                                     "A;Team A;C;2024-01-01\n"
                                     "C;Cluster C;B;2020-01-01\n"
                                     "B;Bureau B;WZ-1;2020-01-01\n");
  EXPECT_TRUE(report.imported);
  EXPECT_THAT(history(store, "A"), ElementsAre("1900-01-01 Team A under DIR", "2024-01-01 Team A under C"));
  EXPECT_TRUE(undo(store, *report.run).undone);
  EXPECT_THAT(history(store, "A"), IsEmpty());
  EXPECT_THAT(history(store, "C"), IsEmpty());
}

TEST_P(HistoryTest, AnUndoBringsTheHistoryOfUnitsAndTheOldNameBack) {
  store::Store& store = filled();
  import(store, "unit_code;unit_name;parent_unit_code;effective_from\nWZ-1;Oude Linde;WZ;2022-01-01\n");
  const std::vector<std::string> linde = history(store, "WZ-1");
  const std::vector<std::string> care = history(store, "WZ");
  const ImportReport moved = import(store,
                                    "unit_code;unit_name;parent_unit_code;effective_from\n"
                                    "WZ-1;Woonzorg De Linde;DIR;2021-01-01\n"
                                    "WZ;Woonzorg;WZ-1;2023-01-01\n"
                                    "WZ;Zorg;DIR;2024-01-01\n"
                                    "WZ-1;De Nieuwe Linde;WZ;2025-01-01\n");
  ASSERT_TRUE(moved.imported);
  const ImportReport named = import(store,
                                    "personnel_number;surname;effective_from\n"
                                    "1002;Jansen;2026-01-01\n"
                                    "1002;Smit;2026-02-01\n");
  EXPECT_EQ(name(store, "1002"), "Bram Smit");
  EXPECT_TRUE(undo(store, *named.run).undone);
  EXPECT_TRUE(undo(store, *moved.run).undone);
  EXPECT_EQ(name(store, "1002"), "Bram Jansen");
  EXPECT_EQ(history(store, "WZ-1"), linde);
  EXPECT_EQ(history(store, "WZ"), care);
}

}  // namespace
}  // namespace collega::administration
