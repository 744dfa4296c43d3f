#include "asked.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

using test::finder;
using test::known;
using test::licence;
using test::skill;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<Requirement> asked(std::string_view sentence) {
  return asked_in(read_sentence(sentence, finder()), finder(), RequirementKind::must);
}

std::vector<ConceptRef> subjects(std::string_view sentence) {
  std::vector<ConceptRef> all;
  for (const Requirement& requirement : asked(sentence))
    all.insert(all.end(), requirement.any_of.begin(), requirement.any_of.end());
  return all;
}

TEST(Asked, HoursOfADayAreNoHoursAWeek) {
  EXPECT_THAT(asked("You must overlap at least 5 hours a day with the team in Lisbon."), IsEmpty());
  EXPECT_THAT(asked("Je bent minimaal 6 uur per dag bereikbaar."), IsEmpty());
}

TEST(Asked, SecurityIsNoSecurityPlus) {
  EXPECT_THAT(subjects("Knowledge of Security and Networking is required."),
              Not(Contains(licence("comptia-security"))));
  EXPECT_THAT(subjects("Security+ is required."), ElementsAre(licence("comptia-security")));
}

TEST(Asked, WordsThatOnlyShareAStemAreAnotherThing) {
  for (const char* sentence :
       {"Must have excellent manners.", "Required: a second language.", "You must be able to enable others.",
        "Must know our product plans.", "You must know the markets and our programs."}) {
    EXPECT_THAT(subjects(sentence), IsEmpty()) << sentence;
  }
  EXPECT_THAT(subjects("Experience with marketing campaigns and programming."),
              ElementsAre(skill("marketing"), skill("programming")));
}

TEST(Asked, AFieldOfStudyStandsBesideItsLevel) {
  const auto requirements = asked(
      "Languages: comfortable with Python or Perl, with a good deal of practice on servers that run day and night in "
      "three time zones of the world, and holding a bachelor's degree in computer science");
  ASSERT_THAT(requirements, Not(IsEmpty()));
  EXPECT_EQ(requirements[0].type, RequirementType::degree);
  EXPECT_THAT(requirements[0].fields, ElementsAre(known(ConceptKind::degree_field, "computer-science")));
}

}  // namespace
}  // namespace collega::skills
