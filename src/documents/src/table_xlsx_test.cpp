#include <gmock/gmock.h>

#include "collega/documents/table.h"
#include "collega/documents/write.h"
#include "test_office.h"

namespace collega::documents {
namespace {

using test::make_zip;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kRelations =
    R"(<Relationships><Relationship Id="rId1" Target="xl/workbook.xml" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>)";

constexpr const char* kBookRelations =
    R"(<Relationships>)"
    R"(<Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://x/relationships/worksheet"/>)"
    R"(<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml" Type="http://x/relationships/worksheet"/>)"
    R"(<Relationship Id="rId3" Target="styles.xml" Type="http://x/relationships/styles"/>)"
    R"(<Relationship Id="rId4" Target="sharedStrings.xml" Type="http://x/relationships/sharedStrings"/>)"
    R"(</Relationships>)";

constexpr const char* kBook =
    R"(<workbook><workbookPr/><sheets><sheet name="Toelichting" sheetId="1" state="hidden" r:id="rId2"/>)"
    R"(<sheet name="Medewerkers" sheetId="2" r:id="rId1"/></sheets></workbook>)";

// Style 1 is a date of Excel's own, 2 a number with zeros, 3 a duration.
constexpr const char* kStyles =
    R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[h]:mm"/>)"
    R"(</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>)"
    R"(</styleSheet>)";

constexpr const char* kStrings =
    R"(<sst><si><t>personeelsnummer</t></si><si><t xml:space="preserve"> achternaam </t></si><si><t>geboren</t></si>)"
    R"(<si><r><t>van den </t></r><r><rPr><b/></rPr><t>Berg</t></r><rPh><t>x</t></rPh></si></sst>)";

std::string sheet_of(const std::string& rows) { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"; }

struct Parts {
  std::string rows;
  std::string book = kBook;
  std::string hidden_rows = R"(<row r="1"><c t="inlineStr"><is><t>uitleg</t></is></c></row>)";
};

std::string book_of(const Parts& parts) {
  return make_zip({{"_rels/.rels", kRelations},
                   {"xl/workbook.xml", parts.book},
                   {"xl/_rels/workbook.xml.rels", kBookRelations},
                   {"xl/styles.xml", kStyles},
                   {"xl/sharedStrings.xml", kStrings},
                   {"xl/worksheets/sheet1.xml", sheet_of(parts.rows)},
                   {"xl/worksheets/sheet2.xml", sheet_of(parts.hidden_rows)}});
}

Table read(const Parts& parts, std::string_view sheet = {}) {
  Result<Table> table = read_xlsx(book_of(parts), sheet);
  EXPECT_TRUE(table.ok()) << (table.ok() ? "" : table.error().detail);
  return table.ok() ? std::move(table).value() : Table{};
}

ErrorCode error_of(const Parts& parts, std::string_view sheet = {}, const TableLimits& limits = {}) {
  const Result<Table> table = read_xlsx(book_of(parts), sheet, limits);
  return table.ok() ? ErrorCode::internal : table.error().code;
}

const std::string kHeader =
    R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>)";

TEST(Xlsx, ReadsStringsNumbersAndDatesByTheirStyles) {
  const Table table = read({kHeader + R"(<row r="2"><c r="A2" s="2"><v>123</v></c><c r="B2" t="s"><v>3</v></c>)"
                                      R"(<c r="C2" s="1"><v>30989</v></c></row>)"});
  EXPECT_EQ(table.sheet, "Medewerkers");
  EXPECT_THAT(table.header, ElementsAre("personeelsnummer", "achternaam", "geboren"));
  ASSERT_EQ(table.rows.size(), 1);
  EXPECT_EQ(table.rows[0].line, 2);
  EXPECT_THAT(table.rows[0].cells, ElementsAre("00123", "van den Berg", "1984-11-03"));
  EXPECT_THAT(table.notices, IsEmpty());
}

TEST(Xlsx, ReadsEveryTypeOfCell) {
  const Table table =
      read({kHeader + R"(<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c>)"
                      R"(<c r="C2" t="inlineStr"><is><t>Renée &amp; Jan</t></is></c></row>)"
                      R"(<row r="3"><c r="A3" t="str"><f>A1</f><v>kok</v></c><c r="B3"><f>6*6</f><v>36</v></c>)"
                      R"(<c r="C3" t="d"><v>2024-03-01T00:00:00</v></c></row>)"
                      R"(<row r="4"><c r="A4" s="3"><v>1.5</v></c></row>)"});
  EXPECT_THAT(table.rows.at(0).cells, ElementsAre("true", "false", "Renée & Jan"));
  EXPECT_THAT(table.rows.at(1).cells, ElementsAre("kok", "36", "2024-03-01"));
  EXPECT_THAT(table.rows.at(2).cells, ElementsAre("36:00", "", ""));
}

TEST(Xlsx, PutsCellsInTheirColumnsAndRowsAtTheirNumbers) {
  const Table table = read({kHeader + R"(<row r="5"><c r="C5"><v>7</v></c></row><row><c><v>8</v></c></row>)"});
  EXPECT_THAT(table.rows.at(0), (TableRow{5, {"", "", "7"}}));
  EXPECT_THAT(table.rows.at(1), (TableRow{6, {"8", "", ""}}));
}

TEST(Xlsx, CountsDaysFrom1904WhereTheWorkbookSaysSo) {
  Parts parts{kHeader + R"(<row r="2"><c r="C2" s="1"><v>43890</v></c></row>)"};
  parts.book.replace(parts.book.find("<workbookPr/>"), 13, R"(<workbookPr date1904="1"/>)");
  EXPECT_EQ(read(parts).rows.at(0).cells.at(2), "2024-03-01");
}

TEST(Xlsx, TellsOfFormulasThatHaveNoValueOrFailed) {
  const Table table =
      read({kHeader + R"(<row r="2"><c r="A2"><f>B2</f></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>)"});
  EXPECT_THAT(table.rows.at(0).cells, ElementsAre("", "#DIV/0!", ""));
  EXPECT_THAT(table.notices, ElementsAre(TableNotice{TableNoticeKind::formula_without_value, 2},
                                         TableNotice{TableNoticeKind::cell_error, 2}));
}

TEST(Xlsx, TellsOfCellsBesideTheHeader) {
  const Table table = read({kHeader + R"(<row r="2"><c r="A2"><v>1</v></c><c r="E2"><v>2</v></c></row>)"});
  EXPECT_THAT(table.rows.at(0).cells, ElementsAre("1", "", "", "", "2"));
  EXPECT_THAT(table.notices, ElementsAre(TableNotice{TableNoticeKind::more_cells, 2}));
}

TEST(Xlsx, TakesTheFirstSheetThatShowsOrTheOneThatIsNamed) {
  const Parts parts{kHeader};
  EXPECT_THAT(read(parts).sheets, ElementsAre("Toelichting", "Medewerkers"));
  EXPECT_THAT(read(parts, "toelichting").header, ElementsAre("uitleg"));
  EXPECT_EQ(error_of(parts, "Salarissen"), ErrorCode::table_unknown_sheet);
}

TEST(Xlsx, ReadsNamesWithAPrefix) {
  const std::string sheet =
      R"(<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>)";
  const std::string book =
      R"(<x:workbook><x:sheets><x:sheet name="Blad1" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>)";
  const Result<Table> table = read_xlsx(make_zip({{"xl/workbook.xml", book},
                                                  {"xl/_rels/workbook.xml.rels", kBookRelations},
                                                  {"xl/worksheets/sheet1.xml", sheet}}));
  ASSERT_TRUE(table.ok());
  EXPECT_THAT(table->header, ElementsAre("5"));
}

TEST(Xlsx, ReadsWhatOurOwnWriterWrites) {
  const Sheet sheet{"Kandidaten", {{{"naam"}, {"uren"}}, {{"=Renée\nde Vries"}, {"", 32.5}}}, {}};
  const Result<std::string> bytes = write_xlsx({sheet});
  ASSERT_TRUE(bytes.ok());
  const Result<Table> table = read_xlsx(bytes.value());
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table->sheet, "Kandidaten");
  EXPECT_THAT(table->rows.at(0).cells, ElementsAre("=Renée\nde Vries", "32.5"));
}

TEST(Xlsx, MendsHalfLetters) {
  const Table table =
      read({R"(<row><c t="inlineStr"><is><t>Ren&#xD800;e</t></is></c><c t="str"><v>&#xDC00;</v></c></row>)"});
  EXPECT_THAT(table.header, ElementsAre("Ren\uFFFD\uFFFD\uFFFDe", "\uFFFD\uFFFD\uFFFD"));
}

TEST(Xlsx, RefusesWhatIsBroken) {
  EXPECT_EQ(error_of({R"(<row r="1"><c r="A1" t="s"><v>99</v></c></row>)"}), ErrorCode::document_broken);
  EXPECT_EQ(error_of({R"(<row r="1"><c r="A1">)"}), ErrorCode::document_broken);
  EXPECT_EQ(error_of({R"(<row r="1"><c></row>)"}), ErrorCode::document_broken);
  EXPECT_EQ(error_of({kHeader, "<document/>"}), ErrorCode::document_broken);
  EXPECT_EQ(error_of({""}), ErrorCode::document_empty);
  EXPECT_EQ(read_xlsx("naam;functie").error().code, ErrorCode::document_broken);
}

TEST(Xlsx, RefusesATableBeyondItsLimits) {
  const Parts parts{kHeader + R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>)"};
  EXPECT_EQ(error_of(parts, {}, {.file_bytes = 100}), ErrorCode::document_too_large);
  EXPECT_EQ(error_of(parts, {}, {.unpacked_bytes = 500}), ErrorCode::document_bomb);
  EXPECT_EQ(error_of(parts, {}, {.rows = 1}), ErrorCode::table_too_large);
  EXPECT_EQ(error_of(parts, {}, {.cells = 8}), ErrorCode::table_too_large);
}

TEST(Xlsx, RefusesALongStringThatIsRepeatedUntilItFillsTheMachine) {
  Parts parts{kHeader};
  for (int row = 2; row < 100; ++row) parts.rows += R"(<row><c t="s"><v>3</v></c></row>)";
  EXPECT_EQ(error_of(parts, {}, {.text_bytes = 1000}), ErrorCode::table_too_large);
}

TEST(Xlsx, RefusesASheetThatUnpacksToFarMoreThanTablesDo) {
  Parts parts{kHeader};
  for (int row = 0; row < 200'000; ++row) parts.rows += "<row></row><row></row>";
  EXPECT_EQ(error_of(parts), ErrorCode::document_bomb);
}

}  // namespace
}  // namespace collega::documents
