#include "words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "collega/register/conditions.h"

namespace collega::ai_register {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Words, SayTheSameInBothLanguages) {
  EXPECT_THAT(differences(messages_in(Language::nl), messages_in(Language::en)), IsEmpty());
}

TEST(Words, TellOfEachConditionAndEachLackWhatIsWrongAndWhyItIsAsked) {
  for (const Condition condition : conditions_of(Risk::high, true)) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Lack>>([&](auto lack) {
      const Missing missing{condition, lack.value, Date{std::chrono::sys_days{std::chrono::days{20'000}}}};
      for (const Language language : {Language::nl, Language::en}) {
        EXPECT_THAT(in_words(missing, language), HasSubstr(in_words(condition, language)));
        EXPECT_TRUE(in_words(missing, language).ends_with(')'));  // the ground in law
      }
    });
  }
}

TEST(Words, NameTheDayOnWhichAConditionEnded) {
  const Missing missing{Condition::works_council_consent, Lack::ended, Date{std::chrono::sys_days{}}};
  EXPECT_THAT(in_words(missing, Language::nl), HasSubstr("verlopen op 1970-01-01"));
}

TEST(Words, CallDataByAWordThatPeopleUseAndElseByItsName) {
  EXPECT_EQ(data_in_words("candidate_papers", Language::en), "CVs and letters of candidates");
  EXPECT_EQ(data_in_words("payslips_of_mars", Language::en), "payslips_of_mars");
}

}  // namespace
}  // namespace collega::ai_register
