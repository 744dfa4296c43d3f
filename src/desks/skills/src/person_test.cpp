// What a person can do: what is found, what they say of it, and who sees it.

#include "desk_test_support.h"

namespace collega::skills_desk {
namespace {

using namespace testing_support;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr const char* kCv =
    "## Werkervaring\n\n"
    "### Verzorgende, De Linde\nmaart 2019 - heden\n\n"
    "Ik help elke dag bij wondzorg. Ik wil graag een cursus palliatieve zorg volgen.\n"
    "Ik heb geen rijbewijs B.\n";

class PersonSkillsTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    switch_on("skills.find_in_paper");
  }
  Json find(const identity::Asker& who = {}) {
    return done(who.person ? who : anna(), "skills.find_in_paper", {{"text", kCv}});
  }
  Json mine() { return done(anna(), "skills.mine", {}).at("skills"); }
  Json skill(const std::string& name) {
    const Json all = mine();
    for (const Json& one : all.as_array()) {
      if (text(one, "concept") == name) return one;
    }
    throw std::runtime_error("no " + name);
  }
  Json judge(const std::string& name, const char* verdict) {
    return done(anna(), "skills.judge_skill", {{"skill", skill(name).at("skill")}, {"verdict", verdict}});
  }
  std::vector<std::string> seen_by(const identity::Asker& who) {
    return texts_in(done(who, "skills.of_person", {{"person", "1002"}}).at("skills"), "concept");
  }
};

TEST_P(PersonSkillsTest, WhatAPaperClaimsIsFoundWithItsSentence) {
  EXPECT_GE(find().at("found").to_number<int>(), 1);
  const Json found = skill("skill/wound-care");
  EXPECT_EQ(text(found, "state"), "found");
  EXPECT_EQ(text(found, "last_used"), to_string(kDay)) << "it goes on";
  EXPECT_NEAR(found.at("months").to_number<int>(), 92, 2) << "since March 2019";
  const Json& source = found.at("sources").at(0);
  EXPECT_EQ(text(source, "quote"), "Ik help elke dag bij wondzorg.");
  EXPECT_EQ(text(source, "quote").substr(source.at("mark_start").to_number<std::size_t>(), 8), "wondzorg");
  EXPECT_THAT(texts_in(mine(), "concept"), Not(Contains("skill/palliative-care"))) << "wished";
  EXPECT_THAT(texts_in(mine(), "concept"), Not(Contains("licence/driving-licence-b"))) << "denied";
}

TEST_P(PersonSkillsTest, OthersSeeOnlyWhatThePersonConfirmed) {
  find();
  EXPECT_THAT(seen_by(boss()), IsEmpty());
  judge("skill/wound-care", "confirm");
  EXPECT_THAT(seen_by(boss()), ElementsAre("skill/wound-care"));
  EXPECT_THAT(seen_by(adviser()), ElementsAre("skill/wound-care"));
  judge("skill/wound-care", "strike");
  EXPECT_THAT(seen_by(boss()), IsEmpty());
}

TEST_P(PersonSkillsTest, OthersSeeNoSentences) {
  find();
  judge("skill/wound-care", "confirm");
  EXPECT_THAT(to_text(done(boss(), "skills.of_person", {{"person", "1002"}})), Not(HasSubstr("elke dag")));
  EXPECT_THAT(to_text(done(boss(), "skills.team", {})), Not(HasSubstr("elke dag")));
}

TEST_P(PersonSkillsTest, WhatWasStruckIsNotFoundAgain) {
  find();
  judge("skill/wound-care", "strike");
  EXPECT_EQ(find().at("struck"), 1);
  EXPECT_EQ(text(skill("skill/wound-care"), "state"), "struck");
}

TEST_P(PersonSkillsTest, APersonStatesWhatNoPaperSays) {
  done(anna(), "skills.state_skill",
       {{"concept", "skill/palliative-care"}, {"level", "expert"}, {"last_used", "2026-06-01"}, {"months", 40}});
  const Json stated = skill("skill/palliative-care");
  EXPECT_EQ(text(stated, "state"), "confirmed");
  EXPECT_EQ(text(stated, "level"), "expert");
  EXPECT_EQ(texts_in(stated.at("history"), "kind"), std::vector<std::string>{"stated"});
  EXPECT_EQ(code(anna(), "skills.state_skill", {{"concept", "skill/palliative-care"}, {"last_used", "2027-01-01"}}),
            ErrorCode::out_of_range);
  EXPECT_EQ(code(anna(), "skills.state_skill", {{"concept", "occupation/nurse"}}), ErrorCode::unknown_value);
}

TEST_P(PersonSkillsTest, ItsHistoryStays) {
  find();
  judge("skill/wound-care", "strike");
  judge("skill/wound-care", "confirm");
  EXPECT_THAT(texts_in(skill("skill/wound-care").at("history"), "kind"), ElementsAre("found", "struck", "confirmed"));
}

TEST_P(PersonSkillsTest, AManagerSeesTheirTeamAndNobodyElse) {
  const Json team = done(boss(), "skills.team", {});
  EXPECT_THAT(texts_in(team.at("people"), "name"), ElementsAre(HasSubstr("Bos")));
  EXPECT_EQ(code(boss(), "skills.of_person", {{"person", "1003"}}), ErrorCode::not_about_them);
  EXPECT_EQ(code(anna(), "skills.of_person", {{"person", "1002"}}), ErrorCode::not_allowed);
  EXPECT_EQ(code(bilal(), "skills.judge_skill", {{"skill", "0000000000001"}, {"verdict", "confirm"}}),
            ErrorCode::unknown_value);
}

TEST_P(PersonSkillsTest, NobodyJudgesAnothersSkill) {
  find();
  EXPECT_EQ(
      code(bilal(), "skills.judge_skill", {{"skill", skill("skill/wound-care").at("skill")}, {"verdict", "confirm"}}),
      ErrorCode::unknown_value);
  EXPECT_EQ(text(skill("skill/wound-care"), "state"), "found");
}

TEST_P(PersonSkillsTest, LiesBesideAnOccupationAndAnOwnPosition) {
  for (const char* use : {"skills.my_gap", "skills.gap_of", "skills.my_moves"}) switch_on(use);
  done(adviser(), "skills.put_own_name",
       {{"kind", "position"}, {"nl", "Wijkcoach Noord"}, {"essential", {"skill/wound-care", "skill/palliative-care"}}});
  find();
  const JsonObject position{{"occupation", "occupation/own-wijkcoach-noord"}};
  EXPECT_EQ(done(anna(), "skills.my_gap", position).at("coverage"), 0.0) << "nothing is confirmed yet";
  judge("skill/wound-care", "confirm");
  const Json gap = done(anna(), "skills.my_gap", position);
  EXPECT_EQ(text(gap.at("met").at(0).at("skill"), "concept"), "skill/wound-care");
  EXPECT_EQ(text(gap.at("missing").at(0).at("skill"), "concept"), "skill/palliative-care");
  const Json team = done(boss(), "skills.gap_of", position);
  EXPECT_EQ(team.at("people"), 1);
  EXPECT_EQ(team.at("met").at(0).at("people"), 1);
  const Json moves = done(anna(), "skills.my_moves", {}).at("moves");
  ASSERT_FALSE(moves.as_array().empty());
  EXPECT_EQ(code(boss(), "skills.gap_of", {{"occupation", "occupation/nurse"}, {"person", "1003"}}),
            ErrorCode::not_about_them);
  EXPECT_EQ(code(anna(), "skills.my_gap", {{"occupation", "skill/wound-care"}}), ErrorCode::unknown_value);
}

TEST_P(PersonSkillsTest, IsErasedWithThePerson) {
  find();
  const people::Holding holding = holdings().at(0);
  store::WriteTransaction write = records_->store.write().value();
  EXPECT_THAT(to_text(Json(holding.show(write, anna_).value())), HasSubstr("elke dag bij wondzorg"));
  EXPECT_GE(holding.erase(write, anna_).value(), 3);
  EXPECT_THAT(holding.show(write, anna_).value(), IsEmpty());
  EXPECT_EQ(holding.erase(write, anna_).value(), 0);
}

COLLEGA_ON_EVERY_STORE(PersonSkillsTest);

class WhyTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    switch_on("skills.why_not_found");
  }
  Json why(const std::string& label, const std::string& papers) {
    return done(adviser(), "skills.why_not_found", {{"label", label}, {"text", papers}});
  }
};

TEST_P(WhyTest, TellsWhatWasLookedForAndWhatWasFound) {
  const Json why_ = why("Ervaring met wondzorg", "Ik heb geen ervaring met wondzorg. Ik verzorgde wonden.");
  EXPECT_EQ(text(why_.at("looked_for").at(0).at("what"), "concept"), "skill/wound-care");
  EXPECT_THAT(to_text(why_.at("looked_for").at(0).at("names")), HasSubstr("wound dressing"));
  EXPECT_EQ(text(why_.at("found").at(0), "stance"), "denied");
}

TEST_P(WhyTest, TellsWhatComesNearUntilASynonymIsTaught) {
  const std::string paper = "Ik deed pleisterwerk bij wonden.";
  const Json near = why("wondzorg", paper);
  EXPECT_THAT(near.at("found").as_array(), IsEmpty());
  EXPECT_EQ(text(near.at("near").at(0), "quote"), paper);
  done(adviser(), "skills.put_own_name",
       {{"kind", "synonym"}, {"concept", "skill/wound-care"}, {"text", "pleisterwerk"}});
  const Json found = why("wondzorg", paper);
  EXPECT_EQ(text(found.at("found").at(0), "how"), "same");
  EXPECT_THAT(found.at("near").as_array(), IsEmpty());
}

TEST_P(WhyTest, TellsTheWordsWhereTheTaxonomyDoesNotKnowIt) {
  const Json why_ = why("ervaring met zeilwedstrijden op zee", "Ik zeilde.");
  EXPECT_THAT(why_.at("looked_for").as_array(), IsEmpty());
  EXPECT_THAT(why_.at("words").as_array(), Not(IsEmpty()));
}

COLLEGA_ON_EVERY_STORE(WhyTest);

}  // namespace
}  // namespace collega::skills_desk
