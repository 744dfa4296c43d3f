#include "collega/register/law.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "collega/register/conditions.h"

namespace collega::ai_register {
namespace {

using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::Not;

const Provision& provision(std::string_view key) {
  return *std::find_if(provisions().begin(), provisions().end(), [&](const auto& one) { return one.key == key; });
}

TEST(Law, HasASourceAndADayOnWhichWeLookedForEachProvision) {
  std::set<std::string> keys;
  for (const Provision& one : provisions()) {
    EXPECT_TRUE(keys.insert(one.key).second) << one.key;
    for (const std::string& text : {one.short_nl, one.short_en, one.text_nl, one.text_en, one.source}) {
      EXPECT_THAT(text, Not(IsEmpty())) << one.key;
    }
    EXPECT_GE(one.seen, Date{2026y / 11 / 22}) << one.key;
    if (one.was) {
      EXPECT_LT(*one.was, one.applies.value()) << one.key;
    }
  }
}

TEST(Law, GivesAGroundForEveryConditionThatTheGateAsks) {
  for (const Condition condition : conditions_of(Risk::high, true)) {
    EXPECT_THAT(grounds_of(condition, Language::nl), Not(IsEmpty())) << name_of(condition);
  }
  EXPECT_EQ(grounds_of(Condition::data_protection_assessment, Language::en), "GDPR art. 35");
  EXPECT_EQ(grounds_of(Condition::works_council_consent, Language::nl),
            "WOR art. 27 lid 1 onder k, WOR art. 27 lid 1 onder l");
}

TEST(Law, KnowsThatTheDutiesOnHighRiskWereMoved) {
  EXPECT_EQ(provision("ai_act_annex_iii_4").applies, Date{2027y / 12 / 2});
  EXPECT_EQ(provision("ai_act_annex_iii_4").was, Date{2026y / 8 / 2});
}

TEST(Law, LeavesTheDayOutWhereItMakesNoDifference) { EXPECT_FALSE(provision("wor_27_1_k").applies); }

}  // namespace
}  // namespace collega::ai_register
