#include "collega/administration/export.h"

#include <fstream>
#include <sstream>

#include "collega/library/readers.h"
#include "import_test_support.h"

namespace collega::administration {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class ExportTest : public ImportTest {
 protected:
  static ExportedFile exported(store::Store& store, ExportRequest request) {
    store::ReadTransaction read = store.read().value();
    return export_table(read, request, kToday).value();
  }
  static std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
  }
};
COLLEGA_ON_EVERY_STORE(ExportTest);

TEST_P(ExportTest, AnExportImportsBackAndChangesNothing) {
  store::Store& store = filled();
  import(store,
         "personnel_number;contract_begin;hours_per_week;phone;house_number;effective_from\n"
         "1001;2015-02-01;31:59;+31 6 12345678;12a;2026-01-01\n");
  for (const ExportFormat format : {ExportFormat::csv, ExportFormat::xlsx}) {
    for (const ExportWhat what : {ExportWhat::units, ExportWhat::contracts, ExportWhat::people}) {
      const ExportedFile file = exported(store, {.what = what, .format = format, .with_bsn = true, .with_iban = true});
      const documents::Table table = format == ExportFormat::csv ? documents::read_csv(file.bytes).value()
                                                                 : documents::read_xlsx(file.bytes).value();
      const ImportReport back = import(store, table, request_of(table));
      EXPECT_THAT(brief(back.bad), IsEmpty()) << file.name;
      EXPECT_EQ(back.rows, 3) << file.name;
      for (const ImportCounts& counts : {back.people, back.contracts, back.units, back.managers}) {
        EXPECT_EQ(counts.created + counts.changed, 0) << file.name;
      }
    }
  }
}

TEST_P(ExportTest, AnExportFillsAnEmptyStoreWithTheSame) {
  store::Store& store = filled();
  const ExportedFile units = exported(store, {.what = ExportWhat::units});
  const ExportedFile people = exported(store, {.what = ExportWhat::people, .with_bsn = true, .with_iban = true});
  store::Store& other = *store::Store::open(elsewhere(), steps()).value().release();
  const std::unique_ptr<store::Store> owner{&other};
  ASSERT_TRUE(import(other, units.bytes).imported);
  ASSERT_TRUE(import(other, people.bytes).imported);
  EXPECT_EQ(exported(other, {.what = ExportWhat::people, .with_bsn = true, .with_iban = true}).bytes, people.bytes);
}

TEST_P(ExportTest, BsnAndBankAccountAreInItOnlyWhenAskedFor) {
  store::Store& store = filled();
  const ExportedFile plain = exported(store, {});
  EXPECT_EQ(plain.name, "people-2026-11-22.csv");
  EXPECT_THAT(plain.bytes, Not(HasSubstr("111222333")));
  EXPECT_THAT(plain.bytes, Not(HasSubstr("bsn")));
  EXPECT_THAT(exported(store, {.with_bsn = true}).bytes, HasSubstr("111222333"));
}

TEST_P(ExportTest, WhatASpreadsheetWouldRunIsGuardedAndComesBackAsItWas) {
  store::Store& store = filled();
  const documents::Table table =
      table_of("personnel_number;function;contract_begin\n1001;'=cmd|' /C calc'!A0;2015-02-01\n");
  ASSERT_TRUE(import(store, table, request_of(table)).imported);
  EXPECT_EQ(person(store, "1001").jobs.at(0).terms.function, "=cmd|' /C calc'!A0");
  const ExportedFile file = exported(store, {});
  EXPECT_THAT(file.bytes, HasSubstr(";'=cmd|' /C calc'!A0;"));
  EXPECT_EQ(import(store, file.bytes).contracts, (ImportCounts{0, 0, 3}));
}

TEST_P(ExportTest, EverythingGoesToAFolderThatCanBeCheckedAndRead) {
  store::Store& store = filled();
  store::ReadTransaction read = store.read().value();
  const std::filesystem::path to = folder() / "alles";
  const LeavingReport report = export_everything(read, to, leaving_parts(false, false), kToday).value();
  std::vector<std::string> rows;
  for (const LeavingFile& file : report.files) rows.push_back(file.name + " " + std::to_string(file.rows));
  EXPECT_THAT(rows, ElementsAre("people.csv 3", "contracts.csv 3", "units.csv 3", "positions.csv 0", "roles.csv 2",
                                "documents.csv 0", "document_readers.csv 0", "imports.csv 2"));
  for (const char* name : {"LEESMIJ.txt", "README.txt", "manifest.csv"})
    EXPECT_TRUE(std::filesystem::exists(to / name));
  EXPECT_THAT(text_of(to / "people.csv"), StartsWith("\ufeffpersonnel_number;given_name;"));
  EXPECT_EQ(export_everything(read, to, leaving_parts(false, false), kToday).error().code, ErrorCode::file_unwritable);
}

TEST_P(ExportTest, PositionsAndDocumentsGoAlongWithTheirFiles) {
  store::Store& store = filled();
  const auto settle = [](store::WriteTransaction& write) -> Result<Done> {
    const people::UnitId unit = TRY(people::unit_coded(write, "WZ-1")).value();
    TRY(people::put_position(
        write,
        {.id = {}, .code = "F-1", .title = "Teamleider", .unit = unit, .begin = kToday, .end = {}, .scale = "55"}));
    const auto anna = TRY(people::person_numbered(write, "1001"));
    const library::NewDocument paper{"Brief", library::DocumentKind::personnel, "nl", "personnel_file", {}, anna};
    const auto letter = TRY(library::add_document(write, paper, kNow));
    for (const auto& [day, text] : {std::pair{Date{2025y / 1 / 1}, "eerste"}, std::pair{kToday, "tweede"}}) {
      TRY(library::add_version(write,
                               {.document = letter,
                                .begin = day,
                                .file_name = "=brief.PDF",
                                .media_type = "application/pdf",
                                .content = text},
                               kNow));
    }
    TRY(library::set_readers(write, letter, std::vector{library::who_has(identity::Role::manager)}));
    return write.commit();
  };
  {
    store::WriteTransaction write = store.write().value();
    ASSERT_TRUE(settle(write));
  }
  store::ReadTransaction read = store.read().value();
  const std::filesystem::path to = folder() / "alles";
  ASSERT_TRUE(export_everything(read, to, leaving_parts(false, false), kToday));
  EXPECT_THAT(text_of(to / "positions.csv"), HasSubstr("F-1;Teamleider;WZ-1;2026-11-22;;55"));
  EXPECT_THAT(text_of(to / "document_readers.csv"), HasSubstr(";role;manager;;"));
  const library::DocumentId letter = library::documents_after(read, {}, 1).value().at(0).id;
  const std::string second = "documents/" + to_string(letter) + "-2.PDF";
  EXPECT_THAT(text_of(to / "documents.csv"), HasSubstr("1001;"));
  EXPECT_THAT(text_of(to / "documents.csv"), HasSubstr(second));
  EXPECT_EQ(text_of(to / second), "tweede");
  EXPECT_THAT(text_of(to / "manifest.csv"), HasSubstr(second + ";;"));
}

}  // namespace
}  // namespace collega::administration
