#include "gap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::workbench {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::Not;

const skills::Gaps& seed_gaps() {
  static const skills::Taxonomy taxonomy = skills::seed_taxonomy().value();
  static const skills::Gaps gaps{taxonomy};
  return gaps;
}

GapAnswer gap_of(const GapRequest& request) { return gap(request, seed_gaps(), Language::en).value(); }

auto of(std::string_view concept_name) { return Field(&GapSkill::concept_name, std::string{concept_name}); }

const GapSkill& find_in(const std::vector<GapSkill>& skills, std::string_view name) {
  return *std::ranges::find(skills, name, &GapSkill::concept_name);
}

TEST(Gap, TakesAConceptByItsNameOrByTheLastPartOfIt) {
  for (const std::string name : {"skill/community-nursing", "community-nursing"}) {
    const GapAnswer answer = gap_of({.has = {name}, .occupation = "district-nurse"});
    EXPECT_THAT(answer.met, Contains(of("skill/community-nursing")));
    EXPECT_THAT(answer.missing, Not(Contains(of("skill/community-nursing"))));
  }
}

TEST(Gap, LabelsInTheLanguageAsked) {
  const GapAnswer answer = gap_of({.occupation = "occupation/district-nurse", .language = Language::nl});
  EXPECT_EQ(find_in(answer.missing, "skill/wound-care").label, "wondzorg");
  EXPECT_FALSE(find_in(answer.missing, "skill/wound-care").essential);
  EXPECT_EQ(answer.coverage, 0);
}

TEST(Gap, OfATeamCountsHowManyHaveEachSkill) {
  const GapAnswer answer = gap_of(
      {.occupation = "occupation/district-nurse", .people = {{{"wound-care"}, {"wound-care", "care-plan"}, {}}}});
  EXPECT_EQ(find_in(answer.met, "skill/wound-care").people, 2);
  EXPECT_EQ(find_in(answer.met, "skill/care-plan").people, 1);
  EXPECT_EQ(find_in(answer.missing, "skill/community-nursing").people, 0);
}

TEST(Gap, OfAPositionLooksAtWhatItAsks) {
  const GapAnswer answer = gap_of({.has = {"wound-care"}, .needs = {{"wound-care", "python"}}});
  EXPECT_THAT(answer.met, ElementsAre(of("skill/wound-care")));
  EXPECT_THAT(answer.missing, ElementsAre(of("skill/python")));
}

TEST(Gap, SaysWhatDoesNotCount) {
  EXPECT_THAT(gap_of({.has = {"licence/driving-licence"}, .occupation = "nurse"}).not_counted,
              ElementsAre("licence/driving-licence"));
}

TEST(Gap, NamesWhatTheTaxonomyDoesNotHold) {
  const auto error = [](const GapRequest& request) { return gap(request, seed_gaps(), Language::en).error(); };
  EXPECT_EQ(error({.has = {"wound-care", "skill/levitation"}, .occupation = "nurse"}),
            (Error{ErrorCode::unknown_value, "has[1]: skill/levitation"}));
  EXPECT_EQ(error({.occupation = "skill/wound-care"}).where, "occupation: skill/wound-care");
  EXPECT_EQ(error({.occupation = "nurse", .people = {{{}, {"x"}}}}).where, "people[1][0]: x");
  EXPECT_EQ(error({}), (Error{ErrorCode::missing_member, "occupation"}));
}

TEST(Moves, NameWhatEachOccupationStillAsks) {
  const MovesAnswer answer =
      moves({.has = {"community-nursing", "needs-assessment-care", "care-plan", "care-coordination"}, .top = 3},
            seed_gaps(), Language::nl)
          .value();
  ASSERT_EQ(answer.occupations.size(), 3U);
  const NearOccupation& first = answer.occupations.front();
  EXPECT_EQ(first.concept_name, "occupation/district-nurse");
  EXPECT_EQ(first.label, "wijkverpleegkundige");
  EXPECT_THAT(first.missing, ElementsAre("skill/nursing-procedures"));
  EXPECT_THAT(first.met, Contains(of("skill/care-plan")));
  EXPECT_GT(first.score, answer.occupations.at(1).score);
}

}  // namespace
}  // namespace collega::workbench
