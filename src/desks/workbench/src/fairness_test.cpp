#include "fairness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::workbench {
namespace {

using testing::AllOf;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Of {
  std::size_t selected, not_selected;
};

FairnessRequest request_of(const std::vector<std::pair<Json, Of>>& groups) {
  FairnessRequest request;
  for (const auto& [group, count] : groups) {
    for (std::size_t i = 0; i < count.selected; ++i) request.rows.push_back({group, {}, true, {}});
    for (std::size_t i = 0; i < count.not_selected; ++i) request.rows.push_back({group, {}, false, {}});
  }
  return request;
}

Json sex(std::string_view value) { return JsonObject{{"sex", value}}; }

FairnessRequest invited() { return request_of({{sex("m"), {50, 50}}, {sex("f"), {30, 70}}}); }

std::vector<FairnessFindingKind> kinds_of(const FairnessAnswer& answer) {
  std::vector<FairnessFindingKind> kinds;
  for (const FairnessFinding& finding : answer.findings) kinds.push_back(finding.kind);
  return kinds;
}

TEST(Fairness, TellsTheSignalInDutchAndInEnglish) {
  FairnessRequest request = invited();
  EXPECT_THAT(
      fairness(request, Language::nl).value().findings.at(0).text,
      AllOf(HasSubstr("Van f (sex) is 30% gekozen (30 van 100), van m (sex) 50% (50 van 100): een verhouding van 0,60"),
            HasSubstr("geen oordeel")));
  request.language = Language::en;
  EXPECT_THAT(fairness(request, Language::nl).value().findings.at(0).text,
              AllOf(HasSubstr("Of f (sex), 30% were selected (30 of 100), of m (sex) 50% (50 of 100): a ratio of 0.60"),
                    HasSubstr("no verdict: Dutch law knows no such threshold")));
}

TEST(Fairness, WritesAFigureThatIsNotDefinedAsNull) {
  const Json group = to_json(fairness(request_of({{sex("m"), {0, 3}}}), Language::en).value()).at("groups").at(0);
  EXPECT_TRUE(group.at("impact_ratio").is_null());
  EXPECT_TRUE(group.at("interval").is_null());
  EXPECT_EQ(group.at("selection_rate").to_number<double>(), 0);
}

TEST(Fairness, GivesARatioWithItsInterval) {
  const GroupAnswer women = fairness(invited(), Language::en).value().groups.at(0);
  EXPECT_EQ(women.value, "f");
  EXPECT_THAT(*women.impact_ratio, DoubleNear(0.6, 1e-12));
  EXPECT_LT(women.interval->at(0), 0.6);
  EXPECT_GT(women.interval->at(1), 0.6);
}

TEST(Fairness, SaysWhenADifferenceMayBeChance) {
  const auto text = [](const FairnessRequest& request) {
    return fairness(request, Language::en).value().findings.at(0).text;
  };
  EXPECT_THAT(text(request_of({{sex("m"), {5, 5}}, {sex("f"), {3, 7}}})), HasSubstr("may be chance"));
  EXPECT_THAT(text(request_of({{sex("m"), {500, 500}}, {sex("f"), {300, 700}}})),
              HasSubstr("unlikely (probability under 0.001)"));
}

TEST(Fairness, SaysWhenTheHighestGroupIsSmall) {
  EXPECT_THAT(
      fairness(request_of({{sex("m"), {9, 1}}, {sex("f"), {30, 70}}}), Language::en).value().findings.at(0).text,
      HasSubstr("The highest group, m (sex), has only 10 people."));
}

TEST(Fairness, WhereNothingStandsOutSaysThatThisProvesNothing) {
  EXPECT_THAT(kinds_of(fairness(request_of({{sex("m"), {50, 50}}, {sex("f"), {48, 52}}}), Language::en).value()),
              ElementsAre(FairnessFindingKind::no_signal));
}

TEST(Fairness, ReportsWhoIsFewAndWhoIsLeftOut) {
  const FairnessAnswer answer =
      fairness(request_of({{sex("m"), {90, 10}}, {sex("f"), {18, 2}}, {sex("x"), {0, 1}}}), Language::en).value();
  EXPECT_THAT(kinds_of(answer), ElementsAre(FairnessFindingKind::no_signal, FairnessFindingKind::small_group,
                                            FairnessFindingKind::left_out));
  EXPECT_EQ(answer.groups.size(), 3U);
}

TEST(Fairness, ReportsWhoStatesNothing) {
  FairnessRequest request = invited();
  request.rows.push_back({JsonObject{{"sex", nullptr}}, {}, true, {}});
  request.rows.push_back({JsonObject{}, {}, true, {}});
  const FairnessAnswer answer = fairness(request, Language::en).value();
  EXPECT_EQ(answer.attributes.at(0).not_stated, 2);
  EXPECT_THAT(kinds_of(answer), testing::Contains(FairnessFindingKind::not_stated));
}

TEST(Fairness, TellsWhereARankingHasTooFew) {
  FairnessRequest request;
  for (int place = 0; place < 20; ++place) request.rows.push_back({sex(place < 15 ? "m" : "f"), 100.0 - place, {}, {}});
  request.protected_group = ProtectedGroup{"sex", "f"};
  const FairnessAnswer answer = fairness(request, Language::nl).value();
  const RankingAnswer& ranking = answer.rankings.at(0);
  EXPECT_EQ(ranking.fails_at, 9);
  EXPECT_DOUBLE_EQ(ranking.adjusted.alpha, 0.078125);
  EXPECT_THAT(ranking.unadjusted.failure_probability_published, DoubleNear(0.115175, 1e-6));
  const auto low = std::ranges::find(answer.findings, FairnessFindingKind::ranked_low, &FairnessFinding::kind);
  ASSERT_NE(low, answer.findings.end());
  EXPECT_EQ(
      low->text,
      "In de eerste 9 plaatsen staan 0 van f (sex); de toets verwacht er ten minste 1 bij een aandeel van 25%. Een "
      "eerlijke rangschikking zakt voor deze toets in 10,5% van de gevallen.");
}

TEST(Fairness, NumbersAndTruthsAreGroupsToo) {
  const FairnessAnswer answer =
      fairness(request_of({{JsonObject{{"disabled", true}, {"grade", 3}}, {1, 1}}}), Language::en).value();
  EXPECT_EQ(answer.groups.at(0).value, "true");
  EXPECT_EQ(answer.groups.at(1).value, "3");
  EXPECT_EQ(answer.intersections.at(0).value, "true × 3");
}

TEST(Fairness, SaysWhereTheInputIsWrong) {
  FairnessRequest request = invited();
  request.rows.at(2).group = "f";
  EXPECT_EQ(fairness(request, Language::en).error(), (Error{ErrorCode::wrong_type, "rows[2].group: object"}));
  request.rows.at(2).group = JsonObject{{"sex", JsonArray{}}};
  EXPECT_EQ(fairness(request, Language::en).error().where, "rows[2].group.sex: text, number, true or false");
}

TEST(Fairness, OfNoRowsSaysSo) {
  const FairnessAnswer answer = fairness({}, Language::en).value();
  EXPECT_THAT(kinds_of(answer), ElementsAre(FairnessFindingKind::no_rows));
  EXPECT_THAT(answer.groups, IsEmpty());
  EXPECT_THAT(answer.limits, Not(IsEmpty()));
}

}  // namespace
}  // namespace collega::workbench
