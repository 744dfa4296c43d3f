// Vacancies that are open to colleagues beside what somebody confirmed.

#include "desk_test_support.h"

namespace collega::skills_desk {
namespace {

using namespace testing_support;
using ::testing::HasSubstr;
using ::testing::SizeIs;

JsonObject asks(const char* label, const char* type, const char* kind, const char* threshold = "") {
  return {{"label", label}, {"type", type}, {"kind", kind}, {"threshold", threshold}, {"alternatives", JsonArray{}}};
}

JsonObject vacancy(const char* number, const char* title, JsonArray requirements) {
  return {{"vacancy", number},      {"title", title},
          {"unit_name", "Zorg"},    {"since", "2026-11-20T12:00:00Z"},
          {"text", "Kom bij ons."}, {"requirements", std::move(requirements)}};
}

/// Hiring, as this desk sees it: two vacancies, of which the second asks what Anna can do.
operations::Operation hiring_opened_two() {
  operations::Operation row;
  row.name = "hiring.for_colleagues";
  row.title = {"Vacatures voor collega's", "Vacancies for colleagues"};
  row.purpose = row.title;
  row.may = {Role::employee};
  row.stored = operations::Stored::reads;
  row.handler.input_schema = row.handler.output_schema = [](Language) -> Json {
    return JsonObject{{"type", "object"}};
  };
  row.handler.run = [](const Json&, operations::Context&) -> Result<Json> {
    return Json(JsonObject{
        {"vacancies",
         JsonArray{vacancy("1", "Lasser", {asks("Lassen", "skill", "must")}),
                   vacancy("2", "Verpleegkundige",
                           {asks("Wondzorg", "skill", "must"), asks("Palliatieve zorg", "skill", "wish"),
                            asks("Ervaring", "experience", "must", "3"), asks("24 uur", "hours", "must", "24")})}}});
  };
  return row;
}

class VacancyTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    std::vector<operations::Operation> rows = operations::own_operations();
    for (auto& row : skills_desk::operations(tools())) rows.push_back(std::move(row));
    rows.push_back(hiring_opened_two());
    table_.emplace(std::move(rows));
    switch_on("skills.my_vacancies");
  }
  Json mine() { return done(anna(), "skills.my_vacancies", {}); }
};
COLLEGA_ON_EVERY_STORE(VacancyTest);

TEST_P(VacancyTest, ShowTheNearestFirstWithWhatFitsAndWhatIsStillAsked) {
  EXPECT_EQ(text(mine().at("vacancies").at(0), "title"), "Lasser") << "nothing is confirmed yet: as hiring orders them";
  done(anna(), "skills.state_skill", {{"concept", "skill/wound-care"}});
  const Json answer = mine();
  ASSERT_THAT(answer.at("vacancies").as_array(), SizeIs(2));
  const Json& nurse = answer.at("vacancies").at(0);
  EXPECT_EQ(text(nurse, "title"), "Verpleegkundige");
  EXPECT_EQ(text(nurse.at("asked").at(0), "standing"), "confirmed");
  EXPECT_EQ(text(nurse.at("asked").at(0).at("by"), "concept"), "skill/wound-care");
  EXPECT_EQ(nurse.at("asked").at(1).at("must"), false);
  EXPECT_NE(text(nurse.at("asked").at(1), "standing"), "confirmed");
  EXPECT_EQ(text(nurse.at("asked").at(2), "standing"), "not_compared");
  EXPECT_EQ(text(nurse.at("asked").at(3), "standing"), "not_compared");
  EXPECT_EQ(text(answer.at("vacancies").at(1).at("asked").at(0), "standing"), "unconfirmed");
  EXPECT_THAT(to_text(answer.at("limits")), HasSubstr("zelf bevestigde"));
}

TEST_P(VacancyTest, AreForWhoWorksHere) {
  EXPECT_EQ(code(adviser(), "skills.my_vacancies", {}), ErrorCode::not_allowed);
}

}  // namespace
}  // namespace collega::skills_desk
