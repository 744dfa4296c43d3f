#include "collega/register/algorithm_register.h"

#include "register_test_support.h"

namespace collega::ai_register {
namespace {

class AlgorithmRegisterTest : public RegisterTest {
 protected:
  void SetUp() override {
    must(
        set_organisation(write(), {.name = "Zorggroep De Linde", .contact = "ai@delinde.example"}, "", as(anna), kNow));
  }
  JsonObject exported(const Use& use, Moment now = kNow) {
    return must(algorithm_register_entry(write(), use, kToday, now));
  }
};
COLLEGA_ON_EVERY_STORE(AlgorithmRegisterTest);

TEST_P(AlgorithmRegisterTest, HasTheMembersOfTheStandardInItsOrder) {
  std::vector<std::string> members;
  for (const auto& [name, value] : exported(kMatch)) members.emplace_back(name);
  EXPECT_THAT(members, ElementsAre("name", "description_short", "organization", "category", "status", "begin_date",
                                   "end_date", "contact_email", "website", "publication_category", "url", "goal",
                                   "proportionality", "human_intervention", "risks", "lawful_basis",
                                   "lawful_basis_grouping", "process_index_url", "impacttoetsen_grouping",
                                   "impacttoetsen", "source_data", "source_data_grouping", "methods_and_models",
                                   "provider", "publiccode", "lang", "standard_version", "source_id", "tags"));
}

TEST_P(AlgorithmRegisterTest, TellsOfAUseWhatCollegaKnows) {
  record_all(kMatch);
  Proof assessment = proof(Condition::data_protection_assessment);
  assessment.reference = "https://delinde.example/dpia-werving";
  must(complete(write(), kMatch, assessment, as(anna), kNow));
  raise(kMatch, State::pilot);
  const JsonObject entry = exported(kMatch);
  EXPECT_EQ(entry.at("name"), "Kandidaten naast de criteria leggen");
  EXPECT_EQ(entry.at("organization"), "Zorggroep De Linde");
  EXPECT_EQ(entry.at("contact_email"), "ai@delinde.example");
  EXPECT_EQ(entry.at("status"), "In gebruik");
  EXPECT_EQ(entry.at("begin_date"), "2026-11");
  EXPECT_EQ(entry.at("end_date"), nullptr);
  EXPECT_EQ(entry.at("publication_category"), "Hoog-risico AI-systeem");
  EXPECT_EQ(entry.at("human_intervention"), "Een mens beslist over elke kandidaat, met een reden.");
  EXPECT_EQ(
      entry.at("risks"),
      "De toepassing is ingedeeld als hoog risico op grond van AI Act, Annex III 4(a). Wat de toepassing niet weet "
      "of doet: Wat niet in de stukken staat, is niet bekend.");
  EXPECT_EQ(entry.at("source_data"), "cv's en brieven van kandidaten, bestanden die iemand aanlevert");
  EXPECT_EQ(
      to_text(entry.at("impacttoetsen_grouping")),
      R"x([{"title":"Data Protection Impact Assessment (DPIA)","link":"https://delinde.example/dpia-werving"},)x"
      R"x({"title":"Beoordeling van de gevolgen voor de grondrechten (AI-verordening, artikel 27)","link":null}])x");
  EXPECT_EQ(entry.at("impacttoetsen"), nullptr);
  EXPECT_EQ(entry.at("lang"), "nld");
  EXPECT_EQ(entry.at("standard_version"), "1.0");
  EXPECT_EQ(entry.at("source_id"), "hiring.match");
}

TEST_P(AlgorithmRegisterTest, TellsWhenAUseBeganAndEnded) {
  EXPECT_EQ(exported(kMatch).at("status"), "In ontwikkeling");
  record_all(kMatch);
  raise(kMatch, State::pilot);
  must(ask(kMatch, State::off, as(anna), std::chrono::sys_days{2027y / 2 / 3} + 8h));
  const JsonObject ended = exported(kMatch, std::chrono::sys_days{2027y / 2 / 4} + 8h);
  EXPECT_EQ(ended.at("status"), "Buiten gebruik");
  EXPECT_EQ(ended.at("begin_date"), "2026-11");
  EXPECT_EQ(ended.at("end_date"), "2027-02");
}

TEST_P(AlgorithmRegisterTest, SaysThatALightUseWentWithoutAssessments) {
  const JsonObject entry = exported(kCount);
  EXPECT_EQ(entry.at("status"), "In gebruik");
  EXPECT_EQ(entry.at("begin_date"), nullptr);
  EXPECT_EQ(entry.at("publication_category"), "Overige algoritmes");
  EXPECT_THAT(std::string{entry.at("impacttoetsen").as_string()}, HasSubstr("niet ingedeeld als hoog risico"));
}

TEST_P(AlgorithmRegisterTest, KeepsTextsWithinTheBoundsOfTheStandard) {
  std::string words;
  for (int i = 0; i < 120; ++i) words += "één ";
  Use wordy = kCount;
  wordy.title.nl = words;
  wordy.purpose.nl = words;
  const JsonObject entry = exported(wordy);
  EXPECT_EQ(to_text(entry.at("name")), to_text(Json(words.substr(0, 150))));  // 100 letters, of which 50 take two bytes
  EXPECT_EQ(entry.at("goal"), Json(words));
}

TEST_P(AlgorithmRegisterTest, IsNotMadeWhileTheOrganisationHasNoNameOrContact) {
  must(set_organisation(write(), {.name = "De Linde"}, "", as(anna), kNow));
  const auto refused = algorithm_register_entry(write(), kMatch, kToday, kNow);
  EXPECT_EQ(code(refused), "missing_member");
  EXPECT_EQ(refused.error().where, "contact");
  must(set_organisation(write(), {.contact = "ai@delinde.example"}, "", as(anna), kNow));
  EXPECT_EQ(algorithm_register_entry(write(), kMatch, kToday, kNow).error().where, "name");
}

}  // namespace
}  // namespace collega::ai_register
