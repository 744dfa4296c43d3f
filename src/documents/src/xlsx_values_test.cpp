#include "xlsx_values.h"

#include <gtest/gtest.h>

namespace collega::documents {
namespace {

using Kind = NumberFormat::Kind;

std::string plain(double value) { return text_of_number(value, {}, DateSystem::from_1900); }
std::string dated(double value, Kind kind = Kind::date) { return text_of_number(value, {kind}, DateSystem::from_1900); }

TEST(XlsxNumber, IsPlainAndHasTheDigitsThatExcelKeeps) {
  EXPECT_EQ(plain(36.0), "36");
  EXPECT_EQ(plain(0.1 + 0.2), "0.3");
  EXPECT_EQ(plain(2870.55), "2870.55");
  EXPECT_EQ(plain(-12), "-12");
  EXPECT_EQ(plain(123456782.0), "123456782");
  EXPECT_EQ(plain(1e21), "1000000000000000000000");
  EXPECT_EQ(plain(0.00001), "0.00001");
  EXPECT_EQ(plain(-0.0), "0");
}

TEST(XlsxNumber, HasTheLeadingZerosOfAFormatOfZeros) {
  EXPECT_EQ(text_of_number(123, format_of_code("00000"), DateSystem::from_1900), "00123");
  EXPECT_EQ(text_of_number(1234567, format_of_code("00000"), DateSystem::from_1900), "1234567");
  EXPECT_EQ(text_of_number(3, format_of_code("0"), DateSystem::from_1900), "3");
}

TEST(XlsxDate, CountsFrom1900WithTheLeapDayThatNeverWas) {
  EXPECT_EQ(dated(1), "1900-01-01");
  EXPECT_EQ(dated(59), "1900-02-28");
  EXPECT_EQ(dated(60), "60");  // 29 February 1900
  EXPECT_EQ(dated(61), "1900-03-01");
  EXPECT_EQ(dated(30'989), "1984-11-03");
  EXPECT_EQ(dated(45'352), "2024-03-01");
  EXPECT_EQ(dated(2'958'465), "9999-12-31");
}

TEST(XlsxDate, CountsFrom1904WhereTheWorkbookSaysSo) {
  EXPECT_EQ(text_of_number(0, {Kind::date}, DateSystem::from_1904), "1904-01-01");
  EXPECT_EQ(text_of_number(43'890, {Kind::date}, DateSystem::from_1904), "2024-03-01");
}

TEST(XlsxDate, IsANumberWhenNoDayHasThatNumber) {
  EXPECT_EQ(dated(0), "0");
  EXPECT_EQ(dated(-3), "-3");
  EXPECT_EQ(dated(2'958'466), "2958466");
}

TEST(XlsxDate, HasATimeOnlyWhereItsFormatShowsOne) {
  EXPECT_EQ(dated(45'352.5), "2024-03-01");
  EXPECT_EQ(dated(45'352.5, Kind::date_and_time), "2024-03-01T12:00");
  EXPECT_EQ(dated(45'352.0, Kind::date_and_time), "2024-03-01");
  EXPECT_EQ(dated(45'352.999999, Kind::date_and_time), "2024-03-02");
}

TEST(XlsxTime, GoesBeyondADayAsDurationsDo) {
  EXPECT_EQ(dated(0.375, Kind::time), "09:00");
  EXPECT_EQ(dated(1.5, Kind::time), "36:00");
  EXPECT_EQ(dated(0.5 + 15 / 86'400.0, Kind::time), "12:00:15");
}

TEST(XlsxFormat, IsKnownByItsLettersOutsideQuotesAndBrackets) {
  EXPECT_EQ(format_of_code("General").kind, Kind::number);
  EXPECT_EQ(format_of_code("#,##0.00").kind, Kind::number);
  EXPECT_EQ(format_of_code("[$\u20AC-413] #,##0.00;[Red]-#,##0.00").kind, Kind::number);
  EXPECT_EQ(format_of_code("0 \"dagen\"").kind, Kind::number);
  EXPECT_EQ(format_of_code("0.00E+00").kind, Kind::number);
  EXPECT_EQ(format_of_code("dd/mm/yyyy").kind, Kind::date);
  EXPECT_EQ(format_of_code("[$-413]d mmmm yyyy;@").kind, Kind::date);
  EXPECT_EQ(format_of_code("mmm-yy").kind, Kind::date);
  EXPECT_EQ(format_of_code("yyyy\\-mm\\-dd\\ hh:mm").kind, Kind::date_and_time);
  EXPECT_EQ(format_of_code("[h]:mm").kind, Kind::time);
  EXPECT_EQ(format_of_code("h:mm AM/PM").kind, Kind::time);
  EXPECT_EQ(built_in_format(14).kind, Kind::date);
  EXPECT_EQ(built_in_format(22).kind, Kind::date_and_time);
  EXPECT_EQ(built_in_format(46).kind, Kind::time);
  EXPECT_EQ(built_in_format(4).kind, Kind::number);
}

TEST(XlsxIsoDate, LosesAMidnight) {
  EXPECT_EQ(text_of_iso_date("2024-03-01T00:00:00.000Z"), "2024-03-01");
  EXPECT_EQ(text_of_iso_date("2024-03-01T09:30:00"), "2024-03-01T09:30:00");
}

TEST(XlsxString, HasTheLettersThatXmlCannotHold) {
  EXPECT_EQ(text_of_string("Dorpsstraat 1_x000D_\nEde"), "Dorpsstraat 1\nEde");
  EXPECT_EQ(text_of_string("kolom_x005F_x0041_"), "kolom_x0041_");
  EXPECT_EQ(text_of_string("functie_x_code"), "functie_x_code");
  EXPECT_EQ(text_of_string("_x00"), "_x00");
}

}  // namespace
}  // namespace collega::documents
