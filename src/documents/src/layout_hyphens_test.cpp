#include <gtest/gtest.h>

#include "layout.h"

namespace collega::documents {
namespace {

TEST(JoinLines, PutsASpaceBetweenLines) { EXPECT_EQ(join_lines("zorg voor", "de wijk"), "zorg voor de wijk"); }

TEST(JoinLines, MakesABrokenWordWhole) {
  EXPECT_EQ(join_lines("als verpleeg-", "kundige op"), "als verpleegkundige op");
}

TEST(JoinLines, KeepsTheHyphenOfANameOfTwoParts) { EXPECT_EQ(join_lines("in Noord-", "Brabant"), "in Noord-Brabant"); }

TEST(JoinLines, KeepsTheHyphenBeforeANumber) { EXPECT_EQ(join_lines("niveau mbo-", "4"), "niveau mbo-4"); }

TEST(JoinLines, KeepsTheHyphenBehindAnAbbreviation) {
  EXPECT_EQ(join_lines("een mbo-", "opleiding"), "een mbo-opleiding");
  EXPECT_EQ(join_lines("de ICT-", "afdeling"), "de ICT-afdeling");
}

TEST(JoinLines, KeepsTheHyphenThatStandsForAWord) {
  EXPECT_EQ(join_lines("verpleeg-", "en verzorgingshuis"), "verpleeg- en verzorgingshuis");
}

TEST(JoinLines, KeepsADashBetweenYears) { EXPECT_EQ(join_lines("2019 -", "2021"), "2019 - 2021"); }

TEST(JoinLines, TakesOutASoftHyphen) { EXPECT_EQ(join_lines("zieken\u00AD", "huis"), "ziekenhuis"); }

}  // namespace
}  // namespace collega::documents
