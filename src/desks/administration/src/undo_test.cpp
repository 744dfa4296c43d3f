#include "collega/administration/undo.h"

#include "image.h"
#include "import_test_support.h"

namespace collega::administration {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class UndoTest : public ImportTest {
 protected:
  static PersonImage image(store::Store& store, const std::string& number) {
    store::ReadTransaction read = store.read().value();
    return image_of(read, people::person_numbered(read, number).value().value()).value();
  }
  static UnitImage unit_image(store::Store& store, const std::string& code) {
    store::ReadTransaction read = store.read().value();
    return image_of(read, people::unit_coded(read, code).value().value(), code).value();
  }
};
COLLEGA_ON_EVERY_STORE(UndoTest);

TEST_P(UndoTest, ANewOrganisationGoesAsItCame) {
  store::Store& store = opened();
  const ImportReport units = import(store, kUnits);
  const ImportReport people = import(store, kPeople);
  const UndoReport undone = undo(store, *people.run);
  EXPECT_TRUE(undone.undone);
  EXPECT_EQ(undone.taken_back, 3);
  EXPECT_EQ(people_in(store), 0);
  EXPECT_EQ(undo(store, *units.run).taken_back, 3);
  store::ReadTransaction read = store.read().value();
  EXPECT_THAT(people::units_as_of(read, kToday).value(), IsEmpty());
}

TEST_P(UndoTest, WhatWasChangedIsExactlyAsBefore) {
  store::Store& store = filled();
  const PersonImage anna = image(store, "1001");
  const PersonImage bram = image(store, "1002");
  const ImportReport report =
      import(store,
             "personnel_number;surname;bsn;contract_begin;contract_end;hours_per_week;unit_code;"
             "manager_personnel_number;effective_from\n"
             "1001;Wit-Smit;123456782;2015-02-01;;20;WZ;1002;2026-06-01\n"
             "1002;Jansen;111222333;2024-09-01;2026-12-31;24;WZ-1;1003;2026-06-01\n"
             "1004;Nieuw;;2026-06-01;;36;WZ;1001;2026-06-01\n");
  EXPECT_THAT(brief(report.bad), ElementsAre("2 bsn_of_another bsn", "3 bsn_of_another bsn"));
  const ImportReport done = import(store,
                                   "personnel_number;surname;bsn;contract_begin;contract_end;hours_per_week;unit_code;"
                                   "manager_personnel_number;effective_from\n"
                                   "1001;Wit-Smit;;2015-02-01;;20;WZ;1002;2026-06-01\n"
                                   "1002;Jansen;;2024-09-01;2026-12-31;24;WZ-1;1003;2026-06-01\n"
                                   "1004;Nieuw;;2026-06-01;;36;WZ;1001;2026-06-01\n");
  ASSERT_TRUE(done.imported);
  EXPECT_NE(image(store, "1001"), anna);
  const UndoReport undone = undo(store, *done.run);
  EXPECT_EQ(undone.restored, 2);
  EXPECT_EQ(undone.taken_back, 1);
  EXPECT_EQ(image(store, "1001"), anna);
  EXPECT_EQ(image(store, "1002"), bram);
}

TEST_P(UndoTest, AUnitGetsItsNamesAndPlacesBack) {
  store::Store& store = filled();
  const UnitImage before = unit_image(store, "WZ-1");
  const ImportReport report = import(store,
                                     "unit_code;unit_name;parent_unit_code;manager_personnel_number\n"
                                     "WZ-1;De Linde;DIR;1003\nWZ-2;De Beuk;WZ-1;1002\n");
  ASSERT_TRUE(report.imported);
  EXPECT_NE(unit_image(store, "WZ-1"), before);
  EXPECT_TRUE(undo(store, *report.run).undone);
  EXPECT_EQ(unit_image(store, "WZ-1"), before);
}

TEST_P(UndoTest, WhatSomebodyChangedSinceIsNotOverwritten) {
  store::Store& store = opened();
  import(store, kUnits);
  const ImportReport first = import(store, kPeople);
  import(store, "personnel_number;city\n1002;Zeist\n");
  const UndoReport refused = undo(store, *first.run);
  EXPECT_FALSE(refused.undone);
  ASSERT_EQ(refused.refusals.size(), 1u);
  EXPECT_EQ(refused.refusals[0].key, "1002");
  EXPECT_EQ(refused.refusals[0].obstacle, UndoObstacle::changed_since);
  EXPECT_EQ(people_in(store), 3);
}

TEST_P(UndoTest, WhoBecameSomebodysManagerSinceStays) {
  store::Store& store = filled();
  const ImportReport report = import(store, "personnel_number;surname\n1004;Nieuw\n");
  import(store, "personnel_number;manager_personnel_number\n1003;1004\n");
  const UndoReport refused = undo(store, *report.run);
  ASSERT_EQ(refused.refusals.size(), 1u);
  EXPECT_EQ(refused.refusals[0].obstacle, UndoObstacle::in_use);
}

TEST_P(UndoTest, OfWhomAnotherModuleKeepsSomethingStays) {
  store::Store& store = filled();
  const ImportReport report = import(store, "personnel_number;surname\n1004;Nieuw\n");
  const people::Holding cases{
      .kind = "casework.case",
      .title = {"dossier", "case"},
      .clock = "personnel_file",
      .show = [](store::ReadTransaction&, people::PersonId) -> Result<JsonArray> { return JsonArray{"een dossier"}; },
      .erase = {}};
  const UndoReport refused = undo(store, *report.run, {cases});
  ASSERT_EQ(refused.refusals.size(), 1u);
  EXPECT_EQ(refused.refusals[0].reason_nl, "Hier is na de import op voortgebouwd (casework.case).");
}

TEST_P(UndoTest, AnImportIsUndoneOnceAndNotAfterItsJournalWasCleared) {
  store::Store& store = opened();
  const ImportReport units = import(store, kUnits);
  const ImportReport people = import(store, kPeople);
  undo(store, *people.run);
  store::WriteTransaction write = store.write().value();
  EXPECT_EQ(undo_import(write, *people.run, "anna", kNow, {}).error().code, ErrorCode::import_undone_before);
  EXPECT_EQ(clear_journals(write, kNow + std::chrono::days{kJournalDays + 1}).value(), 1);
  EXPECT_EQ(undo_import(write, *units.run, "anna", kNow, {}).error().code, ErrorCode::import_journal_gone);
  EXPECT_EQ(undo_import(write, ImportRunId{7}, "anna", kNow, {}).error().code, ErrorCode::import_unknown_run);
}

TEST_P(UndoTest, TheListOfImportsTellsWhatEachDid) {
  store::Store& store = filled();
  store::ReadTransaction read = store.read().value();
  const ImportRunPage page = import_runs(read, {}, 1).value();
  ASSERT_EQ(page.runs.size(), 1u);
  EXPECT_EQ(page.runs[0].people, (ImportCounts{3, 0, 0}));
  EXPECT_TRUE(page.runs[0].can_be_undone);
  const ImportRunPage rest = import_runs(read, page.next, 10).value();
  ASSERT_EQ(rest.runs.size(), 1u);
  EXPECT_EQ(rest.runs[0].units, (ImportCounts{3, 0, 0}));
  EXPECT_FALSE(rest.next);
}

TEST_P(UndoTest, TheJournalHoldsNoPersonalDataThatCanBeReadWithoutTheKey) {
  store::Store& store = filled();
  import(store, "personnel_number;surname\n1001;Wit-Smit\n");
  store::ReadTransaction read = store.read().value();
  store::Rows rows = read.query("select before from import_change").value();
  while (rows.next().value()) EXPECT_EQ(std::string{rows.view(0)}.find("Wit"), std::string::npos);
}

TEST_P(UndoTest, ErasureReachesTheJournal) {
  store::Store& store = filled();
  store::WriteTransaction write = store.write().value();
  const people::PersonId anna = people::person_numbered(write, "1001").value().value();
  for (const people::Holding& holding : holdings()) {
    EXPECT_THAT(holding.show(write, anna).value(), ::testing::SizeIs(1)) << holding.kind;
    EXPECT_EQ(holding.erase(write, anna).value(), 1) << holding.kind;
    EXPECT_THAT(holding.show(write, anna).value(), IsEmpty()) << holding.kind;
  }
}

}  // namespace
}  // namespace collega::administration
