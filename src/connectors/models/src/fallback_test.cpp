#include "collega/models/fallback.h"

#include <gmock/gmock.h>

namespace collega::models {
namespace {

using testing::ElementsAre;

/// Services that answer as `outcomes` say, by their place; and which were asked.
struct Script {
  std::vector<Attempted> outcomes;
  std::vector<std::size_t> asked = {};
  RetryBudget budget = {};

  Result<std::size_t> run(std::size_t services) {
    return with_fallback(services, budget, [this](std::size_t service) {
      asked.push_back(service);
      return outcomes[std::min(asked.size(), outcomes.size()) - 1];
    });
  }
};

const Attempted kUnreachable{Error{ErrorCode::model_unreachable}};

TEST(Fallback, TheNextServiceIsAskedWhenOneIsNotThere) {
  Script script{{kUnreachable, {}}};
  EXPECT_EQ(script.run(2).value(), 1U);
  EXPECT_THAT(script.asked, ElementsAre(0, 1));
}

TEST(Fallback, TheLastIsAskedOnceMoreAndNoMore) {
  Script script{{kUnreachable}};
  EXPECT_EQ(script.run(1).error().code, ErrorCode::model_unreachable);
  EXPECT_THAT(script.asked, ElementsAre(0, 0));
}

TEST(Fallback, NothingIsTriedAnewOnceTheAskerHasHeardSomething) {
  Script script{{{Error{ErrorCode::model_unreachable}, true}}};
  EXPECT_FALSE(script.run(2).ok());
  EXPECT_THAT(script.asked, ElementsAre(0));
}

TEST(Fallback, WhoLeftIsNotWorkedForAnyMore) {
  Script script{{{Error{ErrorCode::job_stopped}}}};
  EXPECT_FALSE(script.run(2).ok());
  EXPECT_THAT(script.asked, ElementsAre(0));
}

TEST(Fallback, WithoutServicesThereIsNoProvider) {
  Script script{{}};
  EXPECT_EQ(script.run(0).error().code, ErrorCode::no_provider);
}

TEST(RetryBudget, IsSpentAndEarnedAgainSlowly) {
  RetryBudget budget;
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(budget.take());
  EXPECT_FALSE(budget.take());
  for (int i = 0; i < 11; ++i) budget.earn();
  EXPECT_TRUE(budget.take());
  EXPECT_FALSE(budget.take());
}

}  // namespace
}  // namespace collega::models
