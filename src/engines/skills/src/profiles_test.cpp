#include "collega/skills/profiles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_profiles.h"

namespace collega::skills {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Concepts of these tests.
constexpr ConceptRef kNursing = 1;
constexpr ConceptRef kWoundCare = 2;
constexpr ConceptRef kDutch = 3;

Asked must(std::vector<Alternative> any_of, double weight = 0.5) {
  return {RequirementKind::must, weight, std::move(any_of)};
}
Asked wish(std::vector<Alternative> any_of, double weight = 0.25) {
  return {RequirementKind::wish, weight, std::move(any_of)};
}
Alternative skill_of(ConceptRef about, int least = 0) { return {FactKind::skill, about, least}; }

Profile with(std::uint64_t id, std::vector<Fact> facts) {
  Profile profile{id};
  profile.facts = std::move(facts);
  return profile;
}

Profiles of(const std::vector<Profile>& all) {
  Profiles profiles;
  for (const Profile& profile : all) EXPECT_TRUE(profiles.put(profile));
  EXPECT_TRUE(profiles.commit());
  return profiles;
}

std::vector<std::uint64_t> ids(const std::vector<FoundProfile>& found) {
  std::vector<std::uint64_t> all;
  for (const FoundProfile& profile : found) all.push_back(profile.id);
  return all;
}

TEST(Profiles, no_wishes_make_up_for_a_must) {
  const Profiles profiles = of({with(1, {{FactKind::skill, kWoundCare}, {FactKind::language, kDutch, 6}}),
                                with(2, {{FactKind::skill, kNursing}})});
  const ProfileQuery query{
      {must({skill_of(kNursing)}, 0.1), wish({skill_of(kWoundCare)}), wish({{FactKind::language, kDutch}})}};
  EXPECT_THAT(ids(profiles.search(query, 10)), ElementsAre(2, 1));
}

TEST(Profiles, a_must_that_a_fact_says_no_to_comes_behind_one_that_nothing_is_known_of) {
  const Profiles profiles =
      of({with(1, {{FactKind::language, kDutch, 2}, {FactKind::skill, kWoundCare}}), with(2, {})});
  const auto found = profiles.search({{must({{FactKind::language, kDutch, 5}}), wish({skill_of(kWoundCare)})}}, 10);
  EXPECT_THAT(ids(found), ElementsAre(2, 1));
  EXPECT_EQ(found[0].group, Group::something_unknown);
  EXPECT_EQ(found[1].group, Group::contradicted);
  EXPECT_EQ(found[1].answers[0].ground, Ground::level_below);
}

TEST(Profiles, contributions_add_up_to_the_score_and_name_the_fact_that_carries_them) {
  const Profiles profiles =
      of({with(7, {{FactKind::skill, kNursing, 4, 2024}, {FactKind::experience, kNursing, 3, 2025}})});
  Alternative akin = skill_of(kWoundCare);
  Alternative by_nursing{FactKind::skill, kNursing, 0, Met::partly, Ground::related};
  const auto found =
      profiles.search({{must({akin, by_nursing}, 0.6), wish({{FactKind::experience, kNursing, 3}}, 0.4)}}, 1);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_DOUBLE_EQ(found[0].score, 0.3 + 0.4);
  EXPECT_EQ(found[0].answers[0], (Answer{Met::partly, Ground::related, 0.3, Fact{FactKind::skill, kNursing, 4, 2024}}));
  EXPECT_EQ(found[0].answers[1],
            (Answer{Met::yes, Ground::enough_experience, 0.4, Fact{FactKind::experience, kNursing, 3, 2025}}));
}

TEST(Profiles, saying_a_skill_ten_times_brings_nothing) {
  const Profiles profiles =
      of({with(1, std::vector<Fact>(10, {FactKind::skill, kNursing, 1})), with(2, {{FactKind::skill, kNursing, 1}})});
  const auto found = profiles.search({{must({skill_of(kNursing)})}}, 10);
  EXPECT_EQ(found[0].score, found[1].score);
}

TEST(Profiles, a_degree_in_another_field_is_a_degree) {
  const Profiles profiles = of({with(1, {{FactKind::degree, 40, 6, 2019}})});
  const Alternative of_any_field{FactKind::degree, kOfAnything, 6, Met::partly, Ground::other_field};
  const auto found = profiles.search({{must({{FactKind::degree, 41, 6}, of_any_field})}}, 1);
  EXPECT_EQ(found[0].answers[0].met, Met::partly);
  EXPECT_EQ(found[0].answers[0].ground, Ground::other_field);
}

TEST(Profiles, what_a_profile_does_not_say_shuts_it_out_only_on_request) {
  Profile silent{1};
  Profile near{2, {}, 30};
  Profile far{3, {}, 31};
  const Profiles profiles = of({silent, near, far});
  EXPECT_THAT(ids(profiles.search({{}, {.places = {30}}}, 10)), ElementsAre(1, 2));
  EXPECT_THAT(ids(profiles.search({{}, {.places = {30}, .only_said = true}}, 10)), ElementsAre(2));
}

TEST(Profiles, nothing_is_found_in_nothing_and_nobody_when_nobody_is_asked_for) {
  EXPECT_THAT(Profiles{}.search({{must({skill_of(kNursing)})}}, 10), IsEmpty());
  EXPECT_THAT(of({with(1, {})}).search({{must({skill_of(kNursing)})}}, 0), IsEmpty());
}

TEST(Profiles, refuse_what_does_not_fit_and_say_which) {
  Profiles profiles;
  const auto place_of = [&](const Profile& profile) { return profiles.put(profile).error().where; };
  EXPECT_EQ(place_of(with(1, {{FactKind::skill, 1u << 28}})), "about");
  EXPECT_EQ(place_of(with(1, {{FactKind::skill, 1, 16}})), "level");
  EXPECT_EQ(place_of(with(1, {{FactKind::skill, 1, 1, -1}})), "last_year");
  EXPECT_EQ(place_of({1, {}, {}, 300}), "hours");
  EXPECT_EQ(place_of({1, {}, UINT32_MAX}), "place");
}

TEST(Profiles, are_not_seen_before_the_commit) {
  Profiles profiles;
  ASSERT_TRUE(profiles.put(with(1, {})));
  EXPECT_EQ(profiles.size(), 0u);
  ASSERT_TRUE(profiles.commit());
  EXPECT_EQ(profiles.size(), 1u);
}

TEST(Profiles, the_last_word_on_an_id_counts) {
  Profiles profiles =
      of({with(1, {{FactKind::skill, kNursing}}), with(1, {{FactKind::skill, kWoundCare}}), with(2, {})});
  ASSERT_TRUE(profiles.put(with(2, {{FactKind::skill, kNursing}})));
  ASSERT_TRUE(profiles.remove(2));
  ASSERT_TRUE(profiles.remove(3));
  ASSERT_TRUE(profiles.commit());
  const auto found = profiles.search({{must({skill_of(kWoundCare)})}}, 10);
  ASSERT_THAT(ids(found), ElementsAre(1));
  EXPECT_EQ(found[0].group, Group::all_musts_shown);
}

void expect_the_same(const Profiles& profiles, const test::World& world, test::Chance& chance) {
  const ProfileQuery query = test::any_query(chance);
  const auto top = static_cast<std::size_t>(1 + chance.below(20));
  EXPECT_EQ(profiles.size(), world.size());
  EXPECT_EQ(test::without_grounds(profiles.search(query, top)),
            test::without_grounds(test::plain_search(world, query, top)));
}

TEST(Profiles, find_what_a_plain_scorer_finds_after_any_changes) {
  for (unsigned seed = 0; seed < 60 && !testing::Test::HasFailure(); ++seed) {
    test::Chance chance{seed};
    test::World world;
    Profiles profiles;
    for (int step = 0; step < 20; ++step) {
      for (int i = chance.below(30); i > 0; --i) {
        const auto id = static_cast<std::uint64_t>(chance.below(120));
        if (chance.one_in(5)) {
          world.erase(id);
          ASSERT_TRUE(profiles.remove(id));
        } else {
          world[id] = test::any_profile(chance, id);
          ASSERT_TRUE(profiles.put(world[id]));
        }
      }
      ASSERT_TRUE(chance.one_in(6) ? profiles.compact() : profiles.commit());
      for (int i = 0; i < 5; ++i) expect_the_same(profiles, world, chance);
    }
  }
}

// Large enough for bits in place of rows, for bounds, and for more than one segment.
TEST(Profiles, find_what_a_plain_scorer_finds_in_large_worlds_too) {
  test::Chance chance{1};
  test::World world;
  Profiles profiles;
  for (std::uint64_t id = 0; id < 70'000; ++id) {
    const std::uint64_t scattered = id * 7919 % 70'001;
    world[scattered] = test::any_profile(chance, scattered, 30);
    ASSERT_TRUE(profiles.put(world[scattered]));
  }
  ASSERT_TRUE(profiles.commit());
  for (int i = 0; i < 12; ++i) expect_the_same(profiles, world, chance);
}

}  // namespace
}  // namespace collega::skills
