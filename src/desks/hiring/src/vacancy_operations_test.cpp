// A vacancy from its text to frozen requirements, and who sees it.

#include "desk_test_support.h"

namespace collega::hiring {
namespace {

using namespace testing_support;

class VacancyTest : public DeskTest {
 protected:
  static std::vector<std::string> labels(const Json& vacancy) {
    std::vector<std::string> all;
    for (const Json& one : vacancy.at("requirements").as_array()) all.push_back(text(one, "label"));
    return all;
  }
  std::vector<std::string> titles(const identity::Asker& asker, JsonObject input = {}) {
    std::vector<std::string> all;
    const Json found = done(asker, "hiring.vacancies", input);
    for (const Json& one : found.at("vacancies").as_array()) all.push_back(text(one, "title"));
    return all;
  }
  Json add(const identity::Asker& asker, const char* title, const char* unit) {
    return done(asker, "hiring.add_vacancy", {{"title", title}, {"text", kNurseVacancy}, {"unit", unit}});
  }
};
COLLEGA_ON_EVERY_STORE(VacancyTest);

TEST_P(VacancyTest, IsReadFromAFileWithoutKeepingIt) {
  const Json read = done("hiring.read_vacancy", {{"file", file("vacature.md", kNurseVacancy)}});
  EXPECT_EQ(text(read, "title"), "Verpleegkundige wijkteam Noord");
  ASSERT_THAT(read.at("requirements").as_array(), SizeIs(4));
  for (const Json& one : read.at("requirements").as_array()) {
    const auto start = one.at("quote_start").to_number<std::size_t>();
    const auto end = one.at("quote_end").to_number<std::size_t>();
    const std::string whole = text(read, "text");
    EXPECT_EQ(whole.substr(start, end - start), text(one, "quote"));  // no letters beyond ASCII before them
  }
  EXPECT_EQ(text(read.at("requirements").at(0), "quote"), "Een geldige BIG-registratie");  // the sentence, not the word
  EXPECT_THAT(titles(recruiter()), IsEmpty());
}

TEST_P(VacancyTest, ProposesTheSameRequirementsThatItsWordsMakeAgain) {
  const Json vacancy = drafted();
  EXPECT_THAT(labels(vacancy), SizeIs(4));
  EXPECT_EQ(vacancy.at("requirements").at(3).at("kind"), "wish");
  EXPECT_EQ(vacancy.at("requirements").at(0).at("round"), 0);
  EXPECT_EQ(text(vacancy.at("row"), "state"), "draft");
}

TEST_P(VacancyTest, FreezesOnceAndShowsWhatCameLater) {
  const Json vacancy = frozen();
  const Json id = vacancy.at("row").at("vacancy");
  EXPECT_EQ(text(vacancy.at("row"), "state"), "open");
  EXPECT_EQ(text(vacancy.at("row"), "frozen_at"), to_string(kNoon));
  EXPECT_EQ(code("hiring.freeze_requirements", {{"vacancy", id}, {"version", 3}}), ErrorCode::requirements_frozen);

  JsonArray changed = vacancy.at("requirements").as_array();
  changed.pop_back();
  changed.push_back(JsonObject{{"label", "Duits"}, {"kind", "wish"}, {"type", "language"}, {"threshold", "b1"}});
  const JsonObject later{{"vacancy", id}, {"version", 3}, {"requirements", changed}};
  EXPECT_EQ(code("hiring.set_requirements", later), ErrorCode::reason_missing);
  JsonObject with_reason = later;
  with_reason["reason"] = "Het team werkt ook over de grens.";
  const Json after = done("hiring.set_requirements", with_reason);
  EXPECT_EQ(after.at("requirements").at(0).at("later"), false);
  EXPECT_EQ(after.at("requirements").at(3).at("later"), true);
  ASSERT_THAT(after.at("rounds").as_array(), SizeIs(2));
  EXPECT_EQ(text(after.at("rounds").at(1), "reason"), "Het team werkt ook over de grens.");
  EXPECT_EQ(text(after.at("rounds").at(1), "by"), "rita");
}

TEST_P(VacancyTest, ALaterChangeThatChangesNothingIsNone) {
  const Json vacancy = frozen();
  const Json after = done("hiring.set_requirements", {{"vacancy", vacancy.at("row").at("vacancy")},
                                                      {"version", 3},
                                                      {"requirements", vacancy.at("requirements")},
                                                      {"reason", "nagekeken"}});
  EXPECT_THAT(after.at("rounds").as_array(), SizeIs(1));
}

TEST_P(VacancyTest, FreezesNothingWithoutRequirements) {
  const Json vacancy = add(recruiter(), "Kok", "Z");
  EXPECT_EQ(code("hiring.freeze_requirements", {{"vacancy", vacancy.at("row").at("vacancy")}, {"version", 1}}),
            ErrorCode::requirements_none);
}

TEST_P(VacancyTest, KeepsTheTextThatFrozenRequirementsQuote) {
  const Json vacancy = frozen();
  EXPECT_EQ(code("hiring.change_vacancy",
                 {{"vacancy", vacancy.at("row").at("vacancy")}, {"version", 3}, {"text", "Iets anders."}}),
            ErrorCode::requirements_frozen);
}

TEST_P(VacancyTest, TellsWhoWasFirst) {
  const Json vacancy = drafted();
  EXPECT_EQ(code("hiring.change_vacancy",
                 {{"vacancy", vacancy.at("row").at("vacancy")}, {"version", 1}, {"title", "Wijkverpleegkundige"}}),
            ErrorCode::changed_meanwhile);
}

TEST_P(VacancyTest, RefusesAThresholdThatItsTypeDoesNotKnow) {
  const Json vacancy = drafted();
  const JsonObject bad{{"label", "Ervaring"}, {"type", "experience"}, {"threshold", "veel"}};
  EXPECT_EQ(code("hiring.set_requirements",
                 {{"vacancy", vacancy.at("row").at("vacancy")}, {"version", 2}, {"requirements", JsonArray{bad}}}),
            ErrorCode::unknown_value);
}

TEST_P(VacancyTest, IsSeenByWhomItConcerns) {
  const Json care = drafted().at("row").at("vacancy");
  const Json tech = add(tech_recruiter(), "Monteur", "T").at("row").at("vacancy");
  EXPECT_THAT(titles(recruiter()), ElementsAre("Monteur", "Verpleegkundige wijkteam Noord"));
  EXPECT_THAT(titles(tech_recruiter()), ElementsAre("Monteur"));
  EXPECT_THAT(titles(boss()), ElementsAre("Verpleegkundige wijkteam Noord"));
  EXPECT_THAT(titles(other_boss()), IsEmpty());
  EXPECT_THAT(titles(officer()), SizeIs(2));
  EXPECT_EQ(code(tech_recruiter(), "hiring.vacancy", {{"vacancy", care}}), ErrorCode::unknown_vacancy);
  EXPECT_EQ(code(other_boss(), "hiring.vacancy", {{"vacancy", tech}}), ErrorCode::unknown_vacancy);
  EXPECT_EQ(code(boss(), "hiring.freeze_requirements", {{"vacancy", care}, {"version", 2}}), ErrorCode::not_allowed);
  EXPECT_EQ(code(tech_recruiter(), "hiring.add_vacancy", {{"title", "Kok"}, {"text", "Kok."}, {"unit", "Z"}}),
            ErrorCode::unknown_unit);
}

TEST_P(VacancyTest, IsFoundByWordsAndPaged) {
  drafted();
  add(recruiter(), "Monteur 100%", "T");
  add(recruiter(), "Administrateur", "T");
  EXPECT_THAT(titles(recruiter(), {{"text", "WIJKteam noord"}}), ElementsAre("Verpleegkundige wijkteam Noord"));
  EXPECT_THAT(titles(recruiter(), {{"text", "%"}}), ElementsAre("Monteur 100%"));
  const Json first = done("hiring.vacancies", {{"limit", 2}});
  const Json second = done("hiring.vacancies", {{"limit", 2}, {"after", first.at("next")}});
  ASSERT_THAT(second.at("vacancies").as_array(), SizeIs(1));
  EXPECT_FALSE(second.as_object().contains("next"));
}

TEST_P(VacancyTest, ClosesAndStaysAsItIs) {
  const Json vacancy = frozen();
  const Json id = vacancy.at("row").at("vacancy");
  const Json closed = done("hiring.close_vacancy", {{"vacancy", id}, {"version", 3}, {"on", "2026-11-20"}});
  EXPECT_EQ(text(closed.at("row"), "closed_on"), "2026-11-20");
  EXPECT_EQ(closed.at("may_edit"), false);
  EXPECT_EQ(code("hiring.change_vacancy", {{"vacancy", id}, {"version", 4}, {"title", "Weg"}}),
            ErrorCode::vacancy_closed);
  EXPECT_EQ(code("hiring.close_vacancy", {{"vacancy", id}, {"version", 4}, {"on", "2027-01-01"}}),
            ErrorCode::vacancy_closed);
}

}  // namespace
}  // namespace collega::hiring
