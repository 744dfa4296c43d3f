#include "collega/administration/mapping.h"

#include "import_test_support.h"
#include "texts.h"

namespace collega::administration {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class MappingTest : public ImportTest {
 protected:
  static MappingProposal proposal(store::Store& store, std::string_view csv) {
    store::ReadTransaction read = store.read().value();
    return propose_mapping(read, table_of(csv)).value();
  }
  static std::vector<std::string> fields(const MappingProposal& proposal) {
    std::vector<std::string> all;
    for (const ColumnProposal& one : proposal.columns) {
      all.push_back(one.field ? std::string{name_of(*one.field)} : "-");
    }
    return all;
  }
};
COLLEGA_ON_EVERY_STORE(MappingTest);

TEST_P(MappingTest, KnowsColumnsByTheNamesThatFilesUse) {
  const MappingProposal found =
      proposal(opened(),
               "Pers.nr.;Roepnaam;Voorvoegsel;Achternaam;Geb. datum;Datum in dienst;Uren per week;Lievelingskleur\n"
               "1;Anna;de;Wit;14-03-1985;1-2-2015;32,5;rood\n");
  EXPECT_THAT(fields(found), ElementsAre("personnel_number", "given_name", "infix", "surname", "birth_date",
                                         "contract_begin", "hours_per_week", "-"));
  EXPECT_EQ(found.mapping.columns[6 - 0].decimals, DecimalMark::comma);
  EXPECT_THAT(found.missing, IsEmpty());
}

TEST_P(MappingTest, KnowsABsnAndABankAccountByTheirContent) {
  const MappingProposal found = proposal(opened(),
                                         "Personeelsnummer;Kolom1;Kolom2\n1;111222333;NL91ABNA0417164300\n"
                                         "2;123456782;NL91ABNA0417164300\n3;010000008;NL91ABNA0417164300\n");
  EXPECT_THAT(fields(found), ElementsAre("personnel_number", "bsn", "iban"));
  EXPECT_EQ(found.columns[1].ground, MappingGround::content);
  EXPECT_EQ(found.columns[1].why_en, "The content passes the eleven-test (3 of 3 cells).");
}

TEST_P(MappingTest, SeesThatTheMonthComesFirst) {
  const MappingProposal found = proposal(opened(), "Employee number;Date of birth\n1;03/14/1985\n2;11/02/1990\n");
  EXPECT_EQ(found.mapping.columns.at(1).dates, DateForm::month_day_year);
}

TEST_P(MappingTest, OfTwoColumnsForOneFieldTheSurestIsTaken) {
  const MappingProposal found = proposal(opened(), "personeelsnummer;Naam;Achternaam\n1;Wit;de Wit\n");
  EXPECT_THAT(fields(found), ElementsAre("personnel_number", "-", "surname"));
}

TEST_P(MappingTest, AReadyMappingIsAStartingPoint) {
  const MappingProposal found = proposal(opened(),
                                         "Medewerker;Roepnaam;Voorletters;Voorvoegsel;Geboortenaam;Begindatum contract;"
                                         "Organisatorische eenheid;Organisatorische eenheid omschrijving\n"
                                         "1;Anna;A.;de;Wit;1-2-2015;WZ-1;De Linde\n");
  EXPECT_EQ(found.ready_mapping, "AFAS Profit");
  EXPECT_THAT(fields(found), ElementsAre("personnel_number", "given_name", "initials", "infix", "surname",
                                         "contract_begin", "unit_code", "unit_name"));
}

TEST_P(MappingTest, EachReadyMappingNamesTheKeyOfAPerson) {
  EXPECT_EQ(ready_mappings().size(), 7u);
  for (const Mapping& one : ready_mappings()) {
    EXPECT_FALSE(one.name.empty());
    EXPECT_TRUE(std::any_of(one.columns.begin(), one.columns.end(), [](const MappedColumn& column) {
      return column.field == ImportField::personnel_number;
    })) << one.name;
  }
}

TEST_P(MappingTest, TheSameLayoutMapsItselfTheNextTime) {
  store::Store& store = opened();
  const documents::Table table = table_of("Nummer;Wie\n1;Wit\n");
  Mapping mapping{.name = "Salarissen",
                  .columns = {{.header = "Nummer", .field = ImportField::personnel_number},
                              {.header = "Wie", .field = ImportField::surname}}};
  mapping.constants = {{ImportField::full_time_hours, "36"}};
  store::WriteTransaction write = store.write().value();
  ASSERT_TRUE(remember_mapping(write, table.header, mapping, kNow));
  ASSERT_TRUE(write.commit());
  const MappingProposal found = proposal(store, "NUMMER;wie\n7;Smit\n");
  EXPECT_TRUE(found.remembered);
  EXPECT_EQ(found.mapping, mapping);
  EXPECT_FALSE(proposal(store, "Wie;Nummer\nSmit;7\n").remembered);
}

TEST_P(MappingTest, AMappingThatCannotBeIsNotRemembered) {
  store::Store& store = opened();
  store::WriteTransaction write = store.write().value();
  const std::vector<std::string> header{"Nummer", "Wie"};
  const auto remember = [&](std::vector<MappedColumn> columns) {
    return remember_mapping(write, header, {.name = "x", .columns = std::move(columns)}, kNow).error();
  };
  EXPECT_EQ(remember({{.header = "Naam", .field = ImportField::surname}}).code, ErrorCode::import_mapping_misfit);
  EXPECT_EQ(remember({{.header = "Wie", .field = ImportField::surname}}).code, ErrorCode::import_column_missing);
  EXPECT_EQ(
      remember({{.header = "Wie", .field = ImportField::surname}, {.header = "Nummer", .field = ImportField::surname}})
          .code,
      ErrorCode::import_field_twice);
}

TEST(Texts, AreTheSameInBothLanguages) {
  EXPECT_THAT(differences(texts(Language::nl), texts(Language::en)), IsEmpty());
}

TEST(Texts, EachProblemHasItsReason) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Problem>>(
      [](auto one) { EXPECT_TRUE(texts(Language::nl).has("problem." + std::string{one.name})) << one.name; });
}

}  // namespace
}  // namespace collega::administration
