#include "days.h"

#include <gtest/gtest.h>

namespace collega::privacy {
namespace {

bool day(std::string_view text) { return is_day(text, digit_run(text, 0), 0); }

TEST(Days, OneMarkStandsBetweenAllParts) {
  EXPECT_TRUE(day("12-03-1984"));
  EXPECT_TRUE(day("12/3/84"));
  EXPECT_TRUE(day("12.3.1984"));
  EXPECT_FALSE(day("12-03/1984"));
  EXPECT_FALSE(day("12 03 1984"));
}

TEST(Days, TheYearMayGoBefore) {
  EXPECT_TRUE(day("1984-03-12"));
  EXPECT_FALSE(day("1984-13-12"));
  EXPECT_FALSE(day("1584-03-12"));
}

TEST(Days, AmericansWriteTheMonthFirst) {
  EXPECT_TRUE(day("3/23/1940"));
  EXPECT_FALSE(day("23/23/1940"));
}

TEST(Days, PartsOfANumberAreNoDay) {
  EXPECT_FALSE(day("06-12-345678"));
  EXPECT_FALSE(day("00-03-1984"));
  EXPECT_FALSE(day("12-03"));
  EXPECT_FALSE(day("12345-03-12"));
}

}  // namespace
}  // namespace collega::privacy
