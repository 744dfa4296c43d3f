#include "near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::skills_desk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kCv =
    "Ik verzorgde wonden bij cliënten thuis. Ik deed de administratie. Ik gaf les aan leerlingen. "
    "Ik werkte met een electronisch dossier.";

TEST(SentencesNear, FindsAWordInAnotherForm) {
  const auto near = sentences_near(kCv, {"wondverzorging"}, 5);
  ASSERT_THAT(near, SizeIs(1));
  EXPECT_EQ(near[0].sentence.of(kCv), "Ik verzorgde wonden bij cliënten thuis.");
  EXPECT_THAT(near[0].other_form, ElementsAre("wondverzorging"));
}

TEST(SentencesNear, TellsWhichWordsAreThereAndWhichAreNot) {
  const auto near = sentences_near(kCv, {"financiële administratie"}, 5);
  ASSERT_THAT(near, SizeIs(1));
  EXPECT_THAT(near[0].same, ElementsAre("administratie"));
  EXPECT_THAT(near[0].missing, ElementsAre("financiele"));
  EXPECT_EQ(near[0].mark.of(kCv), "administratie");
}

TEST(SentencesNear, SeesThroughATypingError) {
  const auto near = sentences_near(kCv, {"elektronisch dossier"}, 5);
  ASSERT_THAT(near, SizeIs(1));
  EXPECT_THAT(near[0].other_form, ElementsAre("elektronisch"));
  EXPECT_EQ(near[0].mark.of(kCv), "electronisch dossier");
}

TEST(SentencesNear, HasNothingForWhatHoldsTheNameItselfOrNothingOfIt) {
  EXPECT_THAT(sentences_near("Ik deed de administratie.", {"administratie"}, 5), IsEmpty());
  EXPECT_THAT(sentences_near(kCv, {"heftruck rijden", "lassen"}, 5), IsEmpty());
  EXPECT_THAT(sentences_near("", {"lassen"}, 5), IsEmpty());
  EXPECT_THAT(sentences_near(kCv, {"", "van de"}, 5), IsEmpty());
}

TEST(SentencesNear, PutsTheNearestFirstAndStops) {
  const std::string text = "Ik deed administratie. Ik deed financieel administratief werk. Ik deed administratie.";
  const auto near = sentences_near(text, {"financiële administratie"}, 1);
  ASSERT_THAT(near, SizeIs(1));
  EXPECT_EQ(near[0].sentence.of(text), "Ik deed financieel administratief werk.");
}

}  // namespace
}  // namespace collega::skills_desk
