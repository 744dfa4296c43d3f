#include "collega/skills/profile_asking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "judge.h"
#include "test_skills.h"

namespace collega::skills {
namespace {

using namespace test;
using testing::IsEmpty;

const ProfileAsking& asking() {
  static const ProfileAsking made{finder().taxonomy()};
  return made;
}

Requirement asked(RequirementType type, std::vector<ConceptRef> any_of) {
  Requirement requirement;
  requirement.type = type;
  requirement.any_of = std::move(any_of);
  return requirement;
}

Fit fit_of(const Alternative& alternative) {
  switch (alternative.ground) {
    case Ground::stated:
      return Fit::exact;
    case Ground::narrower:
      return Fit::narrower;
    case Ground::related:
      return Fit::related;
    default:
      return Fit::usual_in_job;
  }
}

TEST(ProfileAsking, names_what_the_small_match_takes_for_an_answer_and_nothing_else) {
  const Taxonomy& taxonomy = finder().taxonomy();
  for (const ConceptKind kind : {ConceptKind::skill, ConceptKind::licence}) {
    const auto type = kind == ConceptKind::skill ? RequirementType::skill : RequirementType::licence;
    for (const ConceptRef wanted : all_of(kind)) {
      std::vector<Fit> fits(taxonomy.size(), Fit::none);
      for (const Alternative& one : asking().any_of(asked(type, {wanted}))) fits[one.about] = fit_of(one);
      for (ConceptRef found = 0; found < taxonomy.size(); ++found) {
        ASSERT_EQ(fits[found], fit(taxonomy, found, wanted))
            << taxonomy.name(found) << " for " << taxonomy.name(wanted);
      }
    }
  }
}

// The judgement of a profile that says one thing, beside that of a paper that says it.
Answer answer_of(const Fact& fact, const Requirement& requirement) {
  Profiles profiles;
  Profile profile;
  profile.facts = {fact};
  EXPECT_TRUE(profiles.put(profile));
  EXPECT_TRUE(profiles.commit());
  return profiles.search(asking().query({requirement}), 1).at(0).answers.at(0);
}

TEST(ProfileAsking, a_language_is_met_at_its_level_partly_just_below_and_denied_under_that) {
  const ConceptRef dutch = known(ConceptKind::language, "nl");
  Requirement requirement = asked(RequirementType::language, {dutch});
  requirement.rank = level_rank(ConceptKind::language_level, "b2");
  const auto met = [&](int level) { return answer_of({FactKind::language, dutch, level}, requirement).met; };
  EXPECT_EQ(met(requirement.rank), Met::yes);
  EXPECT_EQ(met(requirement.rank - 1), Met::partly);
  EXPECT_EQ(met(requirement.rank - 2), Met::no);
  EXPECT_EQ(met(0), Met::partly);
}

TEST(ProfileAsking, a_degree_of_the_level_in_another_field_meets_it_in_part) {
  const auto fields = all_of(ConceptKind::degree_field);
  Requirement requirement = asked(RequirementType::degree, {});
  requirement.fields = {fields[0]};
  requirement.rank = 6;
  EXPECT_EQ(answer_of({FactKind::degree, fields[0], 6}, requirement).met, Met::yes);
  const Answer other = answer_of({FactKind::degree, kOfAnything, 6}, requirement);
  EXPECT_EQ(other.met, Met::partly);
  EXPECT_EQ(other.ground, Ground::other_field);
}

TEST(ProfileAsking, half_the_years_asked_are_a_part) {
  const ConceptRef nurse = all_of(ConceptKind::occupation).front();
  Requirement requirement = asked(RequirementType::experience, {nurse});
  requirement.months = 48;
  const auto met = [&](int years) { return answer_of({FactKind::experience, nurse, years}, requirement).met; };
  EXPECT_EQ(met(4), Met::yes);
  EXPECT_EQ(met(2), Met::partly);
  EXPECT_EQ(met(1), Met::no);
}

TEST(ProfileAsking, no_fact_answers_hours_a_place_or_words) {
  for (const auto type : {RequirementType::hours, RequirementType::place, RequirementType::other})
    EXPECT_THAT(asking().any_of(asked(type, {})), IsEmpty());
}

}  // namespace
}  // namespace collega::skills
