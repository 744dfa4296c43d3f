#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "import_test_support.h"
#include "tsv.h"

namespace collega::administration {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class BadRowsTest : public ImportTest {};
COLLEGA_ON_EVERY_STORE(BadRowsTest);

using Cells = std::map<std::string, std::string>;

/// A row that comes in.
const Cells& good_row() {
  static const Cells row{{"given_name", "Anna"},
                         {"initials", "A.M."},
                         {"surname", "Wit"},
                         {"birth_date", "14-03-1985"},
                         {"sex", "V"},
                         {"email", "anna.dewit@lindehof.example"},
                         {"phone", "06-12345678"},
                         {"street", "Lindelaan"},
                         {"house_number", "12a"},
                         {"postcode", "1234 AB"},
                         {"city", "Utrecht"},
                         {"contract_kind", "vast"},
                         {"contract_begin", "01-02-2015"},
                         {"hours_per_week", "32"},
                         {"full_time_hours", "36"},
                         {"function", "Verpleegkundige"},
                         {"wage", "3.250,00"},
                         {"unit_code", "WZ-1"},
                         {"manager_personnel_number", "1003"}};
  return row;
}

struct BadCase {
  std::string text;  ///< as in the data
  std::vector<Cells> rows;
  std::string problem;
  std::string field;
};

std::string unescaped(std::string text) {
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n")) text.replace(at, 2, "\n");
  return text;
}

std::vector<BadCase> bad_cases() {
  std::ifstream in{"src/desks/administration/testdata/bad_rows.tsv"};
  std::ostringstream text;
  text << in.rdbuf();
  const std::string data = text.str();
  std::vector<BadCase> cases;
  for (const auto& line : tsv_rows(data)) {
    BadCase one{std::string{line.at(0)}, {}, std::string{line.at(1)}, std::string{line.at(2)}};
    const std::string number = std::to_string(5000 + cases.size());
    std::string rows = one.text;
    for (bool last = false; !last;) {
      const std::size_t end = rows.find(" // ");
      last = end == std::string::npos;
      Cells cells = good_row();
      cells["personnel_number"] = number;
      for (const std::string_view change : split(std::string_view{rows}.substr(0, end), '|')) {
        const std::size_t equals = change.find('=');
        std::string value = unescaped(std::string{change.substr(equals + 1)});
        if (value == "@self" || value == "@p") value = number;
        if (value == "@other" || value == "@q") value = number + "b";
        cells[std::string{change.substr(0, equals)}] = value;
      }
      one.rows.push_back(cells);
      rows = last ? "" : rows.substr(end + 4);
    }
    cases.push_back(one);
  }
  return cases;
}

/// As a payroll system would export it.
documents::Table table_of_rows(const std::vector<Cells>& rows) {
  documents::Table table;
  for (const FieldInfo& info : import_fields()) {
    if (info.field == ImportField::unit_name || info.field == ImportField::parent_unit_code) continue;
    table.header.emplace_back(name_of(info.field));
  }
  table.header_line = 1;
  for (const Cells& row : rows) {
    documents::TableRow& line = table.rows.emplace_back();
    line.line = table.rows.size() + 1;
    for (const std::string& name : table.header) line.cells.push_back(row.contains(name) ? row.at(name) : "");
  }
  return table;
}

std::set<std::string> codes_at(const ImportReport& report, std::size_t line) {
  std::set<std::string> codes;
  for (const RowFinding& one : report.bad) {
    if (one.line == line)
      codes.insert(std::string{name_of(one.problem)} + " " + std::string{one.field ? name_of(*one.field) : ""});
  }
  return codes;
}

TEST_P(BadRowsTest, ThereAreMoreThanTwoHundredKinds) {
  std::set<std::string> different;
  for (const BadCase& one : bad_cases()) different.insert(one.text + one.problem);
  EXPECT_GE(different.size(), 200u);
}

TEST_P(BadRowsTest, TheRowThatIsGoodComesIn) {
  store::Store& store = filled();
  Cells row = good_row();
  row["personnel_number"] = "5000";
  const documents::Table table = table_of_rows({row});
  EXPECT_THAT(brief(import(store, table, request_of(table)).bad), IsEmpty());
}

TEST_P(BadRowsTest, EachBadRowIsToldWithItsLineColumnAndReasonAndNoneComesInHalf) {
  store::Store& store = filled();
  std::vector<Cells> rows;
  std::vector<std::pair<std::size_t, const BadCase*>> expected;  // by the line of the last row of the case
  const std::vector<BadCase> cases = bad_cases();
  for (const BadCase& one : cases) {
    rows.insert(rows.end(), one.rows.begin(), one.rows.end());
    expected.emplace_back(rows.size() + 1, &one);
  }
  const documents::Table table = table_of_rows(rows);
  const ImportReport dry = dry_run(store, table, skipping_request_of(table));
  const ImportReport report = import(store, table, skipping_request_of(table));
  for (const auto& [line, one] : expected) {
    EXPECT_THAT(codes_at(report, line), Contains(one->problem + " " + one->field))
        << "line " << line << ": " << one->text;
  }
  for (const RowFinding& one : report.bad) {
    EXPECT_FALSE(one.reason_nl.empty());
    EXPECT_FALSE(one.reason_en.empty());
    EXPECT_EQ(one.column.empty(), !one.field.has_value());
  }
  EXPECT_EQ(dry.bad, report.bad) << "a dry run tells the same";
  EXPECT_EQ(report.rows, report.good_rows + report.bad_rows);
  std::set<std::size_t> bad_lines;
  for (const RowFinding& one : report.bad) bad_lines.insert(one.line);
  EXPECT_EQ(static_cast<std::int64_t>(bad_lines.size()), report.bad_rows) << "none lost";
  for (const auto& [line, one] : expected) {
    if (one->rows.size() > 1) continue;  // its first row may be good
    store::ReadTransaction read = store.read().value();
    const std::string& number = one->rows[0].at("personnel_number");
    EXPECT_FALSE(people::person_numbered(read, number).value()) << number << " came in half: " << one->text;
  }
}

TEST_P(BadRowsTest, WithoutSkippingNothingComesIn) {
  store::Store& store = filled();
  std::vector<Cells> rows;
  for (const BadCase& one : bad_cases()) rows.insert(rows.end(), one.rows.begin(), one.rows.end());
  Cells good = good_row();
  good["personnel_number"] = "4999";
  rows.push_back(good);
  const documents::Table table = table_of_rows(rows);
  EXPECT_FALSE(import(store, table, request_of(table)).imported);
  EXPECT_EQ(people_in(store), 3);
}

TEST_P(BadRowsTest, LinesThatAreNoRowsOfTheTableAreToldToo) {
  store::Store& store = filled();
  const ImportReport report = dry_run(store,
                                      "personnel_number;surname;city\n"
                                      "1010;Smit\n"
                                      "1011;Bakker;Zeist;extra\n"
                                      "1012;\"Visser\"s;Zeist\n");
  EXPECT_THAT(brief(report.bad), ElementsAre("2 too_few_columns", "3 too_many_columns", "4 stray_quote"));
}

TEST_P(BadRowsTest, OfUnitsAParentThatIsNotThereAndARingAreTold) {
  store::Store& store = filled();
  const ImportReport report = dry_run(store,
                                      "unit_code;unit_name;parent_unit_code\n"
                                      "A;Team A;NERGENS\n"
                                      "B;Team B;C\n"
                                      "C;Team C;B\n"
                                      "D;Team D;DIR\n"
                                      "D;Team Delta;DIR\n"
                                      ";Zonder code;DIR\n"
                                      "E;;DIR\n"
                                      "DIR;Directie;WZ-1\n");
  EXPECT_THAT(brief(report.bad), ::testing::UnorderedElementsAre(
                                     "2 unknown_parent parent_unit_code", "3 unit_cycle parent_unit_code",
                                     "4 unit_cycle parent_unit_code", "6 other_unit unit_name", "7 missing unit_code",
                                     "8 missing unit_name", "9 unit_cycle parent_unit_code"));
}

TEST_P(BadRowsTest, ABsnThatLostItsZeroIsRepairedAndSaid) {
  store::Store& store = filled();
  const ImportReport report = dry_run(store, "personnel_number;surname;bsn\n1010;Smit;10000008\n");
  EXPECT_THAT(brief(report.bad), IsEmpty());
  EXPECT_THAT(brief(report.notices), ElementsAre("2 bsn_zero_added bsn"));
}

TEST_P(BadRowsTest, ABsnAndABankAccountAreShownMasked) {
  store::Store& store = filled();
  const ImportReport report =
      dry_run(store, "personnel_number;surname;bsn;iban\n1010;Smit;123456789;NL91ABNA0417164301\n");
  ASSERT_EQ(report.bad.size(), 2u);
  EXPECT_EQ(report.bad[0].value, "******789");
  EXPECT_EQ(report.bad[1].value, "***************301");
}

TEST_P(BadRowsTest, TheSameRowTwiceCountsOnce) {
  store::Store& store = filled();
  const ImportReport report = import(store, "personnel_number;surname\n1010;Smit\n1010;Smit\n");
  EXPECT_TRUE(report.imported);
  EXPECT_THAT(brief(report.notices), ElementsAre("3 same_row_again"));
}

TEST_P(BadRowsTest, TheListOpensInASpreadsheetAndRunsNothingThere) {
  store::Store& store = filled();
  const ImportReport report = dry_run(store, "personnel_number;surname;email\n1010;Smit;=1+1\n");
  const std::string csv = findings_csv(report, Language::nl);
  EXPECT_THAT(csv, ::testing::HasSubstr("regel;kolom;waarde;code;reden\r\n2;email;'=1+1;formula_text;"));
}

}  // namespace
}  // namespace collega::administration
