#include "collega/statistics/fairness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::statistics {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

void add(std::vector<FairnessRow>& rows, std::size_t count, std::vector<std::string> values, bool selected,
         std::optional<bool> outcome = {}) {
  for (std::size_t i = 0; i < count; ++i) rows.push_back({values, {}, selected, outcome});
}

// 50 of 100 men invited, 30 of 100 women.
std::vector<FairnessRow> invited() {
  std::vector<FairnessRow> rows;
  add(rows, 50, {"man"}, true);
  add(rows, 50, {"man"}, false);
  add(rows, 30, {"woman"}, true);
  add(rows, 70, {"woman"}, false);
  return rows;
}

const FairnessGroup& group(const FairnessAudit& made, std::string_view value) {
  for (const auto* groups : {&made.groups, &made.intersections}) {
    for (const FairnessGroup& one : *groups) {
      if (one.value == value) return one;
    }
  }
  throw std::out_of_range{std::string{value}};
}

TEST(Fairness, LaysEachGroupBesideTheHighest) {
  const FairnessAudit made = audit({"sex"}, invited()).value();
  const Compared& women = *group(made, "woman").selection;
  EXPECT_DOUBLE_EQ(women.rate, 0.3);
  EXPECT_DOUBLE_EQ(*women.ratio, 0.6);
  EXPECT_TRUE(women.below_four_fifths);
  EXPECT_LT(*women.p_value, 0.01);
  EXPECT_LT(women.interval->upper, 1);
  EXPECT_EQ(made.attributes.front().highest_selection, "man");
  EXPECT_FALSE(group(made, "man").selection->interval);
}

TEST(Fairness, ExactlyFourFifthsIsNotBelow) {
  std::vector<FairnessRow> rows;
  add(rows, 30, {"man"}, true);
  add(rows, 70, {"man"}, false);
  add(rows, 24, {"woman"}, true);
  add(rows, 76, {"woman"}, false);
  EXPECT_FALSE(group(audit({"sex"}, rows).value(), "woman").selection->below_four_fifths);
}

TEST(Fairness, CountsErrorsAgainstWhatProvedTrue) {
  std::vector<FairnessRow> rows;
  add(rows, 6, {"man"}, true, true);
  add(rows, 2, {"man"}, false, true);
  add(rows, 1, {"man"}, true, false);
  add(rows, 3, {"man"}, false, false);
  add(rows, 5, {"man"}, true);  // not known yet
  const Errors& errors = *group(audit({"sex"}, rows).value(), "man").errors;
  EXPECT_DOUBLE_EQ(*errors.tpr, 6.0 / 8);
  EXPECT_DOUBLE_EQ(*errors.fnr, 2.0 / 8);
  EXPECT_DOUBLE_EQ(*errors.fpr, 1.0 / 4);
  EXPECT_DOUBLE_EQ(*errors.precision, 6.0 / 7);
  EXPECT_DOUBLE_EQ(*errors.false_omission_rate, 2.0 / 5);
  EXPECT_DOUBLE_EQ(*errors.prevalence, 8.0 / 12);
}

TEST(Fairness, AFigureWithoutADenominatorIsNotThere) {
  std::vector<FairnessRow> rows;
  add(rows, 3, {"man"}, false, false);
  const FairnessGroup men = group(audit({"sex"}, rows).value(), "man");
  EXPECT_FALSE(men.errors->tpr);
  EXPECT_FALSE(men.errors->precision);
  EXPECT_FALSE(men.selection->ratio);
}

// One of 250 has a rate of 1: beside it everybody would seem to be passed over.
TEST(Fairness, AGroupOfFewIsReportedAndLeftOutOfTheRatio) {
  std::vector<FairnessRow> rows = invited();
  add(rows, 1, {"x"}, true);
  const FairnessAudit made = audit({"sex"}, rows).value();
  EXPECT_TRUE(group(made, "x").left_out);
  EXPECT_TRUE(group(made, "x").small);
  EXPECT_FALSE(group(made, "x").selection->ratio_kept);
  EXPECT_DOUBLE_EQ(*group(made, "man").selection->ratio, 0.5);
  EXPECT_DOUBLE_EQ(*group(made, "man").selection->ratio_kept, 1);
  EXPECT_FALSE(group(made, "man").selection->below_four_fifths);
}

TEST(Fairness, WhoStatesNothingIsInNoGroup) {
  std::vector<FairnessRow> rows = invited();
  add(rows, 7, {""}, true);
  const FairnessAudit made = audit({"sex"}, rows).value();
  EXPECT_EQ(made.attributes.front().not_stated, 7U);
  EXPECT_EQ(made.groups.size(), 2U);
  EXPECT_DOUBLE_EQ(group(made, "woman").share_of_rows, 0.5);
}

TEST(Fairness, CrossesEachTwoAttributes) {
  std::vector<FairnessRow> rows;
  add(rows, 10, {"man", "here", "young"}, true);
  add(rows, 10, {"woman", "abroad", "young"}, false);
  add(rows, 10, {"woman", "here", "old"}, true);
  const FairnessAudit made = audit({"sex", "born", "age"}, rows).value();
  EXPECT_EQ(group(made, "woman × abroad").n, 10U);
  EXPECT_EQ(made.intersections.size(), 3U + 3U + 3U);
  EXPECT_TRUE(group(made, "abroad × young").selection->below_four_fifths);
}

std::vector<FairnessRow> scored(std::string_view best_first) {
  std::vector<FairnessRow> rows;
  double score = 100;
  for (const char who : best_first) rows.push_back({{std::string{who}}, score--, {}, {}});
  return rows;
}

TEST(Fairness, AScoreCountsWhenItIsAboveTheMedianOfAll) {
  const FairnessAudit made = audit({"sex"}, scored("mmwmww")).value();
  EXPECT_DOUBLE_EQ(*made.median_score, 97.5);
  EXPECT_DOUBLE_EQ(group(made, "m").scoring->rate, 2.0 / 3);
  EXPECT_DOUBLE_EQ(*group(made, "w").scoring->ratio, 0.5);
  EXPECT_FALSE(group(made, "w").selection);
}

TEST(Fairness, ExposureIsAttentionBesideShare) {
  const FairnessAudit made = audit({"sex"}, scored("mw")).value();
  const double second = 1 / std::log2(3.0);
  EXPECT_THAT(*group(made, "m").exposure, DoubleNear(1 / ((1 + second) / 2), 1e-12));
  EXPECT_THAT(*group(made, "w").exposure, DoubleNear(second / ((1 + second) / 2), 1e-12));
}

TEST(Fairness, EqualScoresGetEqualAttention) {
  std::vector<FairnessRow> rows = scored("mwmwmw");
  for (FairnessRow& row : rows) row.score = 3;
  const FairnessAudit made = audit({"sex"}, rows).value();
  EXPECT_THAT(*group(made, "m").exposure, DoubleNear(1, 1e-12));
  EXPECT_THAT(*group(made, "w").exposure, DoubleNear(1, 1e-12));
}

TEST(Fairness, TestsTheRankingForTheGroupThatIsChosen) {
  FairnessOptions options;
  options.protected_group = GroupName{"sex", "w"};
  const FairnessAudit low = audit({"sex"}, scored("mmmmmmmmmmmmmmmwwwww"), options).value();
  ASSERT_EQ(low.rankings.size(), 1U);
  EXPECT_DOUBLE_EQ(low.rankings.front().test.proportion, 0.25);
  EXPECT_EQ(low.rankings.front().test.fails_at, 9U);
  EXPECT_TRUE(audit({"sex"}, scored("mwmmmwmmmwmmmwmmmwmm"), options).value().rankings.front().test.passes());
}

TEST(Fairness, WithoutAChoiceTestsEachGroupUnderHalf) {
  const FairnessAudit made = audit({"sex"}, scored("mmmmmmmmmmmmmmmwwwww")).value();
  ASSERT_EQ(made.rankings.size(), 1U);
  EXPECT_EQ(made.rankings.front().group, (GroupName{"sex", "w"}));
}

TEST(Fairness, RowsInOrderAreARankingWithoutScores) {
  std::vector<FairnessRow> rows = scored("mw");
  for (FairnessRow& row : rows) row.score.reset();
  FairnessOptions options;
  options.ranked = true;
  EXPECT_GT(*group(audit({"sex"}, rows, options).value(), "m").exposure, 1);
}

TEST(Fairness, SaysWhichRowLacksWhatTheOthersHave) {
  std::vector<FairnessRow> rows = invited();
  rows[3].selected.reset();
  EXPECT_EQ(audit({"sex"}, rows).error(), (Error{ErrorCode::missing_member, "rows[3].selected"}));
  rows = invited();
  rows[5].score = 1;
  EXPECT_EQ(audit({"sex"}, rows).error(), (Error{ErrorCode::missing_member, "rows[0].score"}));
  rows = scored("mw");
  for (FairnessRow& row : rows) row.score.reset();
  EXPECT_EQ(audit({"sex"}, rows).error(), (Error{ErrorCode::missing_member, "rows[0].selected"}));
}

TEST(Fairness, RefusesWhatIsNoGroup) {
  std::vector<FairnessRow> rows;
  for (std::size_t i = 0; i <= kMostValues; ++i) add(rows, 1, {std::to_string(i)}, true);
  EXPECT_EQ(audit({"number"}, rows).error(), (Error{ErrorCode::out_of_range, "group.number"}));
}

TEST(Fairness, RefusesAProtectedGroupThatIsNotThere) {
  FairnessOptions options;
  options.protected_group = GroupName{"sex", "x"};
  EXPECT_EQ(audit({"sex"}, scored("mw"), options).error().code, ErrorCode::unknown_value);
  options.protected_group = GroupName{"sex", "woman"};
  EXPECT_EQ(audit({"sex"}, invited(), options).error(), (Error{ErrorCode::missing_member, "rows[0].score"}));
}

TEST(Fairness, OfNobodyThereIsNothingToSay) { EXPECT_TRUE(audit({}, {}).value().groups.empty()); }

}  // namespace
}  // namespace collega::statistics
