#include "register_test_support.h"

namespace collega::ai_register {
namespace {

class GateTest : public RegisterTest {
 protected:
  void put_to_work(const Use& use) {
    record_all(use);
    raise(use, State::pilot);
  }
  void record_until(Condition condition, Date ends) {
    Proof one = proof(condition);
    one.ends = ends;
    must(complete(write(), kMatch, one, as(anna), kNow));
  }
  std::vector<Condition> asked(const Use& use) {
    std::vector<Condition> conditions;
    for (const Missing& one : judged(use).missing) conditions.push_back(one.condition);
    return conditions;
  }
};
COLLEGA_ON_EVERY_STORE(GateTest);

TEST_P(GateTest, AsksNothingOfAMinimalRiskALittleOfALimitedOneAndAllOfAHighOne) {
  EXPECT_THAT(asked(kCount), IsEmpty());
  EXPECT_THAT(asked(kDraft), ElementsAre(Condition::owner, Condition::notice));
  EXPECT_THAT(asked(kMatch),
              ElementsAre(Condition::owner, Condition::data_protection_assessment, Condition::works_council_consent,
                          Condition::notice, Condition::overseer, Condition::fundamental_rights_assessment));
}

TEST_P(GateTest, AsksTheFundamentalRightsAssessmentOfAPublicOrganisationOnly) {
  must(set_organisation(write(), {.is_public = false}, "een drukkerij", as(anna), kNow));
  put_to_work(kMatch);
  EXPECT_TRUE(runs(kMatch));
  must(set_organisation(write(), {.is_public = true}, "wij vervoeren nu leerlingen voor de gemeente", as(anna), kNow));
  EXPECT_THAT(asked(kMatch), ElementsAre(Condition::fundamental_rights_assessment));
  EXPECT_FALSE(runs(kMatch));
}

TEST_P(GateTest, OpensInPilotAndOnAndNotWhenOff) {
  record_all(kMatch);
  EXPECT_FALSE(runs(kMatch));
  raise(kMatch, State::pilot);
  EXPECT_TRUE(runs(kMatch));
  raise(kMatch, State::on);
  EXPECT_TRUE(runs(kMatch));
  must(ask(kMatch, State::off, as(anna)));
  EXPECT_FALSE(runs(kMatch));
}

TEST_P(GateTest, ClosesByItselfWhenAConditionEndsAndSaysWhich) {
  put_to_work(kMatch);
  record_until(Condition::works_council_consent, 2027y / 3 / 1);
  EXPECT_TRUE(runs(kMatch, 2027y / 2 / 28));
  EXPECT_THAT(judged(kMatch, 2027y / 3 / 1).missing,
              ElementsAre(Missing{Condition::works_council_consent, Lack::ended, Date{2027y / 3 / 1}}));
}

TEST_P(GateTest, ClosesWhenAConditionIsTakenBack) {
  put_to_work(kMatch);
  must(take_back(write(), kMatch, Condition::notice, "het bericht klopte niet", as(bram), kNow));
  EXPECT_THAT(judged(kMatch).missing, ElementsAre(Missing{Condition::notice, Lack::taken_back}));
  record(kMatch, Condition::notice);
  EXPECT_TRUE(runs(kMatch));
}

TEST_P(GateTest, ClosesWhenTheOverseerMayNoLongerComeIn) {
  put_to_work(kMatch);
  must(identity::disable(write(), anna));
  EXPECT_THAT(judged(kMatch).missing,
              ElementsAre(Missing{Condition::owner, Lack::nobody}, Missing{Condition::overseer, Lack::nobody}));
}

TEST_P(GateTest, ClosesOnTheDayTheOverseerIsNoLongerInService) {
  put_to_work(kMatch);
  Proof carla = proof(Condition::overseer);
  carla.account = account("carla", employee("1001", Date{2027y / 1 / 1}));
  must(complete(write(), kMatch, carla, as(anna), kNow));
  EXPECT_TRUE(runs(kMatch, 2026y / 12 / 31));
  EXPECT_THAT(judged(kMatch, 2027y / 1 / 1).missing, ElementsAre(Missing{Condition::overseer, Lack::nobody}));
}

TEST_P(GateTest, ClosesWhenTheDocumentIsNoLongerInForceOrIsRemoved) {
  put_to_work(kMatch);
  Proof paper = proof(Condition::data_protection_assessment);
  paper.document = document(Date{2027y / 1 / 1});
  must(complete(write(), kMatch, paper, as(anna), kNow));
  const auto gone = ElementsAre(Missing{Condition::data_protection_assessment, Lack::document_gone});
  EXPECT_TRUE(runs(kMatch, 2026y / 12 / 31));
  EXPECT_THAT(judged(kMatch, 2027y / 1 / 1).missing, gone);
  must(library::remove_document(write(), *paper.document));
  EXPECT_THAT(judged(kMatch).missing, gone);
}

TEST_P(GateTest, TreatsAUseThatGrewHeavierAsOffUntilItIsSwitchedAnew) {
  Use use = kMatch;
  use.risk = Risk::limited;
  record_all(use);
  raise(use, State::pilot);
  EXPECT_TRUE(runs(use));
  record_all(kMatch);
  EXPECT_EQ(judged(kMatch), (Verdict{State::off, {}}));
  raise(kMatch, State::pilot);
  EXPECT_TRUE(runs(kMatch));
  EXPECT_TRUE(runs(use));  // one that grew lighter goes on as it was
}

TEST_P(GateTest, KeepsTheConditionsOfOneUseApartFromThoseOfAnother) {
  Use other = kMatch;
  other.name = "hiring.preselect";
  put_to_work(kMatch);
  EXPECT_THAT(asked(other), SizeIs(6));
  EXPECT_EQ(state(other), State::off);
}

TEST_P(GateTest, JudgesAllAtOnceAsOneByOne) {
  put_to_work(kMatch);
  must(take_back(write(), kMatch, Condition::notice, "fout", as(bram), kNow));
  const std::vector<Use> uses{kCount, kMatch, kDraft};
  const std::vector<Verdict> all = must(verdicts(write(), uses, kToday));
  ASSERT_THAT(all, SizeIs(uses.size()));
  for (std::size_t i = 0; i < uses.size(); ++i) EXPECT_EQ(all[i], judged(uses[i])) << uses[i].name;
}

TEST_P(GateTest, TellsAPersonInTheirLanguageWhatIsMissing) {
  EXPECT_EQ(code(may_run(write(), kMatch, kToday, Language::nl)), "use_off");
  put_to_work(kMatch);
  EXPECT_EQ(code(may_run(write(), kMatch, kToday, Language::nl)), "ok");
  must(take_back(write(), kMatch, Condition::works_council_consent, "fout", as(bram), kNow));
  must(take_back(write(), kMatch, Condition::overseer, "fout", as(bram), kNow));
  const Error dutch = may_run(write(), kMatch, kToday, Language::nl).error();
  EXPECT_EQ(dutch.code, ErrorCode::use_lacks_conditions);
  EXPECT_EQ(
      dutch.where,
      "de instemming van de ondernemingsraad: ingetrokken (WOR art. 27 lid 1 onder k, WOR art. 27 lid 1 onder l); "
      "een persoon die toezicht houdt: ingetrokken (AI-verordening art. 26 lid 2)");
  EXPECT_THAT(may_run(write(), kMatch, kToday, Language::en).error().where,
              HasSubstr("the consent of the works council: taken back"));
  EXPECT_THROW(static_cast<void>(refusal(judged(kCount), kCount, Language::nl)), std::logic_error);
}

}  // namespace
}  // namespace collega::ai_register
