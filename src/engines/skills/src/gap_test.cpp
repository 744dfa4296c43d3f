#include "collega/skills/gap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

#include "test_skills.h"

namespace collega::skills {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// baking is cooking; serving is akin to hosting. A cook, a baker, a waiter, and a pastry cook without a list of their
// own.
struct Kitchen {
  Taxonomy taxonomy;
  ConceptRef cooking, baking, hygiene, serving, hosting, wine, cook, baker, waiter, pastry_cook;
};

Concept concept_of(ConceptKind kind, std::string_view id) {
  Concept made;
  made.kind = kind;
  made.id = made.nl = made.en = id;
  return made;
}

const Kitchen& kitchen() {
  static const Kitchen made = [] {
    std::vector<Concept> all;
    for (const std::string_view id : {"cooking", "baking", "hygiene", "serving", "hosting", "wine"})
      all.push_back(concept_of(ConceptKind::skill, id));
    for (const std::string_view id : {"cook", "baker", "waiter", "pastry-cook"})
      all.push_back(concept_of(ConceptKind::occupation, id));
    all[1].broader = {0};
    all[3].related = {4};
    all[6].essential = {0, 2};
    all[6].optional = {5};
    all[7].essential = {1, 2};
    all[8].essential = {3, 2};
    all[8].optional = {5};
    all[9].broader = {7};
    return Kitchen{Taxonomy::from_concepts(std::move(all), "kitchen").value(), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  }();
  return made;
}

const Gaps& gaps() {
  static const Gaps made{kitchen().taxonomy};
  return made;
}

const Need& need_of(const std::vector<Need>& needs, ConceptRef skill) {
  return *std::ranges::find(needs, skill, &Need::skill);
}

TEST(Gap, TellsWhatIsMetAndWhatIsMissing) {
  const auto& k = kitchen();
  const auto needs = gaps().needs({k.cooking, k.wine}, k.cook);
  EXPECT_EQ(need_of(needs, k.cooking).how, Has::exact);
  EXPECT_TRUE(need_of(needs, k.wine).met());
  EXPECT_FALSE(need_of(needs, k.wine).essential);
  EXPECT_FALSE(need_of(needs, k.hygiene).how);
}

TEST(Gap, AMoreParticularSkillMeetsTheBroaderOneAndNotTheOtherWay) {
  const auto& k = kitchen();
  const Need by_baking = need_of(gaps().needs({k.baking}, k.cook), k.cooking);
  EXPECT_EQ(by_baking.how, Has::narrower);
  EXPECT_EQ(by_baking.by, k.baking);
  EXPECT_FALSE(need_of(gaps().needs({k.cooking}, k.baker), k.baking).how);
}

TEST(Gap, AnAdjacentSkillIsNamedAndStaysMissing) {
  const auto& k = kitchen();
  const Need serving = need_of(gaps().needs({k.hosting}, k.waiter), k.serving);
  EXPECT_EQ(serving.how, Has::adjacent);
  EXPECT_EQ(serving.by, k.hosting);
  EXPECT_FALSE(serving.met());
}

TEST(Gap, MissingComesFirstAndEssentialBeforeOptional) {
  const auto& k = kitchen();
  const auto needs = gaps().needs({k.hygiene}, k.cook);
  ASSERT_THAT(needs, SizeIs(3));
  EXPECT_EQ(needs[0].skill, k.cooking);
  EXPECT_EQ(needs[1].skill, k.wine);
  EXPECT_EQ(needs[2].skill, k.hygiene);
}

TEST(Gap, AnOccupationWithoutAListAsksWhatItsBroaderOneAsks) {
  const auto& k = kitchen();
  EXPECT_THAT(gaps().needs({k.baking, k.hygiene}, k.pastry_cook), SizeIs(2));
}

TEST(Gap, APositionIsAListOfSkills) {
  const auto& k = kitchen();
  const auto needs = gaps().needs({k.baking}, std::vector<ConceptRef>{k.wine, k.cooking});
  EXPECT_EQ(needs[0].skill, k.wine);
  EXPECT_TRUE(needs[1].met());
}

TEST(Moves, TheNearestOccupationComesFirst) {
  const auto& k = kitchen();
  const auto moves = gaps().moves({k.serving, k.hygiene}, 10);
  EXPECT_EQ(moves.at(0).occupation, k.waiter);
  EXPECT_DOUBLE_EQ(moves.at(0).coverage, 1);
  EXPECT_LT(moves.at(1).coverage, 1);
}

TEST(Moves, WhatFewAskWeighsMore) {
  const auto& k = kitchen();
  const auto needs = gaps().needs({}, k.waiter);
  EXPECT_GT(need_of(needs, k.serving).weight, need_of(needs, k.hygiene).weight);
}

TEST(Moves, WhoHasNothingGoesNowhere) { EXPECT_THAT(gaps().moves({}, 10), IsEmpty()); }

TEST(Moves, NoMoreThanAsked) { EXPECT_THAT(gaps().moves({kitchen().hygiene}, 2), SizeIs(2)); }

TEST(Moves, AnAdjacentSkillCountsForLessThanTheSkill) {
  const auto& k = kitchen();
  const auto score = [&](ConceptRef has) { return gaps().moves({has}, 1).at(0).score; };
  EXPECT_LT(score(k.hosting), score(k.serving));
  EXPECT_GT(score(k.hosting), 0);
}

// On the seed: whoever learns something never falls in any occupation.
TEST(Moves, WhoHasMoreNeverScoresLower) {
  const Taxonomy& seed = test::finder().taxonomy();
  const Gaps on_seed{seed};
  const auto skills = test::all_of(ConceptKind::skill);
  std::mt19937_64 random{6};
  std::vector<ConceptRef> has;
  std::map<ConceptRef, double> before;
  for (int i = 0; i < 40; ++i) {
    has.push_back(skills[random() % skills.size()]);
    std::map<ConceptRef, double> now;
    for (const Move& move : on_seed.moves(has, seed.size())) now[move.occupation] = move.score;
    for (const auto& [occupation, score] : before) ASSERT_GE(now.at(occupation), score - 1e-12);
    before = std::move(now);
  }
}

// The share of occupations that are among the first ten for somebody with a random 60% of their essential skills.
double recall_at_ten(const Gaps& made) {
  std::mt19937_64 random{60};
  int found = 0, all = 0;
  for (ConceptRef ref = 0; ref < made.taxonomy().size(); ++ref) {
    auto has = made.taxonomy().at(ref).essential;
    if (made.taxonomy().at(ref).kind != ConceptKind::occupation || has.size() < 2) continue;
    std::ranges::shuffle(has, random);
    has.resize(std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(0.6 * static_cast<double>(has.size())))));
    const auto moves = made.moves(has, 10);
    found += std::ranges::find(moves, ref, &Move::occupation) != moves.end() ? 1 : 0;
    ++all;
  }
  return static_cast<double>(found) / all;
}

TEST(Moves, FindTheOccupationOfWhichSomebodyHasMost) {
  EXPECT_GE(recall_at_ten(Gaps{test::finder().taxonomy()}), 0.95);
}

}  // namespace
}  // namespace collega::skills
