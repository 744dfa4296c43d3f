// What applicants may ask, and that nothing of them stays after its day.

#include <algorithm>

#include "collega/people/retention.h"
#include "desk_test_support.h"

namespace collega::hiring {
namespace {

using namespace testing_support;

class RightsTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    switch_on("hiring.match");
    const Json vacancy = frozen();
    vacancy_ = vacancy.at("row").at("vacancy");
    const Json added =
        done("hiring.add_candidates",
             {{"vacancy", vacancy_},
              {"files", to_json(std::vector<std::string>{file("anna.md", kNurse), file("bilal.md", kNoLicence)})}});
    EXPECT_EQ(added.at("candidates"), 2);
    anna_ = applications(vacancy_).at(0);
    bilal_ = applications(vacancy_).at(1);
    done("hiring.candidate", {{"application", anna_}});
    done("hiring.annotate", {{"application", anna_}, {"text", "Belt morgen terug."}});
  }
  void close(const char* on) { done("hiring.close_vacancy", {{"vacancy", vacancy_}, {"version", 3}, {"on", on}}); }
  Json due(const char* on = "2026-11-23") { return done(coordinator(), "hiring.due", {{"on", on}}).at("candidates"); }
  std::int64_t count(const std::string& table) {
    return records_->store.read().value().first<std::int64_t>("select count(*) from " + table).value().value();
  }
  std::string token_of(const Json& application) {
    return text(done("hiring.make_link", {{"application", application}}), "token");
  }
  Result<Json> by_link(const std::string& token) {
    return ask(identity::nobody(kDay), "hiring.by_link", {{"token", token}});
  }

  Json vacancy_, anna_, bilal_;
};
COLLEGA_ON_EVERY_STORE(RightsTest);

TEST_P(RightsTest, WhileTheProcedureGoesOnNothingIsDue) {
  EXPECT_THAT(due("2030-01-01").as_array(), IsEmpty());
  EXPECT_EQ(done(coordinator(), "hiring.erase_due", {}).at("erased"), 0);
}

TEST_P(RightsTest, FourWeeksAfterTheEndEverythingGoes) {
  close("2026-10-25");
  EXPECT_THAT(due("2026-11-22").as_array(), IsEmpty());
  const Json candidates = due();
  ASSERT_THAT(candidates.as_array(), SizeIs(2));
  EXPECT_EQ(text(candidates.at(0), "erase_on"), "2026-11-23");
  EXPECT_EQ(done(coordinator(), "hiring.erase_due", {{"dry_run", true}}).at("erased"), 2);
  EXPECT_EQ(count("hiring_candidate"), 2);
  const Json erased = done(coordinator(), "hiring.erase_due", {});
  EXPECT_EQ(erased.at("erased"), 2);
  EXPECT_EQ(erased.at("left"), 0);
  for (const char* table : {"hiring_candidate", "hiring_application", "hiring_paper", "hiring_outcome", "hiring_note",
                            "hiring_opened", "hiring_step", "hiring_proposal", "proposal", "blob"})
    EXPECT_EQ(count(table), 0) << table;
  const auto all = entries();
  EXPECT_EQ(std::ranges::count(all, ledger::Kind::erasure, &ledger::Recorded::kind), 2);
}

TEST_P(RightsTest, ConsentKeepsThemForAYearAtMost) {
  close("2026-10-25");
  const JsonObject consent{{"application", anna_}, {"how", "Mail van 1 november."}};
  JsonObject too_long = consent;
  too_long["until"] = "2027-11-01";
  EXPECT_EQ(code("hiring.consent", too_long), ErrorCode::consent_too_long);
  JsonObject right = consent;
  right["until"] = "2027-06-30";
  EXPECT_EQ(text(done("hiring.consent", right), "erase_on"), "2027-07-01");
  EXPECT_THAT(done("hiring.pool", {}).at("candidates").as_array(), SizeIs(1));
  EXPECT_EQ(done(coordinator(), "hiring.erase_due", {}).at("erased"), 1);
  EXPECT_EQ(count("hiring_candidate"), 1);
  done("hiring.withdraw_consent", {{"application", anna_}});
  EXPECT_EQ(done(coordinator(), "hiring.erase_due", {}).at("erased"), 1);
}

TEST_P(RightsTest, TheLinkShowsReasonsQuestionsAndAllThatIsKept) {
  done("hiring.decide", {{"application", anna_}, {"verdict", "hold"}, {"reason", "Even wachten."}});
  done("hiring.decide", {{"application", anna_}, {"verdict", "invite"}, {"reason", "Ervaring in de wijk."}});
  const Json seen = by_link(token_of(anna_)).value();
  EXPECT_THAT(std::string{seen.at("told").at(0).as_string()}, HasSubstr("software"));
  ASSERT_THAT(seen.at("decisions").as_array(), SizeIs(1));
  EXPECT_EQ(text(seen.at("decisions").at(0), "reason"), "Ervaring in de wijk.");
  EXPECT_THAT(seen.at("reasons").as_array(), SizeIs(4));
  EXPECT_THAT(to_text(seen.at("kept")), HasSubstr("Belt morgen terug."));
  EXPECT_THAT(to_text(seen.at("kept")), HasSubstr("Anna de Wit"));
  EXPECT_THAT(to_text(seen.at("kept")), Not(HasSubstr("Bilal")));
}

TEST_P(RightsTest, WhoAsksWhatIsKeptIsFoundByNameWhereNamesAreHidden) {
  const auto found = [&](const char* words) {
    return done(coordinator(), "hiring.kept", {{"text", words}}).at("candidates");
  };
  ASSERT_THAT(found("anna").as_array(), SizeIs(1));
  EXPECT_EQ(text(found("anna").at(0), "name"), "Anna de Wit");
  EXPECT_EQ(found("anna").at(0).at("application"), anna_);
  EXPECT_THAT(found("").as_array(), SizeIs(2));
  EXPECT_THAT(found("nobody").as_array(), IsEmpty());
  EXPECT_EQ(code("hiring.kept", {}), ErrorCode::not_allowed);
}

TEST_P(RightsTest, QuestionsAreAnsweredByLink) {
  const std::string token = token_of(bilal_);
  const Json drafts = done("hiring.draft_questions", {{"application", bilal_}});
  const Json question = drafts.at("questions").at(0).at("question");
  EXPECT_THAT(by_link(token).value().at("questions").as_array(), IsEmpty());  // a draft is not theirs yet
  done("hiring.change_question", {{"question", question}, {"state", "sent"}});
  const JsonObject answer{{"token", token}, {"question", question}, {"answer", "Ja, sinds 2012."}};
  ASSERT_TRUE(ask(identity::nobody(kDay), "hiring.answer_by_link", answer));
  EXPECT_EQ(done("hiring.candidate", {{"application", bilal_}}).at("questions").at(0).at("answer"), "Ja, sinds 2012.");
  const JsonObject others{{"token", token_of(anna_)}, {"question", question}, {"answer", "Nee."}};
  EXPECT_EQ(code(identity::nobody(kDay), "hiring.answer_by_link", others), ErrorCode::unknown_question);
}

TEST_P(RightsTest, AWrongOrOldLinkOpensNothing) {
  EXPECT_EQ(by_link("ab").error().code, ErrorCode::link_over);
  const std::string token = token_of(anna_);
  store::WriteTransaction write = records_->store.write().value();
  ASSERT_TRUE(write.execute("update hiring_link set until = '2026-11-22'"));
  ASSERT_TRUE(write.commit());
  EXPECT_EQ(by_link(token).error().code, ErrorCode::link_over);
}

TEST_P(RightsTest, WhoAsksIsErasedAndStaysSoAfterARestore) {
  const std::string token = token_of(anna_);
  ASSERT_TRUE(ask(identity::nobody(kDay), "hiring.ask_erasure_by_link", {{"token", token}}));
  const Json asked = due();
  ASSERT_THAT(asked.as_array(), SizeIs(1));
  EXPECT_TRUE(asked.at(0).as_object().contains("erasure_asked_at"));
  EXPECT_EQ(code("hiring.erase_candidate", {{"application", anna_}}), ErrorCode::not_allowed);
  const Json erased = done(coordinator(), "hiring.erase_candidate", {{"application", anna_}});
  EXPECT_EQ(erased.at("nothing_left"), true);
  EXPECT_EQ(count("hiring_candidate"), 1);
  EXPECT_EQ(by_link(token).error().code, ErrorCode::link_over);
  EXPECT_TRUE(std::filesystem::exists(records_->store.folder() / "erasures"));
}

TEST_P(RightsTest, EverythingOfACandidateIsShownToWhoOversees) {
  const Json all = done(coordinator(), "hiring.everything_of", {{"application", anna_}});
  const std::string kept = to_text(all.at("kept"));
  EXPECT_THAT(kept, HasSubstr("Belt morgen terug."));
  EXPECT_THAT(kept, HasSubstr("Kerkstraat 12"));
  EXPECT_THAT(kept, HasSubstr("operations.proposal"));
  EXPECT_EQ(code("hiring.everything_of", {{"application", anna_}}), ErrorCode::not_allowed);
}

TEST_P(RightsTest, WhoWorksHereIsReachedThroughTheirRecords) {
  done("hiring.decide", {{"application", anna_}, {"verdict", "invite"}, {"reason", "Goed."}});
  const JsonObject link{{"application", anna_}, {"person", "1002"}};
  EXPECT_EQ(code("hiring.link_person", link), ErrorCode::names_hidden);
  done("hiring.decide_shortlist", {{"vacancy", vacancy_}, {"version", 3}});
  done("hiring.link_person", link);
  store::ReadTransaction read = records_->store.read().value();
  const JsonObject kept = people::everything_of(read, other_boss_, hiring::holdings()).value();
  EXPECT_TRUE(kept.contains("hiring.application"));
}

}  // namespace
}  // namespace collega::hiring
