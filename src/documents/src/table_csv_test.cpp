#include <gmock/gmock.h>


#include "collega/documents/table.h"

namespace collega::documents {
namespace {

using namespace std::string_view_literals;
using testing::ElementsAre;
using testing::IsEmpty;

Table read(std::string_view bytes) {
  Result<Table> table = read_csv(bytes);
  EXPECT_TRUE(table.ok()) << (table.ok() ? "" : table.error().detail);
  return table.ok() ? std::move(table).value() : Table{};
}

std::vector<std::string> cells(const Table& table, std::size_t row) { return table.rows.at(row).cells; }

ErrorCode error_of(std::string_view bytes, const TableLimits& limits = {}) {
  const Result<Table> table = read_csv(bytes, limits);
  return table.ok() ? ErrorCode::internal : table.error().code;
}

TEST(Csv, ReadsAPersonnelFileWithSemicolonsAndDecimalCommas) {
  const Table table = read(
      "personeelsnummer;achternaam;tussenvoegsel;geboortedatum;uren per week;brutoloon\r\n"
      "00123;Berg;van den;03-11-1984;36,0;3.412,50\r\n"
      "00124;Öztürk;;17-02-1991;24,0;2.870,00\r\n");
  EXPECT_THAT(table.header, ElementsAre("personeelsnummer", "achternaam", "tussenvoegsel", "geboortedatum",
                                        "uren per week", "brutoloon"));
  ASSERT_EQ(table.rows.size(), 2);
  EXPECT_THAT(cells(table, 0), ElementsAre("00123", "Berg", "van den", "03-11-1984", "36,0", "3.412,50"));
  EXPECT_THAT(cells(table, 1), ElementsAre("00124", "Öztürk", "", "17-02-1991", "24,0", "2.870,00"));
  EXPECT_EQ(table.rows[1].line, 3);
  EXPECT_THAT(table.notices, IsEmpty());
}

TEST(Csv, KnowsTheDelimiterByHowEvenlyItSetsTheLinesApart) {
  const std::pair<std::string_view, std::vector<std::string>> files[] = {
      {"naam,functie\n\"Jansen, P.\",monteur\n\"Vries, A. de\",planner\n", {"Jansen, P.", "monteur"}},
      {"naam\tfunctie\nJansen, P.\tmonteur\nVries, A. de\tplanner\n", {"Jansen, P.", "monteur"}},
      {"naam|functie\nJansen; P.|monteur\n", {"Jansen; P.", "monteur"}},
      {"naam, voorletters;functie\nJansen, P.;monteur\nBakker;planner\n", {"Jansen, P.", "monteur"}},
  };
  for (const auto& [bytes, row] : files) {
    const Table table = read(bytes);
    ASSERT_FALSE(table.rows.empty()) << bytes;
    EXPECT_EQ(cells(table, 0), row) << bytes;
  }
}

TEST(Csv, TakesAFileWithoutADelimiterForOneColumn) {
  const Table table = read("e-mailadres\npieter@voorbeeld.nl\nanna@voorbeeld.nl");
  EXPECT_THAT(table.header, ElementsAre("e-mailadres"));
  EXPECT_THAT(cells(table, 1), ElementsAre("anna@voorbeeld.nl"));
}

TEST(Csv, BelievesTheFirstLineInWhichExcelNamesTheDelimiter) {
  const Table table = read("sep=|\r\nnaam;afdeling|functie\r\nJansen;zorg|monteur\r\n");
  EXPECT_THAT(table.header, ElementsAre("naam;afdeling", "functie"));
  EXPECT_EQ(table.header_line, 2);
  EXPECT_EQ(table.rows.at(0).line, 3);
}

TEST(Csv, ReadsQuotesLineBreaksAndDelimitersWithinQuotes) {
  const Table table = read("naam;adres\n\"Jansen \"\"Piet\"\"\";\"Dorpsstraat 1;\r\n1234 AB Ede\"\nBakker;\"\"\n");
  EXPECT_THAT(cells(table, 0), ElementsAre("Jansen \"Piet\"", "Dorpsstraat 1;\n1234 AB Ede"));
  EXPECT_THAT(cells(table, 1), ElementsAre("Bakker", ""));
  EXPECT_EQ(table.rows[1].line, 4);  // the first took two lines
}

TEST(Csv, ReadsEveryLineEnd) {
  for (const std::string_view bytes : {"a;b\n1;2\n3;4\n"sv, "a;b\r\n1;2\r\n3;4"sv, "a;b\r1;2\r3;4\r"sv}) {
    const Table table = read(bytes);
    ASSERT_EQ(table.rows.size(), 2) << bytes;
    EXPECT_THAT(cells(table, 1), ElementsAre("3", "4"));
    EXPECT_EQ(table.rows[1].line, 3);
  }
}

TEST(Csv, LeavesEmptyRowsOutAndKeepsTheLinesRight) {
  const Table table = read("\n;;\nnaam;functie;\n\nJansen;monteur;\n;;\n");
  EXPECT_EQ(table.header_line, 3);
  ASSERT_EQ(table.rows.size(), 1);
  EXPECT_EQ(table.rows[0].line, 5);
  EXPECT_THAT(table.notices, IsEmpty());
}

TEST(Csv, TakesWhiteSpaceFromTheNamesInTheHeaderOnly) {
  const Table table = read(" naam ; functie\n Jansen ;monteur\n");
  EXPECT_THAT(table.header, ElementsAre("naam", "functie"));
  EXPECT_THAT(cells(table, 0), ElementsAre(" Jansen ", "monteur"));
}

TEST(Csv, KeepsRaggedRowsAndTellsOfThem) {
  const Table table = read("naam;functie;uren\nJansen;monteur\nBakker;planner;36;ziek\nVisser;kok;24;;\n");
  EXPECT_THAT(cells(table, 0), ElementsAre("Jansen", "monteur"));
  EXPECT_THAT(cells(table, 1), ElementsAre("Bakker", "planner", "36", "ziek"));
  EXPECT_THAT(table.notices,
              ElementsAre(TableNotice{TableNoticeKind::fewer_cells, 2}, TableNotice{TableNoticeKind::more_cells, 3}));
}

TEST(Csv, KeepsLettersBehindAClosingQuoteAndTellsOfThem) {
  const Table table = read("naam;bijnaam\n\"Jan\"sen;\"Piet\"\nBakker;5\" pijp\n");
  EXPECT_THAT(cells(table, 0), ElementsAre("Jansen", "Piet"));
  EXPECT_THAT(cells(table, 1), ElementsAre("Bakker", "5\" pijp"));
  EXPECT_THAT(table.notices, ElementsAre(TableNotice{TableNoticeKind::stray_quote, 2}));
}

TEST(Csv, NamesTheLineOfAQuoteThatIsNeverClosed) {
  const Result<Table> table = read_csv("naam;adres\n\"Jansen\";\"Dorpsstraat 1\n\"Bakker\";Ede\nVisser;\"Kade 2\n\n");
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(table.error(), (Error{ErrorCode::table_open_quote, "4"}));
}

TEST(Csv, ReadsUtf8AndUtf16WithAndWithoutTheirMarks) {
  const std::string utf8 = "naam;plaats\nRenée;Curaçao\n";
  std::string little;
  std::string big;
  for (const char16_t c : std::u16string_view{u"naam;plaats\nRenée;Curaçao\n"}) {
    const char low = static_cast<char>(c & 0xFF);
    const char high = static_cast<char>(c >> 8);
    (little += low) += high;
    (big += high) += low;
  }
  for (const std::string& bytes : {utf8, "\xEF\xBB\xBF" + utf8, "\xFF\xFE" + little, "\xFE\xFF" + big, little, big}) {
    const Table table = read(bytes);
    EXPECT_THAT(table.header, ElementsAre("naam", "plaats"));
    ASSERT_EQ(table.rows.size(), 1);
    EXPECT_THAT(cells(table, 0), ElementsAre("Renée", "Curaçao"));
    EXPECT_THAT(table.notices, IsEmpty());
  }
}

TEST(Csv, TakesWhatIsNoUtf8ForWindows1252AndSaysSo) {
  const Table table = read(
      "naam;loon\nRen\xE9"
      "e;\x80 2.870,00\n");
  EXPECT_THAT(cells(table, 0), ElementsAre("Renée", "€ 2.870,00"));
  EXPECT_THAT(table.notices, ElementsAre(TableNotice{TableNoticeKind::not_utf8, 0}));
}

TEST(Csv, TellsOfBytesThatAreNoLettersInTheEncodingThatTheFileNames) {
  const Table table = read(
      "\xEF\xBB\xBFnaam;plaats\nRen\xE9"
      "e;Ede\n");
  EXPECT_THAT(cells(table, 0), ElementsAre("Ren\uFFFDe", "Ede"));
  EXPECT_THAT(table.notices, ElementsAre(TableNotice{TableNoticeKind::broken_letters, 0}));
}

TEST(Csv, StaysUtf8WhenALetterHereAndThereIsBroken) {
  const Table table = read("naam;plaats\nRenée;Zoëtermeer\nRen\xE9;Ede\n");
  EXPECT_THAT(cells(table, 0), ElementsAre("Renée", "Zoëtermeer"));
  EXPECT_THAT(cells(table, 1), ElementsAre("Ren\uFFFD", "Ede"));
  EXPECT_THAT(table.notices, ElementsAre(TableNotice{TableNoticeKind::broken_letters, 0}));
}

TEST(Csv, RefusesWhatIsNoTable) {
  EXPECT_EQ(error_of(""), ErrorCode::document_empty);
  EXPECT_EQ(error_of("\xEF\xBB\xBF\r\n;;\r\n"), ErrorCode::document_empty);
  EXPECT_EQ(error_of("sep=;"), ErrorCode::document_empty);
  EXPECT_EQ(error_of("\x7F"
                     "ELF\0\0\0 naam;functie\n"sv),
            ErrorCode::document_broken);
}

TEST(Csv, RefusesATableBeyondItsLimits) {
  constexpr std::string_view kFile = "naam;functie\nJansen;monteur\nBakker;planner\n";
  EXPECT_EQ(error_of(kFile, {.file_bytes = 20}), ErrorCode::document_too_large);
  EXPECT_EQ(error_of(kFile, {.rows = 1}), ErrorCode::table_too_large);
  EXPECT_EQ(error_of(kFile, {.cells = 5}), ErrorCode::table_too_large);
  EXPECT_EQ(error_of(kFile, {.text_bytes = 30}), ErrorCode::table_too_large);
  EXPECT_TRUE(read_csv(kFile, {.rows = 2, .cells = 6}).ok());
}

TEST(Csv, ReadsFiftyThousandRows) {
  std::string file = "personeelsnummer;achternaam";
  for (int column = 2; column < 20; ++column) file += ";kolom " + std::to_string(column);
  for (int row = 0; row < 50'000; ++row) {
    file += '\n' + std::to_string(100'000 + row) + ";\"Jansen; P.\"";
    for (int column = 2; column < 20; ++column) file += ";waarde " + std::to_string(column);
  }
  EXPECT_EQ(read(file).rows.size(), 50'000);
}

}  // namespace
}  // namespace collega::documents
