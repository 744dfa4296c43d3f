// A decision that is looked at again: both stay on record, and the candidate is told both.

#include "desk_test_support.h"

namespace collega::hiring {
namespace {

using namespace testing_support;

class ReopeningTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    switch_on("hiring.match");
    vacancy_ = frozen().at("row").at("vacancy");
    const auto carla = to_json(std::vector<std::string>{file("carla.md", kDenied)});
    const Json added = done("hiring.add_candidates", {{"vacancy", vacancy_}, {"files", carla}});
    carla_ = added.at("files").at(0).at("application");
    open();
  }
  Json open() { return done("hiring.candidate", {{"application", carla_}}); }
  Json decide(const char* verdict, const char* reason) {
    return done("hiring.decide", {{"application", carla_}, {"verdict", verdict}, {"reason", reason}});
  }
  JsonObject again(const char* reason = "Rijbewijs gehaald in oktober.") {
    return {{"application", carla_}, {"reason", reason}};
  }

  Json vacancy_, carla_;
};
COLLEGA_ON_EVERY_STORE(ReopeningTest);

TEST_P(ReopeningTest, ANewDecisionFollowsAndBothStay) {
  decide("turn_down", "Geen rijbewijs.");
  const Json before = open();
  EXPECT_EQ(before.at("may_reopen"), true);
  const Json opened = done("hiring.reopen_decision", again());
  EXPECT_EQ(text(opened, "stage"), "received");
  EXPECT_FALSE(opened.as_object().contains("verdict"));
  const Json shown = open();
  EXPECT_EQ(shown.at("may_decide"), true);
  EXPECT_EQ(shown.at("may_reopen"), false);
  EXPECT_NE(shown.at("proposal"), before.at("proposal"));
  decide("invite", "Rijbewijs is gehaald.");
  const Json decisions = open().at("decisions");
  ASSERT_THAT(decisions.as_array(), SizeIs(2));
  EXPECT_EQ(text(decisions.at(0), "verdict"), "turn_down");
  EXPECT_EQ(text(decisions.at(0).at("reopened"), "reason"), "Rijbewijs gehaald in oktober.");
  EXPECT_EQ(text(decisions.at(1), "verdict"), "invite");
  EXPECT_FALSE(decisions.at(1).as_object().contains("reopened"));
  EXPECT_EQ(text(open(), "stage"), "invited");
}

TEST_P(ReopeningTest, WhatWasSeenIsNoBlindSample) {
  decide("turn_down", "Geen rijbewijs.");
  records_->blind_one_in = 1;
  done("hiring.reopen_decision", again());
  const Json shown = open();
  EXPECT_EQ(text(shown, "group"), "contradicted");
  EXPECT_EQ(shown.at("may_decide"), true);
}

TEST_P(ReopeningTest, TakesAReason) {
  decide("turn_down", "Geen rijbewijs.");
  EXPECT_EQ(code("hiring.reopen_decision", again(" ")), ErrorCode::reason_missing);
  EXPECT_EQ(text(open(), "verdict"), "turn_down");
}

TEST_P(ReopeningTest, WhatIsNotDecidedIsNotOpenedAgain) {
  EXPECT_EQ(code("hiring.reopen_decision", again()), ErrorCode::decision_none);
  decide("hold", "Even wachten.");
  EXPECT_EQ(code("hiring.reopen_decision", again()), ErrorCode::decision_none);
}

TEST_P(ReopeningTest, IsForWhoDecides) {
  decide("turn_down", "Geen rijbewijs.");
  EXPECT_EQ(code(boss(), "hiring.reopen_decision", again()), ErrorCode::not_allowed);
}

TEST_P(ReopeningTest, IsNoLongerPossibleInAClosedProcedureWhichIsSaid) {
  decide("turn_down", "Geen rijbewijs.");
  EXPECT_EQ(open().as_object().count("closed_on"), 0);
  done("hiring.close_vacancy", {{"vacancy", vacancy_}, {"version", 3}});
  EXPECT_EQ(code("hiring.reopen_decision", again()), ErrorCode::vacancy_closed);
  EXPECT_EQ(open().at("may_reopen"), false);
  EXPECT_EQ(text(open(), "closed_on"), to_string(kDay));
  EXPECT_EQ(text(open(), "verdict"), "turn_down");
}

TEST_P(ReopeningTest, AClosedProcedureLeavesNothingToDecide) {
  const auto waiting = [&] { return done("proposals.waiting", {}).at("mine").as_int64(); };
  ASSERT_GT(waiting(), 0);
  done("hiring.close_vacancy", {{"vacancy", vacancy_}, {"version", 3}});
  EXPECT_EQ(waiting(), 0);
  EXPECT_EQ(text(open(), "proposal_status"), "expired");
}

TEST_P(ReopeningTest, TheCandidateIsToldTheDecisionAndThatItIsLookedAtAgain) {
  decide("turn_down", "Geen rijbewijs.");
  const std::string token = text(done("hiring.make_link", {{"application", carla_}}), "token");
  done("hiring.reopen_decision", again());
  const Json seen = ask(identity::nobody(kDay), "hiring.by_link", {{"token", token}}).value();
  ASSERT_THAT(seen.at("decisions").as_array(), SizeIs(1));
  EXPECT_EQ(text(seen.at("decisions").at(0).at("reopened"), "reason"), "Rijbewijs gehaald in oktober.");
  EXPECT_EQ(text(seen, "stage"), "ontvangen");
  EXPECT_THAT(std::string{seen.at("limits").at(0).as_string()}, HasSubstr("uw papieren"));
}

TEST_P(ReopeningTest, AProposalLeadsToItsCandidate) {
  const Json proposal = open().at("proposal");
  EXPECT_EQ(done("hiring.of_proposal", {{"proposal", proposal}}).at("application"), carla_);
  EXPECT_EQ(code(tech_recruiter(), "hiring.of_proposal", {{"proposal", proposal}}), ErrorCode::unknown_proposal);
}

}  // namespace
}  // namespace collega::hiring
