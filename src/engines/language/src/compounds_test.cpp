#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "collega/language/tokens.h"

namespace collega::language {
namespace {

using testing::ElementsAre;

const CompoundSplitter& splitter() {
  static const CompoundSplitter known{{"wond",   "zorg",     "verpleegkundige", "project",     "leider",   "jeugd",
                                       "werk",   "arbeid",   "voorwaarde",      "bedrijf",     "leiding",  "kind",
                                       "opvang", "klant",    "gericht",         "data",        "analist",  "it",
                                       "auto",   "verpleeg", "kundige",         "verzekering", "adviseur", "zee",
                                       "eend"}};
  return known;
}

TEST(CompoundSplitter, FindsThePartsOfACompound) {
  EXPECT_THAT(splitter().split("wondzorgverpleegkundige"), ElementsAre("wond", "zorg", "verpleegkundige"));
  EXPECT_THAT(splitter().split("projectleider"), ElementsAre("project", "leider"));
}

TEST(CompoundSplitter, LeavesLinkingLettersOut) {
  EXPECT_THAT(splitter().split("bedrijfsleiding"), ElementsAre("bedrijf", "leiding"));
  EXPECT_THAT(splitter().split("kinderopvang"), ElementsAre("kind", "opvang"));
  EXPECT_THAT(splitter().split("klantengericht"), ElementsAre("klant", "gericht"));
  EXPECT_THAT(splitter().split("arbeidsvoorwaarde"), ElementsAre("arbeid", "voorwaarde"));
  EXPECT_THAT(splitter().split("verzekeringsadviseur"), ElementsAre("verzekering", "adviseur"));
  EXPECT_THAT(splitter().split("zee-eend"), ElementsAre("zee", "eend"));
}

TEST(CompoundSplitter, PrefersTheFewestParts) {
  EXPECT_THAT(splitter().split("zorgverpleegkundige"), ElementsAre("zorg", "verpleegkundige"));
}

TEST(CompoundSplitter, PrefersTheLongestFirstPartAmongAsMany) {
  const CompoundSplitter both{{"zorg", "zorgs", "team", "steam"}};
  EXPECT_THAT(both.split("zorgsteam"), ElementsAre("zorgs", "team"));
}

TEST(CompoundSplitter, KeepsAKnownWordWhole) {
  EXPECT_THAT(splitter().split("verpleegkundige"), ElementsAre("verpleegkundige"));
}

TEST(CompoundSplitter, GivesTheWordItselfWhenAPartIsUnknown) {
  EXPECT_THAT(splitter().split("projectmanager"), ElementsAre("projectmanager"));
  EXPECT_THAT(splitter().split(""), ElementsAre(""));
}

TEST(CompoundSplitter, DoesNotEndOnALinkingLetter) {
  EXPECT_THAT(splitter().split("jeugdzorgs"), ElementsAre("jeugdzorgs"));
}

TEST(CompoundSplitter, IgnoresPartsOfFewerThanThreeLetters) {
  EXPECT_THAT(splitter().split("itanalist"), ElementsAre("itanalist"));
}

TEST(CompoundSplitter, DoesNotSpendTimeOnWhatIsNoWord) {
  const std::string endless(10000, 'a');
  EXPECT_THAT(CompoundSplitter{{"aaa"}}.split(endless), ElementsAre(endless));
}

}  // namespace
}  // namespace collega::language
