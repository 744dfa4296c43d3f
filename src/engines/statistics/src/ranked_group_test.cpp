#include "collega/statistics/ranked_group.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace collega::statistics {
namespace {

using testing::DoubleNear;

// `counts` times 0, 1, 2, ...
std::vector<std::size_t> steps(std::initializer_list<std::size_t> counts) {
  std::vector<std::size_t> table;
  std::size_t least = 0;
  for (const std::size_t count : counts) table.insert(table.end(), count, least++);
  return table;
}

TEST(RankedGroup, MakesThePublishedTable) { EXPECT_EQ(minimum_table(20, 0.25, 0.1), steps({8, 6, 5, 1})); }

TEST(RankedGroup, FailsFairRankingsAsOftenAsPublished) {
  EXPECT_THAT(table_at(20, 0.25, 0.1).published, DoubleNear(0.11517506930977106, 1e-14));
}

TEST(RankedGroup, CorrectsTheLevelAsPublished) {
  const MinimumTable adjusted = adjusted_table(20, 0.25, 0.1);
  EXPECT_DOUBLE_EQ(adjusted.alpha, 0.078125);
  EXPECT_EQ(adjusted.minimum, steps({8, 7, 5}));
  EXPECT_THAT(adjusted.published, DoubleNear(0.10515247355215251, 1e-14));
  EXPECT_DOUBLE_EQ(adjusted.failure, adjusted.published);
}

TEST(RankedGroup, TheLastLengthCountsInTheWholeProbability) {
  // A fair ranking fails with 0 of 9, 1 of 15 or 2 of 20, whichever comes first.
  EXPECT_GT(table_at(20, 0.25, 0.1).failure, table_at(20, 0.25, 0.1).published + 0.03);
}

// Fixed seed: the share of failed fair rankings lies within four standard deviations of the exact probability.
TEST(RankedGroup, FailsFairRankingsAsOftenAsItSays) {
  constexpr int kRankings = 40000;
  std::mt19937_64 random{20261122};
  for (const auto& [top, proportion] :
       {std::pair{std::size_t{20}, 0.25}, {std::size_t{60}, 0.4}, {std::size_t{10}, 0.6}}) {
    const MinimumTable table = table_at(top, proportion, 0.1);
    std::bernoulli_distribution member{proportion};
    int failed = 0;
    for (int i = 0; i < kRankings; ++i) {
      std::size_t members = 0;
      bool holds = true;
      for (const std::size_t least : table.minimum) {
        members += member(random) ? 1 : 0;
        holds = holds && members >= least;
      }
      failed += holds ? 0 : 1;
    }
    const double deviation = std::sqrt(table.failure * (1 - table.failure) / kRankings);
    EXPECT_THAT(static_cast<double>(failed) / kRankings, DoubleNear(table.failure, 4 * deviation)) << top;
  }
}

TEST(RankedGroup, TheCorrectedTableFailsNearTheLevelAsked) {
  for (const std::size_t top : {10U, 50U, 200U, 1000U}) {
    const MinimumTable adjusted = adjusted_table(top, 0.3, 0.1);
    EXPECT_THAT(adjusted.published, DoubleNear(0.1, 0.05)) << top;
    EXPECT_LE(adjusted.alpha, 0.1);
  }
}

std::vector<bool> ranking(std::string_view places) {
  std::vector<bool> is_member;
  for (const char place : places) is_member.push_back(place == 'w');
  return is_member;
}

TEST(RankedGroup, PassesWhoIsSpreadOverTheRanking) {
  const auto test = ranked_group_test(ranking("mmwmmmwmmmmwmmmwmmmw"), 20, 0.25, 0.1).value();
  EXPECT_TRUE(test.passes());
  EXPECT_EQ(test.found.back(), 5U);
}

TEST(RankedGroup, SaysAtWhichLengthThereAreTooFew) {
  EXPECT_EQ(ranked_group_test(ranking("mmmmmmmmmwmmmmmmmwww"), 20, 0.25, 0.1).value().fails_at, 9U);
  EXPECT_EQ(ranked_group_test(ranking("mmmwmmmmmmmmmmmmmwww"), 20, 0.25, 0.1).value().fails_at, 16U);
}

TEST(RankedGroup, AGroupWithoutAnybodyOnTopFailsOnlyWhenThatIsNoChance) {
  EXPECT_TRUE(ranked_group_test(ranking("mmmm"), 4, 0.25, 0.1).value().passes());
}

TEST(RankedGroup, NamesWhatIsOutOfRange) {
  const std::vector<bool> two = ranking("mw");
  EXPECT_EQ(ranked_group_test(two, 3, 0.5, 0.1).error(), (Error{ErrorCode::out_of_range, "top"}));
  EXPECT_EQ(ranked_group_test(two, 0, 0.5, 0.1).error().where, "top");
  EXPECT_EQ(ranked_group_test(two, 2, 1.0, 0.1).error().where, "proportion");
  EXPECT_EQ(ranked_group_test(two, 2, 0.5, 0.0).error().where, "alpha");
}

}  // namespace
}  // namespace collega::statistics
