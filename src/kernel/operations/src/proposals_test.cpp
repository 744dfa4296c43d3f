// Proposals, and the one decision on each.

#include "collega/operations/proposals.h"

#include <thread>

#include "office_test_support.h"

namespace collega::operations {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

class ProposalsTest : public OfficeTest {
 protected:
  ProposalId propose(people::PersonId about, std::string_view text = "brief") {
    const Answer answer = ask(asker("adviser"), "notes.propose", about, text).value();
    return Word<ProposalId>::parse(answer.output.at("proposal").as_string()).value();
  }
  Result<Answer> decide_on(const identity::Asker& who, ProposalId proposal, std::string_view outcome = "accepted",
                           std::string_view reason = "Past bij het gesprek.",
                           std::optional<std::string_view> amended = {}) {
    JsonObject input{{"proposal", to_string(proposal)}, {"outcome", outcome}, {"reason", reason}};
    if (amended) input["amended"] = *amended;
    return office_->ask(who, {.operation = "proposals.decide", .input = std::move(input)});
  }
  Json tray(const identity::Asker& who) {
    return office_->ask(who, {.operation = "proposals.list", .input = JsonObject{}})->output.at("proposals");
  }
};
COLLEGA_ON_EVERY_STORE(ProposalsTest);

TEST_P(ProposalsTest, WaitInTheTrayOfThoseWhoDecide) {
  propose(anna_);
  propose(carl_);
  EXPECT_THAT(tray(asker("adviser2")).as_array(), SizeIs(2));
  EXPECT_THAT(tray(asker("boss")).as_array(), SizeIs(1));  // of their own people
  EXPECT_THAT(tray(asker("anna")).as_array(), SizeIs(0));
  EXPECT_THAT(tray(asker("fg")).as_array(), SizeIs(0));
}

TEST_P(ProposalsTest, ADecisionIsTakenAndWhatFollowsIsDone) {
  const ProposalId id = propose(anna_);
  const Answer answer = decide_on(asker("boss"), id).value();
  EXPECT_EQ(answer.output.at("proposal").at("status").as_string(), "accepted");
  EXPECT_EQ(answer.output.at("decision").at("by").as_string(), "boss");
  EXPECT_EQ(notes(), 1);
  EXPECT_EQ(entries().front().kind, ledger::Kind::decision);
}

TEST_P(ProposalsTest, DecliningSetsNothingInMotion) {
  ASSERT_TRUE(decide_on(asker("boss"), propose(anna_), "declined"));
  EXPECT_EQ(notes(), 0);
}

TEST_P(ProposalsTest, TheSecondIsToldWhoWasFirst) {
  const ProposalId id = propose(anna_);
  ASSERT_TRUE(decide_on(asker("boss"), id));
  const Result<Answer> second = decide_on(asker("adviser2"), id, "declined");
  ASSERT_EQ(code(second), ErrorCode::proposal_decided);
  EXPECT_THAT(second.error().where, HasSubstr("boss"));
  EXPECT_EQ(notes(), 1);
}

TEST_P(ProposalsTest, OfTwoAtOnceOneIsFirst) {
  const ProposalId id = propose(anna_);
  const identity::Asker boss = asker("boss");
  const identity::Asker adviser = asker("adviser2");
  std::atomic<int> taken = 0;
  std::vector<std::thread> deciders;
  for (int i = 0; i < 8; ++i) {
    deciders.emplace_back([&, i] { taken += decide_on(i % 2 ? boss : adviser, id).ok() ? 1 : 0; });
  }
  for (std::thread& decider : deciders) decider.join();
  EXPECT_EQ(taken, 1);
  EXPECT_EQ(notes(), 1);
}

TEST_P(ProposalsTest, AReasonIsWords) {
  const ProposalId id = propose(anna_);
  EXPECT_EQ(code(decide_on(asker("boss"), id, "accepted", " \n")), ErrorCode::reason_missing);
  EXPECT_EQ(code(decide_on(asker("boss"), id, "amended")), ErrorCode::missing_member);
  EXPECT_TRUE(decide_on(asker("boss"), id, "amended", "Vriendelijker.", "andere brief"));
}

TEST_P(ProposalsTest, WhatCannotFollowUndoesTheDecision) {
  const ProposalId id = propose(anna_);
  EXPECT_EQ(code(decide_on(asker("boss"), id, "amended", "Anders.", "kan niet")), ErrorCode::out_of_range);
  EXPECT_EQ(notes(), 0);
  EXPECT_TRUE(decide_on(asker("boss"), id));
}

TEST_P(ProposalsTest, WhoHasNoSayIsToldSo) {
  const ProposalId id = propose(carl_);
  EXPECT_EQ(code(decide_on(asker("boss"), id)), ErrorCode::unknown_proposal);
  EXPECT_EQ(code(decide_on(asker("anna"), id)), ErrorCode::unknown_proposal);
  EXPECT_EQ(code(decide_on(asker("fg"), id)), ErrorCode::not_allowed);  // reads everything, decides nothing
}

TEST_P(ProposalsTest, AProgramDoesNotDecide) {
  std::string key;
  {
    store::WriteTransaction write = store_->write().value();
    key = identity::make_key(write, adviser_, "test", {"proposals.*"}, kNow + 24h, kNow).value().key.view();
    ASSERT_TRUE(write.commit());
  }
  EXPECT_EQ(code(decide_on(office_->recognise({.key = key}).value(), propose(anna_))), ErrorCode::not_allowed);
}

TEST_P(ProposalsTest, Expire) {
  const ProposalId id = propose(anna_);
  now_ = kNow + 31 * 24h;
  EXPECT_EQ(code(decide_on(asker("boss"), id)), ErrorCode::proposal_expired);
  store::WriteTransaction write = store_->write().value();
  EXPECT_EQ(expire_proposals(write, now_).value(), 1);
}

TEST_P(ProposalsTest, GoWithThePersonTheyAreAbout) {
  ASSERT_TRUE(decide_on(asker("boss"), propose(anna_)));
  store::WriteTransaction write = store_->write().value();
  const std::vector<people::Holding> all = holdings();
  EXPECT_THAT(all.front().show(write, anna_).value(), SizeIs(1));
  EXPECT_EQ(all.front().erase(write, anna_).value(), 1);
  EXPECT_EQ(all.front().erase(write, anna_).value(), 0);
  EXPECT_EQ(write.first<std::int64_t>("select count(*) from decision").value(), 0);
}

TEST_P(ProposalsTest, HowTheyAreFollowedIsOnesOwnOrOfFive) {
  const auto follow = [&](const identity::Asker& who) {
    return office_->ask(who, {.operation = "proposals.follow", .input = JsonObject{{"operation", "notes.propose"}}})
        ->output;
  };
  ASSERT_TRUE(decide_on(asker("boss"), propose(anna_)));
  EXPECT_EQ(follow(asker("boss")).at("own").at("accepted").as_int64(), 1);
  EXPECT_FALSE(follow(asker("boss")).as_object().contains("together"));
  EXPECT_FALSE(follow(asker("fg")).as_object().contains("together"));
  for (const std::string name : {"a1", "a2", "a3", "a4"}) {
    account(name, Role::hr_adviser);
    ASSERT_TRUE(decide_on(asker(name), propose(anna_), "declined"));
  }
  const Json seen = follow(asker("fg"));
  EXPECT_EQ(seen.at("together").at("accepted").as_int64(), 1);
  EXPECT_EQ(seen.at("together").at("declined").as_int64(), 4);
}

TEST_P(ProposalsTest, ABlindOneIsShownAfterOnesOwnView) {
  const ProposalId id = propose(anna_, "blind");
  const identity::Asker boss = asker("boss");
  const Json waiting = tray(boss).at(0);
  EXPECT_TRUE(waiting.at("own_view_first").as_bool());
  EXPECT_THAT(waiting.at("proposal").at("findings").as_array(), SizeIs(0));
  EXPECT_EQ(code(decide_on(boss, id)), ErrorCode::own_view_first);

  ASSERT_TRUE(ask(boss, "notes.view", anna_, "zo"));
  EXPECT_THAT(tray(boss).at(0).at("proposal").at("findings").as_array(), SizeIs(1));
  EXPECT_TRUE(tray(asker("adviser2")).at(0).at("own_view_first").as_bool());  // each has a view of their own
  EXPECT_TRUE(decide_on(boss, id));
}

TEST_P(ProposalsTest, AreDrawnForTheBlindSample) {
  blind_one_in_ = 1;
  open_office();
  propose(anna_);
  EXPECT_TRUE(tray(asker("boss")).at(0).at("own_view_first").as_bool());
  const Records one_in_twenty{.store = *store_, .writer = "server", .clock = {}, .blind_one_in = 20};
  int drawn = 0;
  for (std::int64_t number = 1; number <= 20'000; ++number) drawn += is_drawn(one_in_twenty, number) ? 1 : 0;
  EXPECT_NEAR(drawn, 1'000, 100);  // more than three standard deviations
}

TEST_P(ProposalsTest, WithTheProposalInSightAndBlindAreCountedApart) {
  propose(anna_, "blind");
  const identity::Asker boss = asker("boss");
  ASSERT_TRUE(ask(boss, "notes.view", anna_, "anders"));
  ASSERT_TRUE(ask(boss, "notes.view", anna_, "zo"));  // the first one counts: by now they have seen it
  ASSERT_TRUE(decide_on(boss, propose(anna_), "amended", "Past.", "zo"));
  ASSERT_TRUE(decide_on(boss, propose(anna_), "amended", "Past.", "weet niet"));
  const Json own =
      office_->ask(boss, {.operation = "proposals.follow", .input = JsonObject{{"operation", "notes.propose"}}})
          ->output.at("own");
  EXPECT_EQ(own.at("in_sight").at("agreed").as_int64(), 1);
  EXPECT_EQ(own.at("in_sight").at("disagreed").as_int64(), 0);
  EXPECT_EQ(own.at("blind").at("agreed").as_int64(), 0);
  EXPECT_EQ(own.at("blind").at("disagreed").as_int64(), 1);
}

TEST_P(ProposalsTest, WhatOthersDecidedSinceIsCounted) {
  const auto news = [&](const identity::Asker& who, Moment since) {
    return to_text(
        office_->ask(who, {.operation = "proposals.news", .input = JsonObject{{"since", to_json(since)}}})->output);
  };
  const Moment before = now_.load();
  now_ = before + 1h;
  const ProposalId early = propose(anna_);
  const ProposalId late = propose(carl_);
  ASSERT_TRUE(decide_on(asker("adviser2"), late, "declined"));
  now_ = before + 3h;
  ASSERT_TRUE(decide_on(asker("adviser2"), early));
  EXPECT_EQ(news(asker("adviser"), before), R"({"accepted":1,"amended":0,"declined":1,"more":false})");
  EXPECT_EQ(news(asker("adviser"), before + 2h), R"({"accepted":1,"amended":0,"declined":0,"more":false})");
  EXPECT_EQ(news(asker("boss"), before),
            R"({"accepted":1,"amended":0,"declined":0,"more":false})");  // of their own people
  EXPECT_EQ(news(asker("adviser2"), before), R"({"accepted":0,"amended":0,"declined":0,"more":false})");
}

TEST_P(ProposalsTest, ThoseThatWaitAreCounted) {
  const auto waiting = [&](const identity::Asker& who) {
    return office_->ask(who, {.operation = "proposals.waiting", .input = JsonObject{}})->output.at("mine").as_int64();
  };
  const ProposalId id = propose(anna_);
  propose(carl_);
  EXPECT_EQ(waiting(asker("adviser2")), 2);
  EXPECT_EQ(waiting(asker("boss")), 1);
  EXPECT_EQ(waiting(asker("fg")), 0);
  ASSERT_TRUE(decide_on(asker("boss"), id));
  EXPECT_EQ(waiting(asker("boss")), 0);
}

}  // namespace
}  // namespace collega::operations
