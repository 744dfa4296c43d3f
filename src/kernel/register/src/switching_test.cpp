#include "register_test_support.h"

namespace collega::ai_register {
namespace {

constexpr State kStates[] = {State::off, State::pilot, State::on};

class SwitchingTest : public RegisterTest {
 protected:
  /// Brings the use to `state`, which takes its conditions.
  void bring_to(const Use& use, State wanted) {
    record_all(use);
    if (state(use) > wanted) must(ask(use, wanted, as(anna)));
    while (state(use) < wanted) raise(use, static_cast<State>(static_cast<int>(state(use)) + 1));
  }
  void take_notice_back(const Use& use) {
    must(take_back(write(), use, Condition::notice, "het bericht klopte niet", as(anna), kNow));
  }
  void let_notice_end(const Use& use) {
    Proof notice = proof(Condition::notice);
    notice.ends = 2026y / 11 / 24;
    must(complete(write(), use, notice, as(anna), kNow));
  }
  static identity::Asker a_day_later(identity::AccountId account) {
    return as(account, {identity::Role::privacy_coordinator}, 2026y / 11 / 24);
  }
  std::vector<SwitchStatus> statuses(const Use& use, Moment now = kNow) {
    std::vector<SwitchStatus> all;
    for (const Switch& one : must(switches_of(write(), use, now))) all.push_back(one.status);
    return all;
  }
};
COLLEGA_ON_EVERY_STORE(SwitchingTest);

TEST_P(SwitchingTest, GoesUpOneLevelAtATimeAndDownToAny) {
  for (const Use* use : {&kMatch, &kDraft}) {
    for (const State from : kStates) {
      for (const State to : kStates) {
        SCOPED_TRACE(std::string{use->name} + " " + std::string{name_of(from)} + " to " + std::string{name_of(to)});
        bring_to(*use, from);
        const bool is_down = to < from;
        const bool is_one_up = static_cast<int>(to) == static_cast<int>(from) + 1;
        const bool waits = is_one_up && use->risk == Risk::high;
        const Result<Switch> answer = ask(*use, to, as(anna));
        EXPECT_EQ(code(answer), is_down || is_one_up ? "ok" : "switch_no_step");
        EXPECT_EQ(state(*use), is_down || (is_one_up && !waits) ? to : from);
        if (waits) must(withdraw_switch(write(), *use, answer.value().id, "toch niet", as(anna), kNow));
      }
    }
  }
}

TEST_P(SwitchingTest, LetsAMinimalRiskGoOnAndOffByOnePersonWithoutAnything) {
  EXPECT_EQ(must(ask(kCount, State::off, as(anna))).status, SwitchStatus::done);
  EXPECT_FALSE(runs(kCount));
  EXPECT_EQ(must(ask(kCount, State::on, as(anna))).status, SwitchStatus::done);
  EXPECT_TRUE(runs(kCount));
}

TEST_P(SwitchingTest, LeavesTheRegisterItselfOn) {
  Use own = kCount;
  own.name = "register.switch";
  EXPECT_EQ(code(ask(own, State::off, as(anna))), "switch_no_step");
  EXPECT_TRUE(runs(own));
}

TEST_P(SwitchingTest, GoesUpOnlyWithEveryConditionMet) {
  for (const Use* use : {&kDraft, &kMatch}) {
    for (const Condition left_out : conditions_of(use->risk, true)) {
      SCOPED_TRACE(std::string{use->name} + " without " + std::string{name_of(left_out)});
      record_all(*use);
      must(take_back(write(), *use, left_out, "nog niet rond", as(anna), kNow));
      const Result<Switch> answer = ask(*use, State::pilot, as(anna));
      ASSERT_EQ(code(answer), "use_lacks_conditions");
      EXPECT_THAT(answer.error().where, HasSubstr(in_words(left_out, Language::nl)));
      EXPECT_EQ(state(*use), State::off);
    }
  }
}

TEST_P(SwitchingTest, GoesFromPilotToOnOnlyWhileTheConditionsHold) {
  bring_to(kMatch, State::pilot);
  let_notice_end(kMatch);
  EXPECT_EQ(code(ask(kMatch, State::on, a_day_later(anna))), "use_lacks_conditions");
  EXPECT_EQ(must(ask(kMatch, State::on, as(anna))).status, SwitchStatus::waiting);
}

TEST_P(SwitchingTest, WaitsForAnotherPersonWhenTheRiskIsHigh) {
  record_all(kMatch);
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  EXPECT_EQ(asked.status, SwitchStatus::waiting);
  EXPECT_EQ(state(kMatch), State::off);
  EXPECT_EQ(code(decide(kMatch, asked.id, SecondOpinion::agree, as(anna))), "switch_own");
  EXPECT_EQ(code(decide(kMatch, asked.id, SecondOpinion::refuse, as(anna))), "switch_own");
  EXPECT_EQ(state(kMatch), State::off);
  const Switch done = must(decide(kMatch, asked.id, SecondOpinion::agree, as(bram)));
  EXPECT_EQ(done.status, SwitchStatus::done);
  EXPECT_EQ(done.decided_by, bram);
  EXPECT_EQ(state(kMatch), State::pilot);
}

TEST_P(SwitchingTest, KnowsTheSamePersonByTheirKeyToo) {
  record_all(kMatch);
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  identity::Asker by_key = as(anna);
  by_key.kind = identity::AskerKind::personal_key;
  EXPECT_EQ(code(decide(kMatch, asked.id, SecondOpinion::agree, by_key)), "switch_own");
}

TEST_P(SwitchingTest, TakesNoProgramAndNobodyUnknownForAPerson) {
  using identity::AskerKind;
  record_all(kMatch);
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  for (const AskerKind kind :
       {AskerKind::none, AskerKind::app_key, AskerKind::job, AskerKind::local_operator, AskerKind::system}) {
    identity::Asker asker = as(bram);
    asker.kind = kind;
    EXPECT_EQ(code(decide(kMatch, asked.id, SecondOpinion::agree, asker)), "own_account_needed") << name_of(kind);
    EXPECT_EQ(code(ask(kMatch, State::pilot, asker)), "own_account_needed") << name_of(kind);
  }
  identity::Asker without_account = as({});
  EXPECT_EQ(code(decide(kMatch, asked.id, SecondOpinion::agree, without_account)), "own_account_needed");
}

TEST_P(SwitchingTest, StaysAsItIsWhenTheSecondPersonRefuses) {
  record_all(kMatch);
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  EXPECT_EQ(code(decide_switch(write(), kMatch, asked.id, SecondOpinion::refuse, "", as(bram), kNow, Language::nl)),
            "reason_missing");
  const Switch refused = must(decide(kMatch, asked.id, SecondOpinion::refuse, as(bram)));
  EXPECT_EQ(refused.status, SwitchStatus::refused);
  EXPECT_EQ(refused.decided_reason, "nagelopen");
  EXPECT_EQ(state(kMatch), State::off);
  EXPECT_EQ(must(ask(kMatch, State::pilot, as(bram))).status, SwitchStatus::waiting);
}

TEST_P(SwitchingTest, IsDecidedOnceAndTellsTheNextWhatBecameOfIt) {
  record_all(kMatch);
  const auto carla = account("carla");
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  must(decide(kMatch, asked.id, SecondOpinion::refuse, as(bram)));
  const Result<Switch> late = decide(kMatch, asked.id, SecondOpinion::agree, as(carla));
  EXPECT_EQ(code(late), "switch_over");
  EXPECT_EQ(late.error().where, "refused");
  EXPECT_EQ(code(decide(kMatch, SwitchId{42}, SecondOpinion::agree, as(carla))), "unknown_switch");
  EXPECT_EQ(code(decide(kDraft, asked.id, SecondOpinion::agree, as(carla))), "unknown_switch");
}

TEST_P(SwitchingTest, LooksAtTheConditionsAnewWhenTheSecondPersonAgrees) {
  record_all(kMatch);
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  take_notice_back(kMatch);
  EXPECT_EQ(code(decide(kMatch, asked.id, SecondOpinion::agree, as(bram))), "use_lacks_conditions");
  EXPECT_EQ(state(kMatch), State::off);
  record(kMatch, Condition::notice);
  must(decide(kMatch, asked.id, SecondOpinion::agree, as(bram)));
  EXPECT_EQ(state(kMatch), State::pilot);
}

TEST_P(SwitchingTest, SeesAConditionThatEndedWhileItWaited) {
  record_all(kMatch);
  let_notice_end(kMatch);
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  EXPECT_EQ(code(decide(kMatch, asked.id, SecondOpinion::agree, a_day_later(bram))), "use_lacks_conditions");
}

TEST_P(SwitchingTest, CanStillBeRefusedWhileAConditionIsMissing) {
  record_all(kMatch);
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  take_notice_back(kMatch);
  EXPECT_EQ(must(decide(kMatch, asked.id, SecondOpinion::refuse, as(bram))).status, SwitchStatus::refused);
}

TEST_P(SwitchingTest, ExpiresAfterTwoWeeks) {
  record_all(kMatch);
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  EXPECT_EQ(asked.ends_at, kNow + kSwitchWaits);
  const Moment late = kNow + kSwitchWaits;
  EXPECT_TRUE(must(waiting_switch(write(), kMatch, late - 1ms)));
  EXPECT_FALSE(must(waiting_switch(write(), kMatch, late)));
  EXPECT_THAT(must(waiting_switches(write(), late)), IsEmpty());
  const Result<Switch> answer = decide(kMatch, asked.id, SecondOpinion::agree, as(bram), late);
  EXPECT_EQ(code(answer), "switch_over");
  EXPECT_EQ(answer.error().where, "expired");
  EXPECT_EQ(must(ask(kMatch, State::pilot, as(bram), late)).status, SwitchStatus::waiting);
  EXPECT_THAT(statuses(kMatch, late), ElementsAre(SwitchStatus::waiting, SwitchStatus::expired));
}

TEST_P(SwitchingTest, WaitsOneAtATime) {
  record_all(kMatch);
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  const Result<Switch> again = ask(kMatch, State::pilot, as(bram));
  EXPECT_EQ(code(again), "switch_waits");
  EXPECT_EQ(again.error().where, to_string(asked.id));
}

TEST_P(SwitchingTest, GoesDownAtOnceByOnePersonAlsoWithConditionsMissingAndOvertakesWhatWaits) {
  bring_to(kMatch, State::pilot);
  const Switch asked = must(ask(kMatch, State::on, as(anna)));
  take_notice_back(kMatch);
  EXPECT_EQ(must(ask(kMatch, State::off, identity::local_operator(kToday))).status, SwitchStatus::done);
  EXPECT_EQ(state(kMatch), State::off);
  record(kMatch, Condition::notice);
  const Result<Switch> answer = decide(kMatch, asked.id, SecondOpinion::agree, as(bram));
  EXPECT_EQ(code(answer), "switch_over");
  EXPECT_EQ(answer.error().where, "overtaken");
}

TEST_P(SwitchingTest, IsTakenBackByWhoAskedAndByNobodyElse) {
  record_all(kMatch);
  const Switch asked = must(ask(kMatch, State::pilot, as(anna)));
  EXPECT_EQ(code(withdraw_switch(write(), kMatch, asked.id, "toch niet", as(bram), kNow)), "unknown_switch");
  EXPECT_EQ(code(withdraw_switch(write(), kMatch, asked.id, "", as(anna), kNow)), "reason_missing");
  EXPECT_EQ(must(withdraw_switch(write(), kMatch, asked.id, "toch niet", as(anna), kNow)).status,
            SwitchStatus::withdrawn);
  EXPECT_EQ(code(decide(kMatch, asked.id, SecondOpinion::agree, as(bram))), "switch_over");
}

TEST_P(SwitchingTest, WantsAReasonThatCanBeRead) {
  const auto switching = [&](const std::string& reason) {
    return code(switch_use(write(), kCount, State::off, reason, as(anna), kNow, Language::nl));
  };
  EXPECT_EQ(switching(" \n"), "reason_missing");
  EXPECT_EQ(switching(std::string(kLongestText + 1, 'x')), "out_of_range");
  EXPECT_EQ(switching("a\x01"), "wrong_type");
  EXPECT_EQ(switching("\xff"), "bad_utf8");
  EXPECT_EQ(state(kCount), State::on);
}

TEST_P(SwitchingTest, KeepsTheHistoryOfAllWithWhoAndWhy) {
  bring_to(kMatch, State::pilot);
  must(ask(kMatch, State::off, as(bram), kNow + 1h));
  const std::vector<Switch> all = must(switches_of(write(), kMatch, kNow));
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].asked_by, bram);
  EXPECT_EQ(all[0].asked_at, kNow + 1h);
  EXPECT_EQ(all[0].from, State::pilot);
  EXPECT_EQ(all[0].to, State::off);
  EXPECT_EQ(all[1].asked_by, anna);
  EXPECT_EQ(all[1].asked_reason, "nodig voor de werving");
  EXPECT_EQ(all[1].decided_by, bram);
  EXPECT_EQ(all[1].decided_at, kNow);
  EXPECT_EQ(all[1].risk, Risk::high);
}

TEST_P(SwitchingTest, ListsWhatWaitsOfEveryUse) {
  Use other = kMatch;
  other.name = "hiring.preselect";
  record_all(kMatch);
  record_all(other);
  must(ask(other, State::pilot, as(anna), kNow));
  must(ask(kMatch, State::pilot, as(anna), kNow + 1min));
  const std::vector<Switch> waiting = must(waiting_switches(write(), kNow + 1h));
  ASSERT_THAT(waiting, SizeIs(2));
  EXPECT_EQ(waiting[0].use, "hiring.preselect");
  EXPECT_EQ(waiting[1].use, "hiring.match");
}

TEST_P(SwitchingTest, DoesNotAgreeToAUseThatGrewHeavierMeanwhile) {
  Use lighter = kMatch;
  lighter.risk = Risk::limited;
  record_all(lighter);
  raise(lighter, State::pilot);
  record_all(kMatch);
  EXPECT_EQ(must(ask(kMatch, State::pilot, as(anna))).from, State::off);
  EXPECT_EQ(state(kMatch), State::off);
}

}  // namespace
}  // namespace collega::ai_register
