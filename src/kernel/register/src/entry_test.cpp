// Conditions, advice and the organisation: what is recorded, and what is refused.

#include "register_test_support.h"

namespace collega::ai_register {
namespace {

class EntryTest : public RegisterTest {
 protected:
  std::string refused(const Proof& proof) {
    const Result<Done> answer = complete(write(), kMatch, proof, as(anna), kNow);
    return answer ? "ok" : std::string{name_of(answer.error().code)} + " " + answer.error().where;
  }
};
COLLEGA_ON_EVERY_STORE(EntryTest);

TEST_P(EntryTest, StandsAsShippedWhileNothingIsKeptOfIt) {
  EXPECT_EQ(state(kMatch), State::off);
  EXPECT_EQ(state(kDraft), State::off);
  EXPECT_EQ(state(kCount), State::on);
  EXPECT_THAT(must(entry_of(write(), kMatch)).conditions, IsEmpty());
}

TEST_P(EntryTest, KeepsWhoRecordedAConditionWhenAndWithWhatProof) {
  Proof assessment = proof(Condition::data_protection_assessment);
  assessment.document = document();
  assessment.ends = 2028y / 1 / 1;
  must(complete(write(), kMatch, assessment, as(bram), kNow));
  const Recorded kept = must(entry_of(write(), kMatch)).conditions.at(0);
  EXPECT_EQ(kept.proof.condition, Condition::data_protection_assessment);
  EXPECT_EQ(kept.proof.date, Date{2026y / 11 / 1});
  EXPECT_EQ(kept.proof.ends, Date{2028y / 1 / 1});
  EXPECT_EQ(kept.proof.document, assessment.document);
  EXPECT_EQ(kept.proof.reference, "zaak 2026-114");
  EXPECT_EQ(kept.by, bram);
  EXPECT_EQ(kept.at, kNow);
}

TEST_P(EntryTest, KeepsWhatStoodThereBefore) {
  record(kMatch, Condition::notice);
  Proof later = proof(Condition::notice);
  later.reference = "intranet, 20 november";
  must(complete(write(), kMatch, later, as(bram), kNow));
  const std::vector<Recorded> conditions = must(entry_of(write(), kMatch)).conditions;
  ASSERT_THAT(conditions, SizeIs(1));
  EXPECT_EQ(conditions[0].proof.reference, "intranet, 20 november");
  const std::vector<Recorded> all = must(records_of(write(), kMatch));
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[1].proof.reference, "zaak 2026-114");
}

TEST_P(EntryTest, WantsAProofThatCanBeLookedUp) {
  Proof bare = proof(Condition::notice);
  bare.reference = "  ";
  EXPECT_EQ(refused(bare), "missing_member document");
  Proof wordy = proof(Condition::notice);
  wordy.reference = std::string(kLongestReference + 1, 'x');
  EXPECT_EQ(refused(wordy), "out_of_range reference");
  Proof torn = proof(Condition::notice);
  torn.reference = "\xc3";
  EXPECT_EQ(refused(torn), "bad_utf8 reference");
}

TEST_P(EntryTest, WantsDaysThatCanBe) {
  Proof tomorrow = proof(Condition::notice);
  tomorrow.date = 2026y / 11 / 24;
  EXPECT_EQ(refused(tomorrow), "out_of_range date");
  Proof backwards = proof(Condition::notice);
  backwards.ends = backwards.date;
  EXPECT_EQ(refused(backwards), "end_before_begin ends");
  Proof passed = proof(Condition::notice);
  passed.ends = kToday;
  EXPECT_EQ(refused(passed), "end_before_begin ends");
}

TEST_P(EntryTest, WantsAPersonWhoWorksHereToOwnAndToOversee) {
  Proof nobody = proof(Condition::owner);
  nobody.account = std::nullopt;
  EXPECT_EQ(refused(nobody), "missing_member account");
  Proof program = proof(Condition::overseer);
  program.account = must(identity::create_application(write(), "koppeling", "Koppeling", kNow));
  EXPECT_EQ(refused(program), "unknown_account " + to_string(*program.account));
  Proof left = proof(Condition::overseer);
  left.account = account("carla", employee("1001", Date{2026y / 10 / 1}));
  EXPECT_EQ(refused(left), "unknown_account " + to_string(*left.account));
  Proof works_here = proof(Condition::overseer);
  works_here.account = account("daan", employee("1002"));
  EXPECT_EQ(refused(works_here), "ok");
  Proof named = proof(Condition::notice);
  named.account = anna;
  EXPECT_EQ(refused(named), "wrong_type account");
}

TEST_P(EntryTest, TakesADocumentOnlyFromWhoMayReadIt) {
  Proof paper = proof(Condition::notice);
  paper.document = library::DocumentId{12345};
  EXPECT_EQ(refused(paper), "unknown_document " + to_string(*paper.document));
  paper.document = document();
  const std::vector<library::Reader> readers{library::who_has(identity::Role::works_council)};
  must(library::set_readers(write(), *paper.document, readers));
  EXPECT_EQ(refused(paper), "unknown_document " + to_string(*paper.document));
  EXPECT_EQ(code(complete(write(), kMatch, paper, as(anna, {identity::Role::works_council}), kNow)), "ok");
}

TEST_P(EntryTest, LetsAConditionBeTakenBackOnceWithAReason) {
  record(kMatch, Condition::works_council_consent);
  const auto take = [&](const std::string& reason) {
    return code(take_back(write(), kMatch, Condition::works_council_consent, reason, as(bram), kNow));
  };
  EXPECT_EQ(take(" "), "reason_missing");
  EXPECT_EQ(take("de raad wil eerst de cijfers zien"), "ok");
  EXPECT_EQ(take("nog eens"), "unknown_value");
  EXPECT_TRUE(must(entry_of(write(), kMatch)).conditions.at(0).taken_back);
  EXPECT_EQ(must(records_of(write(), kMatch)).at(0).reason, "de raad wil eerst de cijfers zien");
}

TEST_P(EntryTest, RemindsOfAReviewWithoutClosingAnything) {
  EXPECT_EQ(code(set_review(write(), kCount, Date{2026y / 11 / 22}, as(anna))), "out_of_range");
  must(set_review(write(), kCount, Date{2026y / 12 / 1}, as(anna)));
  EXPECT_EQ(must(entry_of(write(), kCount)).review, Date{2026y / 12 / 1});
  EXPECT_TRUE(runs(kCount, 2027y / 1 / 1));
  must(set_review(write(), kCount, std::nullopt, as(anna)));
  EXPECT_EQ(must(entry_of(write(), kCount)).review, std::nullopt);
}

TEST_P(EntryTest, KeepsTheAdviceOfTheOfficerWithItsDayAndDecidesNothingByIt) {
  const identity::Asker officer = as(bram, {identity::Role::data_protection_officer});
  must(advise(write(), kMatch, "Niet beginnen voor de bewaartermijn vastligt.", officer, kNow));
  must(advise(write(), kMatch, "Nu kan het.", officer, kNow));
  const std::vector<Advice> all = must(advice_on(write(), kMatch));
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].text, "Nu kan het.");
  EXPECT_EQ(all[1].text, "Niet beginnen voor de bewaartermijn vastligt.");
  EXPECT_EQ(all[1].date, kToday);
  EXPECT_EQ(all[1].by, bram);
  EXPECT_THAT(must(advice_on(write(), kDraft)), IsEmpty());
  EXPECT_EQ(judged(kMatch).missing.size(), 6U);
}

TEST_P(EntryTest, TakesAdviceFromNobodyElse) {
  EXPECT_EQ(code(advise(write(), kMatch, "Mij lijkt het goed.", as(anna), kNow)), "not_allowed");
  EXPECT_EQ(code(advise(write(), kMatch, "Mij lijkt het goed.", identity::local_operator(kToday), kNow)),
            "own_account_needed");
  EXPECT_EQ(code(advise(write(), kMatch, "\n", as(bram, {identity::Role::data_protection_officer}), kNow)),
            "missing_member");
}

TEST_P(EntryTest, TakesAnOrganisationForPublicUntilItSaysWhyNot) {
  EXPECT_TRUE(must(organisation(write())).is_public);
  const auto say = [&](const Organisation& organisation, const std::string& reason) {
    return code(set_organisation(write(), organisation, reason, as(anna), kNow));
  };
  EXPECT_EQ(say({.name = "De Linde", .contact = "ai@delinde.example", .is_public = false}, ""), "reason_missing");
  EXPECT_EQ(say({.name = "De Linde", .contact = "ai@delinde.example", .is_public = false}, "een drukkerij"), "ok");
  EXPECT_FALSE(must(organisation(write())).is_public);
  EXPECT_EQ(say({.name = "De Lindeboom", .contact = "ai@delinde.example", .is_public = false}, ""), "ok");
  EXPECT_EQ(must(organisation(write())).name, "De Lindeboom");
  EXPECT_EQ(say({.name = std::string(101, 'x')}, "x"), "out_of_range");
}

TEST_P(EntryTest, TellsByItsVersionOfEveryChange) {
  std::int64_t last = must(register_version(write()));
  const auto grew = [&] {
    const std::int64_t before = std::exchange(last, must(register_version(write())));
    return last > before;
  };
  record_all(kMatch);
  EXPECT_TRUE(grew());
  must(take_back(write(), kMatch, Condition::notice, "fout", as(anna), kNow));
  EXPECT_TRUE(grew());
  record(kMatch, Condition::notice);
  EXPECT_TRUE(grew());
  const Switch one = must(ask(kMatch, State::pilot, as(anna)));
  EXPECT_TRUE(grew());
  must(decide(kMatch, one.id, SecondOpinion::agree, as(bram)));
  EXPECT_TRUE(grew());
  must(ask(kMatch, State::off, as(anna)));
  EXPECT_TRUE(grew());
  must(set_organisation(write(), {.is_public = false}, "een drukkerij", as(anna), kNow));
  EXPECT_TRUE(grew());
  must(set_review(write(), kMatch, Date{2027y / 1 / 1}, as(anna)));
  EXPECT_TRUE(grew());
  must(advise(write(), kMatch, "Goed.", as(bram, {identity::Role::data_protection_officer}), kNow));
  EXPECT_TRUE(grew());
  EXPECT_FALSE(grew());
}

TEST_P(EntryTest, NeverGivesTheVersionOfAChangeThatWasGivenUpToAnotherChange) {
  must(set_review(write(), kMatch, Date{2027y / 1 / 1}, as(anna)));
  const std::int64_t given_up = must(register_version(write()));
  give_up();
  must(set_review(write(), kMatch, Date{2027y / 2 / 2}, as(anna)));
  EXPECT_NE(must(register_version(write())), given_up);
}

TEST_P(EntryTest, FindsAUseByItsName) {
  const std::vector<Use> uses{kCount, kMatch};
  EXPECT_EQ(must(find_use(uses, "hiring.match"))->risk, Risk::high);
  EXPECT_EQ(code(find_use(uses, "hiring.guess")), "unknown_use");
}

}  // namespace
}  // namespace collega::ai_register
