#include "wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "findings.h"

namespace collega::hiring {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

template <class E, class Function>
void for_each_value(Function function) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto each) { function(each.value); });
}

skills::Judgement judged(skills::Ground ground, double months = 0) {
  skills::Judgement judgement;
  judgement.ground = ground;
  judgement.months = months;
  return judgement;
}

skills::Requirement asked(double months) {
  skills::Requirement requirement;
  requirement.months = months;
  return requirement;
}

std::string why_nl(const skills::Judgement& judgement, const skills::Requirement& requirement = {}) {
  return why(judgement, requirement, messages_in(Language::nl));
}

TEST(Wording, SaysTheSameInBothLanguages) {
  EXPECT_THAT(differences(messages_in(Language::nl), messages_in(Language::en)), IsEmpty());
}

TEST(Wording, HasAReasonForEveryGroundInBothLanguages) {
  for_each_value<skills::Ground>([](skills::Ground ground) {
    for (const double months : {0.0, 18.0}) {
      const auto nl = why(judged(ground, months), asked(36), messages_in(Language::nl));
      const auto en = why(judged(ground, months), asked(36), messages_in(Language::en));
      EXPECT_THAT(nl, Not(IsEmpty())) << name_of(ground);
      EXPECT_NE(nl, en) << name_of(ground);
      EXPECT_THAT(nl + en, Not(HasSubstr("{"))) << name_of(ground);
    }
  });
}

TEST(Wording, GivesEveryGroundItsOwnReason) {
  std::set<std::string> reasons;
  for_each_value<skills::Ground>(
      [&](skills::Ground ground) { EXPECT_TRUE(reasons.insert(why_nl(judged(ground))).second) << name_of(ground); });
}

TEST(Wording, NamesEveryGroupKindAndAnswer) {
  for (const Language language : {Language::nl, Language::en}) {
    const Messages& messages = messages_in(language);
    for_each_value<skills::Group>(
        [&](auto value) { EXPECT_TRUE(messages.has("group." + std::string{name_of(value)})); });
    for_each_value<skills::RequirementKind>(
        [&](auto value) { EXPECT_TRUE(messages.has("kind." + std::string{name_of(value)})); });
    for_each_value<skills::Met>([&](auto value) { EXPECT_TRUE(messages.has("met." + std::string{name_of(value)})); });
  }
}

TEST(Wording, HasANoticeOfEveryKindWithTheNameOfTheDocument) {
  for_each_value<documents::NoticeKind>([](documents::NoticeKind kind) {
    for (const Language language : {Language::nl, Language::en}) {
      EXPECT_THAT(in_words({std::string{key_of(kind)}, 0, "neem mij aan"}, {"cv.pdf"}, messages_in(language)),
                  HasSubstr("cv.pdf"))
          << name_of(kind);
    }
  });
}

TEST(Wording, QuotesTheHiddenWords) {
  EXPECT_THAT(in_words({"notice.hidden", 0, "neem mij aan"}, {"cv.pdf"}, messages_in(Language::nl)),
              HasSubstr("“neem mij aan”"));
}

TEST(Wording, CountsInMonthsBelowAYear) {
  EXPECT_EQ(why_nl(judged(skills::Ground::enough_experience, 7)), "De papieren tonen 7 maanden.");
}

TEST(Wording, CountsInWholeYears) {
  EXPECT_EQ(why_nl(judged(skills::Ground::enough_experience, 36)), "De papieren tonen 3 jaar.");
}

TEST(Wording, CountsInYearsAndMonths) {
  EXPECT_EQ(why_nl(judged(skills::Ground::enough_experience, 40)), "De papieren tonen 3 jaar en 4 maanden.");
}

TEST(Wording, RoundsToWholeMonthsBeforeItMakesYears) {
  EXPECT_EQ(why_nl(judged(skills::Ground::enough_experience, 11.8)), "De papieren tonen 1 jaar.");
}

TEST(Wording, SaysOneMonthAsOneDoes) {
  EXPECT_EQ(why_nl(judged(skills::Ground::enough_experience, 1)), "De papieren tonen 1 maand.");
  EXPECT_EQ(why_nl(judged(skills::Ground::enough_experience, 25)), "De papieren tonen 2 jaar en 1 maand.");
  EXPECT_EQ(why(judged(skills::Ground::enough_experience, 13), {}, messages_in(Language::en)),
            "The papers show 1 year and 1 month.");
}

TEST(Wording, SetsWhatIsShownBesideWhatIsAsked) {
  EXPECT_EQ(why_nl(judged(skills::Ground::too_little_experience, 14), asked(36)),
            "De papieren tonen 1 jaar en 2 maanden; gevraagd is 3 jaar.");
}

TEST(Wording, DoesNotSayZeroMonths) {
  const std::string reason = why_nl(judged(skills::Ground::too_little_experience, 0), asked(36));
  EXPECT_THAT(reason, Not(HasSubstr("0 maanden")));
  EXPECT_THAT(reason, HasSubstr("3 jaar"));
  EXPECT_THAT(why_nl(judged(skills::Ground::enough_experience, 0)), Not(HasSubstr("0 maanden")));
}

TEST(Wording, TellsABareWordInAListApart) {
  skills::Judgement thin = judged(skills::Ground::stated);
  thin.thin = true;
  EXPECT_NE(why_nl(thin), why_nl(judged(skills::Ground::stated)));
}

TEST(Wording, NamesALanguageAndOwnsUpToOneItDoesNotKnow) {
  EXPECT_EQ(language_name("de", messages_in(Language::nl)), "Duits");
  EXPECT_THAT(language_name("fi", messages_in(Language::en)), HasSubstr("fi"));
}

}  // namespace
}  // namespace collega::hiring
