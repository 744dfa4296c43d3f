#include "phrases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::skills {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t kWoundCare = 1;
constexpr std::uint32_t kCare = 2;
constexpr std::uint32_t kVac = 3;
constexpr std::uint32_t kDrawing = 4;

std::vector<std::uint32_t> values_in(const PhraseIndex& index, std::string_view text) {
  std::vector<std::uint32_t> values;
  for (const PhraseHit& hit : index.find(units_of(text))) values.push_back(hit.value);
  return values;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const Unit& unit : units_of(text)) words.emplace_back(unit.span.of(text));
  return words;
}

TEST(Units, AreTheWordsAndMarksOfATextWithTheirPlaces) {
  EXPECT_THAT(words_of("Zorg, en café."), ElementsAre("Zorg", ",", "en", "café", "."));
}

TEST(Units, FallApartAtAHyphen) { EXPECT_THAT(words_of("diploma mbo-4"), ElementsAre("diploma", "mbo", "4")); }

TEST(Units, KeepNamesOfTechniquesWhole) {
  EXPECT_THAT(words_of("C++ en node.js"), ElementsAre("C++", "en", "node.js"));
}

TEST(Units, AreNoneInAnEmptyText) { EXPECT_THAT(units_of(""), IsEmpty()); }

TEST(PhraseIndex, FindsAPhraseInAnyInflection) {
  PhraseIndex index;
  index.add("wonden verzorgen", Language::nl, kWoundCare);
  EXPECT_THAT(values_in(index, "Ik kan een wond verzorgen."), ElementsAre(kWoundCare));
}

TEST(PhraseIndex, FindsAPhraseInAnyCase) {
  PhraseIndex index;
  index.add("wondzorg", Language::nl, kWoundCare);
  EXPECT_THAT(values_in(index, "WONDZORG en Wondzorg"), ElementsAre(kWoundCare, kWoundCare));
}

TEST(PhraseIndex, FindsAPhraseWithAndWithoutItsHyphen) {
  PhraseIndex index;
  index.add("VAC-therapie", Language::nl, kVac);
  EXPECT_THAT(values_in(index, "VAC-therapie"), ElementsAre(kVac));
  EXPECT_THAT(values_in(index, "vac therapie"), ElementsAre(kVac));
  EXPECT_THAT(values_in(index, "vactherapie"), ElementsAre(kVac));
}

TEST(PhraseIndex, DoesNotWriteVeryShortWordsAsOne) {
  PhraseIndex index;
  index.add("in de", Language::nl, kDrawing);
  EXPECT_THAT(values_in(index, "inde"), IsEmpty());
}

TEST(PhraseIndex, TakesTheLongestPhraseAndNoneInsideIt) {
  PhraseIndex index;
  index.add("zorg", Language::nl, kCare);
  index.add("palliatieve zorg", Language::nl, kWoundCare);
  EXPECT_THAT(values_in(index, "palliatieve zorg"), ElementsAre(kWoundCare));
  EXPECT_THAT(values_in(index, "zorg"), ElementsAre(kCare));
}

TEST(PhraseIndex, GivesAllPhrasesAtAPlaceWithTheLongestFirst) {
  PhraseIndex index;
  index.add("technische", Language::nl, kCare);
  index.add("technische tekening", Language::nl, kDrawing);
  const auto hits = index.all_at(units_of("technische tekening"), 0);
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].value, kDrawing);
  EXPECT_EQ(hits[0].count, 2U);
  EXPECT_EQ(hits[1].value, kCare);
}

TEST(PhraseIndex, FindsNoPhraseOfWhichAWordIsMissing) {
  PhraseIndex index;
  index.add("technische tekening lezen", Language::nl, kDrawing);
  EXPECT_THAT(values_in(index, "een technische tekening"), IsEmpty());
}

TEST(PhraseIndex, KeepsTheTwoLanguagesApart) {
  PhraseIndex index;
  index.add("wound dressing", Language::en, kWoundCare);
  index.add("wondzorg", Language::nl, kVac);
  EXPECT_THAT(values_in(index, "wound dressings"), ElementsAre(kWoundCare));
  EXPECT_THAT(index.exactly({"wound", "dressing"}), IsEmpty());
  EXPECT_THAT(index.exactly({"wondzorg"}), ElementsAre(kVac));
}

TEST(PhraseIndex, GivesEveryMeaningOfAPhraseOnce) {
  PhraseIndex index;
  index.add("verpleegkunde", Language::nl, kCare);
  index.add("verpleegkunde", Language::nl, kWoundCare);
  index.add("verpleegkunde", Language::nl, kCare);
  EXPECT_THAT(values_in(index, "verpleegkunde"), ElementsAre(kCare, kWoundCare));
}

TEST(PhraseIndex, IgnoresAPhraseWithoutWords) {
  PhraseIndex index;
  index.add("", Language::nl, kCare);
  index.add("…", Language::nl, kCare);
  EXPECT_THAT(values_in(index, "… zorg"), IsEmpty());
}

}  // namespace
}  // namespace collega::skills
