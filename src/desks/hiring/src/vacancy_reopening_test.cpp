// A closed procedure that goes on, and a vacancy that colleagues may see.

#include "desk_test_support.h"

namespace collega::hiring {
namespace {

using namespace testing_support;

class VacancyReopeningTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    switch_on("hiring.match");
    vacancy_ = frozen().at("row").at("vacancy");
    anna_ = received("anna.md", kNurse);
    carla_ = received("carla.md", kDenied);
    done("hiring.move", {{"application", carla_}, {"stage", "withdrawn"}});
  }
  Json received(const char* name, const char* paper) {
    const auto files = to_json(std::vector<std::string>{file(name, paper)});
    const Json added = done("hiring.add_candidates", {{"vacancy", vacancy_}, {"files", files}});
    return added.at("files").at(0).at("application");
  }
  Json shown() { return done("hiring.vacancy", {{"vacancy", vacancy_}}); }
  Json close() { return done("hiring.close_vacancy", {{"vacancy", vacancy_}, {"version", shown().at("version")}}); }
  JsonObject again(const char* reason = "De gekozen kandidaat trok zich terug.") {
    return {{"vacancy", vacancy_}, {"version", shown().at("version")}, {"reason", reason}};
  }

  Json vacancy_, anna_, carla_;
};
COLLEGA_ON_EVERY_STORE(VacancyReopeningTest);

TEST_P(VacancyReopeningTest, GoesOnWithItsReasonOnRecord) {
  EXPECT_EQ(close().at("may_reopen"), true);
  const Json vacancy = done("hiring.reopen_vacancy", again()).at("vacancy");
  EXPECT_EQ(text(vacancy.at("row"), "state"), "open");
  EXPECT_FALSE(vacancy.at("row").as_object().contains("closed_on"));
  EXPECT_EQ(vacancy.at("may_edit"), true);
  EXPECT_EQ(vacancy.at("may_reopen"), false);
  ASSERT_THAT(vacancy.at("reopenings").as_array(), SizeIs(1));
  EXPECT_EQ(text(vacancy.at("reopenings").at(0), "reason"), "De gekozen kandidaat trok zich terug.");
  EXPECT_EQ(text(vacancy.at("reopenings").at(0), "closed_on"), to_string(kDay));
  EXPECT_EQ(text(vacancy.at("reopenings").at(0), "by"), "rita");
}

TEST_P(VacancyReopeningTest, WhoseClockRanFromTheClosingIsKeptAgain) {
  close();
  const Json erasures = done("hiring.reopen_vacancy", again()).at("erasures");
  ASSERT_THAT(erasures.as_array(), SizeIs(1)) << "who withdrew is not kept longer";
  EXPECT_EQ(erasures.at(0).at("application"), anna_);
  EXPECT_EQ(text(erasures.at(0), "was"), "2026-12-22");
  EXPECT_FALSE(erasures.at(0).as_object().contains("is"));
}

TEST_P(VacancyReopeningTest, WithdrawnProposalsStaySoAndANewOneIsDecidedOn) {
  done("hiring.candidate", {{"application", anna_}});
  const Json before = done("hiring.candidate", {{"application", anna_}}).at("proposal");
  close();
  done("hiring.reopen_vacancy", again());
  done("hiring.rematch", {{"vacancy", vacancy_}});
  const Json candidate = done("hiring.candidate", {{"application", anna_}});
  EXPECT_NE(candidate.at("proposal"), before);
  EXPECT_EQ(text(candidate, "proposal_status"), "open");
  EXPECT_EQ(text(done("proposals.show", {{"proposal", before}}).at("proposal"), "status"), "expired");
  done("hiring.decide", {{"application", anna_}, {"verdict", "invite"}, {"reason", "Alles staat erin."}});
}

TEST_P(VacancyReopeningTest, WhoWasErasedStaysGone) {
  close();
  done(coordinator(), "hiring.erase_candidate", {{"application", anna_}});
  const Json reopened = done("hiring.reopen_vacancy", again());
  EXPECT_EQ(reopened.at("gone"), 1);
  EXPECT_THAT(reopened.at("erasures").as_array(), IsEmpty());
  EXPECT_EQ(code("hiring.candidate", {{"application", anna_}}), ErrorCode::unknown_candidate);
}

TEST_P(VacancyReopeningTest, TakesAReasonARecruiterAndAClosedProcedure) {
  EXPECT_EQ(code("hiring.reopen_vacancy", again()), ErrorCode::changed_meanwhile);
  close();
  EXPECT_EQ(code("hiring.reopen_vacancy", again(" ")), ErrorCode::reason_missing);
  EXPECT_EQ(code(boss(), "hiring.reopen_vacancy", again()), ErrorCode::not_allowed);
  EXPECT_EQ(code(tech_recruiter(), "hiring.reopen_vacancy", again()), ErrorCode::unknown_vacancy);
}

class ColleaguesTest : public DeskTest {
 protected:
  identity::Asker colleague() { return session(identity::AccountId{904}, Role::employee, other_boss_); }
  Json seen() { return done(colleague(), "hiring.for_colleagues", {}).at("vacancies"); }
};
COLLEGA_ON_EVERY_STORE(ColleaguesTest);

TEST_P(ColleaguesTest, SeeWhatAnOpenedVacancyAsksAndNothingElse) {
  const Json id = frozen().at("row").at("vacancy");
  EXPECT_THAT(seen().as_array(), IsEmpty());
  const Json opened = done("hiring.open_to_colleagues", {{"vacancy", id}, {"version", 3}});
  EXPECT_EQ(text(opened.at("row"), "colleagues_since"), to_string(kNoon));
  const Json vacancies = seen();
  ASSERT_THAT(vacancies.as_array(), SizeIs(1));
  EXPECT_EQ(text(vacancies.at(0), "unit_name"), "Zorg");
  ASSERT_THAT(vacancies.at(0).at("requirements").as_array(), SizeIs(4));
  EXPECT_EQ(text(vacancies.at(0).at("requirements").at(0), "kind"), "must");
  EXPECT_THAT(to_text(vacancies), Not(HasSubstr("candidates")));
}

TEST_P(ColleaguesTest, SeeItNoLongerOnceClosedOrTakenBack) {
  const Json id = frozen().at("row").at("vacancy");
  done("hiring.open_to_colleagues", {{"vacancy", id}, {"version", 3}});
  done("hiring.open_to_colleagues", {{"vacancy", id}, {"version", 4}, {"open", false}});
  EXPECT_THAT(seen().as_array(), IsEmpty());
  done("hiring.open_to_colleagues", {{"vacancy", id}, {"version", 5}});
  done("hiring.close_vacancy", {{"vacancy", id}, {"version", 6}});
  EXPECT_THAT(seen().as_array(), IsEmpty());
}

TEST_P(ColleaguesTest, AreShownNoDraftAndOpenNothingThemselves) {
  const Json id = drafted().at("row").at("vacancy");
  EXPECT_EQ(code("hiring.open_to_colleagues", {{"vacancy", id}, {"version", 2}}), ErrorCode::requirements_none);
  EXPECT_EQ(code(colleague(), "hiring.open_to_colleagues", {{"vacancy", id}, {"version", 2}}), ErrorCode::not_allowed);
  EXPECT_EQ(code(colleague(), "hiring.vacancy", {{"vacancy", id}}), ErrorCode::not_allowed);
}

}  // namespace
}  // namespace collega::hiring
