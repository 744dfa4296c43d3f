#include "values.h"

#include <gmock/gmock.h>

#include "words.h"

namespace collega::administration {
namespace {

using namespace std::chrono_literals;

template <class T>
std::optional<T> value(const Read<T>& read) {
  const T* found = std::get_if<T>(&read);
  return found ? std::optional{*found} : std::nullopt;
}

TEST(Days, AreReadAsPayrollSystemsWriteThem) {
  for (const char* text : {"2024-03-01", "01-03-2024", "1/3/2024", "01.03.2024", "1 3 2024", "20240301", "01032024",
                           "45352", "2024-03-01T00:00", "01-03-2024 00:00:00", "1 maart 2024", "01 March 2024"}) {
    EXPECT_EQ(value(read_day(text, DateForm::automatic)), Date{2024y / 3 / 1}) << text;
  }
  EXPECT_EQ(value(read_day("03/01/2024", DateForm::month_day_year)), Date{2024y / 3 / 1});
  EXPECT_EQ(value(read_day("2024-03-01", DateForm::month_day_year)), Date{2024y / 3 / 1});
}

TEST(Days, FarAwayMeanNoEnd) {
  for (const char* text : {"31-12-9999", "2999-12-31", "00-00-0000"}) {
    EXPECT_TRUE(says_no_end(text, DateForm::automatic)) << text;
  }
  EXPECT_FALSE(says_no_end("31-12-2026", DateForm::automatic));
}

TEST(Hours, AreReadWithCommaPointAndColon) {
  EXPECT_EQ(value(read_hours("36", DecimalMark::automatic)), 2160);
  EXPECT_EQ(value(read_hours("31,5", DecimalMark::automatic)), 1890);
  EXPECT_EQ(value(read_hours("36.000", DecimalMark::automatic)), 2160);
  EXPECT_EQ(value(read_hours("36:30", DecimalMark::automatic)), 2190);
}

TEST(Shares, ArePercentagesAboveTwo) {
  for (const char* text : {"0,8", "0.8", "80", "80%", "80,00 %"}) {
    EXPECT_NEAR(value(read_share(text, DecimalMark::automatic)).value_or(0), 0.8, 1e-9) << text;
  }
  EXPECT_EQ(value(read_share("1", DecimalMark::automatic)), 1.0);
}

TEST(Amounts, AreReadWithThousandsAndSigns) {
  for (const char* text : {"3250", "3.250", "3250,00", "3.250,00", "3,250.00", "€ 3.250", "3250 EUR", "3 250,00"}) {
    EXPECT_EQ(value(read_amount(text, DecimalMark::automatic)), Money{325000}) << text;
  }
  EXPECT_EQ(value(read_amount("3250.456", DecimalMark::automatic)), Money{325046});
  EXPECT_EQ(value(read_amount("3.250", DecimalMark::point)), Money{325});
}

TEST(Keys, AreTheSameHoweverTheyAreWritten) {
  EXPECT_EQ(value(read_iban("nl91 abna 0417 1643 00")), "NL91ABNA0417164300");
  EXPECT_EQ(value(read_postcode("1234ab", "")), "1234 AB");
  EXPECT_EQ(value(read_postcode("B-1000", "BE")), "B-1000");
  EXPECT_EQ(value(read_country("België")), "BE");
  EXPECT_EQ(value(read_country("nl")), "NL");
}

TEST(Words, AreKnownWhateverTheirCaseAndMarks) {
  EXPECT_EQ(word_value(FieldShape::contract_kind, "Onbepaalde tijd"), "permanent");
  EXPECT_EQ(word_value(FieldShape::contract_kind, "0-uren"), "on_call");
  EXPECT_EQ(word_value(FieldShape::sex, "V"), "female");
  EXPECT_EQ(word_value(FieldShape::contract_kind, "levenslang"), std::nullopt);
}

TEST(Cells, LoseTheWhiteSpaceAroundThemAndTheGuardOfAFormula) {
  EXPECT_EQ(trimmed_cell("\u00a0 Wit \t"), "Wit");
  EXPECT_EQ(trimmed_cell("'+31 6 12345678"), "+31 6 12345678");
  EXPECT_EQ(trimmed_cell("'t Hooft"), "'t Hooft");
}

}  // namespace
}  // namespace collega::administration
