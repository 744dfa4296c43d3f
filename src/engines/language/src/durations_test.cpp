#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "collega/language/time.h"

namespace collega::language {
namespace {

struct Phrase {
  std::string_view text;
  double months;
  bool at_least = false;
};

void PrintTo(const Phrase& phrase, std::ostream* out) { *out << phrase.text; }

class DurationOf : public testing::TestWithParam<Phrase> {};

TEST_P(DurationOf, IsItsNumberOfMonths) {
  const auto found = find_durations(GetParam().text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_DOUBLE_EQ(found[0].months, GetParam().months);
  EXPECT_EQ(found[0].at_least, GetParam().at_least);
}

INSTANTIATE_TEST_SUITE_P(
    Plain, DurationOf,
    testing::Values(Phrase{"3 jaar ervaring", 36}, Phrase{"drie jaar", 36}, Phrase{"2,5 jaar", 30},
                    Phrase{"2.5 years", 30}, Phrase{"18 maanden", 18}, Phrase{"anderhalf jaar", 18},
                    Phrase{"een half jaar", 6}, Phrase{"half a year", 6}, Phrase{"één jaar ervaring", 12},
                    Phrase{"a year of experience", 12}, Phrase{"tweeënhalf jaar", 30},
                    Phrase{"twee en een half jaar", 30}, Phrase{"two and a half years", 30}, Phrase{"2½ jaar", 30},
                    Phrase{"half jaar", 6}, Phrase{"5-year track record", 60}, Phrase{"twenty-five years", 300},
                    Phrase{"3 jr.", 36}, Phrase{"5 yrs experience", 60}, Phrase{"6 mnd", 6},
                    Phrase{"3 jaar en 6 maanden", 42}, Phrase{"1 yr 3 mos", 15}, Phrase{"2 years, 4 months", 28},
                    Phrase{"three (3) years", 36}, Phrase{"3 (drie) jaar", 36}, Phrase{"een jaar of vijf", 60},
                    Phrase{"vijf volle jaren", 60}, Phrase{"3 years' experience", 36},
                    Phrase{"drei Jahre Berufserfahrung", 36}, Phrase{"3jaar", 36}));

INSTANTIATE_TEST_SUITE_P(
    AtLeast, DurationOf,
    testing::Values(Phrase{"minimaal twee jaar", 24, true}, Phrase{"5+ years", 60, true}, Phrase{"5 + jaar", 60, true},
                    Phrase{"at least three years", 36, true}, Phrase{"ruim tien jaar", 120, true},
                    Phrase{"min. 3 jaar", 36, true}, Phrase{"ten minste 2 jaar", 24, true},
                    Phrase{"meer dan 4 jaar", 48, true}, Phrase{"more than 4 years", 48, true},
                    Phrase{"over 10 years of experience", 120, true}, Phrase{"minimum of 3 years", 36, true},
                    Phrase{"3 jaar of meer", 36, true}, Phrase{"3 or more years", 36, true},
                    Phrase{"> 3 jaar", 36, true}, Phrase{"at least a year", 12, true}, Phrase{"1-2 jaar", 12, true},
                    Phrase{"1 – 2 jaar", 12, true}, Phrase{"2 tot 4 jaar", 24, true},
                    Phrase{"twee à drie jaar", 24, true}, Phrase{"2 to 3 years", 24, true},
                    Phrase{"tussen de 3 en 5 jaar ervaring", 36, true}, Phrase{"minimaal 3-5 jaar", 36, true},
                    Phrase{"minimaal 20 jaar ervaring", 240, true}));

TEST(FindDurations, CountsWeeksAsPartsOfAMonth) {
  const auto found = find_durations("stage van 10 weken");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].months, 2.3, 0.01);
}

TEST(FindDurations, HoldsTheWordsThatSayAtLeastInTheSpan) {
  const std::string_view text = "Je hebt minimaal twee jaar ervaring";
  ASSERT_EQ(find_durations(text).size(), 1U);
  EXPECT_EQ(find_durations(text)[0].span.of(text), "minimaal twee jaar");
}

TEST(FindDurations, KnowsExperienceWithChildrenFromTheirAge) {
  EXPECT_EQ(find_durations("Met kinderen heb je 3 jaar ervaring").size(), 1U);
}

TEST(FindDurations, TakesTwoAmountsForARangeOnlyBehindBetween) {
  const auto found = find_durations("trajecten van 2 en 4 jaar");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_DOUBLE_EQ(found[0].months, 48);
}

TEST(FindDurations, FindsEachOfTwoDemands) {
  const auto found = find_durations("3 jaar ervaring met Java en minstens 1 jaar met Kubernetes");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_FALSE(found[0].at_least);
  EXPECT_TRUE(found[1].at_least);
}

class NoDuration : public testing::TestWithParam<std::string_view> {};

TEST_P(NoDuration, IsFound) { EXPECT_EQ(find_durations(GetParam()).size(), 0U); }

INSTANTIATE_TEST_SUITE_P(Negatives, NoDuration,
                         testing::Values("32 uur per week", "24/7", "18 jaar oud", "leeftijd: 34 jaar", "34 years old",
                                         "ouder dan 18 jaar", "minimaal 18 jaar", "Ik ben 34 jaar en woon in Breda",
                                         "16 jaar of ouder", "5 jaar geleden", "3 years ago", "elke 2 jaar",
                                         "every 2 years", "om de 3 maanden", "€ 40.000 per jaar", "40,000 a year",
                                         "twice a year", "mbo-4", "1e jaar", "het 3e jaar", "2016/679 jaar",
                                         "10.0.0.3 jaar", "100 jaar", "67 jaar AOW-leeftijd", "06-12 maanden",
                                         "waar sta je over vijf jaar", "maart 2019", "2015 - 2018", "jaarlijks",
                                         "een goede baan", "schooljaar 3", "in de leeftijd van 18 tot 25 jaar",
                                         "voor kinderen van 4 tot 12 jaar", "peuters (2-4 jaar)", "12 jaar en ouder",
                                         "three weekly meetings", "a new year's party"));

}  // namespace
}  // namespace collega::language
