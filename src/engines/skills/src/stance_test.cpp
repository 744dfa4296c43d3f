// Whose work it is: the writer's, the writer's under another's hand, or the employer's.

#include "stance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

using test::judged;
using test::must_know;
using test::skill;
using test::stance_to;
using testing::Optional;

TEST(WorkByAChecklist, IsABeginning) {
  for (const std::string text :
       {"- Microsoft 365-gebruikers aangemaakt volgens checklist", "- Microsoft 365 users created by checklist",
        "Gebruikers aanmaken in Microsoft 365 en hun postvak klaarzetten, volgens een checklist "
        "van de beheerder"}) {
    EXPECT_THAT(stance_to(skill("microsoft-365"), text), Optional(Stance::weak)) << text;
  }
}

TEST(ABeginning, IsSaidOfAllBehindItsColon) {
  const std::string text = "Basiskennis: Python, Java en SQL";
  for (const std::string_view id : {"python", "java", "sql"})
    EXPECT_THAT(stance_to(skill(id), text), Optional(Stance::weak)) << id;
  EXPECT_THAT(stance_to(skill("sql"), "Onder begeleiding van een senior: rapportages in SQL gemaakt."),
              Optional(Stance::weak));
}

TEST(ABeginning, IsNotSaidBeyondTheNextTurn) {
  EXPECT_THAT(stance_to(skill("sql"), "Basiskennis: Python; SQL dagelijks"), Optional(Stance::claimed));
}

TEST(AWish, IsWishedToTheEndOfItsList) {
  const std::string text = "Don't use them yet but would like to develop skills with Python, Go, Angular, and Docker.";
  for (const std::string_view id : {"python", "angular", "docker"})
    EXPECT_THAT(stance_to(skill(id), text), Optional(Stance::wished)) << id;
}

TEST(AWish, EndsWhereAnotherStatementBegins) {
  EXPECT_THAT(stance_to(skill("sql"), "Ik wil graag Python leren, met SQL werk ik dagelijks."),
              Optional(Stance::claimed));
}

TEST(AnEmployer, IsAnOrganisationThatDoesSomething) {
  EXPECT_THAT(stance_to(skill("azure"), "Het bedrijf migreert klanten naar Azure."), Optional(Stance::of_others));
  EXPECT_THAT(stance_to(skill("community-nursing"), "De stichting verleent wijkverpleging in vier dorpen."),
              Optional(Stance::of_others));
  EXPECT_THAT(stance_to(skill("azure"), "The company migrates banks to Azure."), Optional(Stance::of_others));
}

TEST(AnEmployer, IsNotMeantWhereTheWriterWorkedForTheCompany) {
  EXPECT_THAT(stance_to(skill("azure"), "- Servers van het bedrijf overgezet naar Azure"), Optional(Stance::claimed));
  EXPECT_THAT(stance_to(skill("azure"), "- Moved the company to Azure"), Optional(Stance::claimed));
}

TEST(AnEmployer, IsKnownByTheLineWithTheYears) {
  const std::string cv =
      "Systeembeheerder, Veldkamp Techniek, 2019 - 2023\nVeldkamp Techniek verhuist scholen naar Azure.\n";
  EXPECT_THAT(stance_to(skill("azure"), cv), Optional(Stance::of_others));
}

TEST(AnEmployer, IsNoTaskThatBeginsWithACapital) {
  EXPECT_EQ(
      judged(must_know("sql"), "# Werkervaring\nAnalist bij Veldkamp, 2019 - 2023\n- Rapportages gemaakt in SQL\n").met,
      Met::yes);
}

TEST(AnEmployer, IsNotTheWriterWhoTellsOfThemselvesByName) {
  const std::string cv =
      "Anna Dekker\n2019 - 2023 Verpleegkundige bij De Hazelaar\nAnna verzorgt wondzorg en triage.\n";
  EXPECT_THAT(stance_to(skill("wound-care"), cv), Optional(Stance::claimed));
}

TEST(ASubject, ThatIsATeamOrAColleagueSpeaksOfOthers) {
  const ConceptRef palliative = test::skill("palliative-care");
  EXPECT_EQ(test::stance_to(palliative, "Mijn collega's doen palliatieve zorg."), Stance::of_others);
  EXPECT_EQ(test::stance_to(palliative, "Het team deed de palliatieve zorg."), Stance::of_others);
  EXPECT_EQ(test::stance_to(palliative, "Met mijn team deed ik de palliatieve zorg."), Stance::claimed);
}

TEST(AJob, OfAnotherOrOfSeveralIsNotTheWriters) {
  const ConceptRef nurse = test::occupation("nurse");
  EXPECT_EQ(test::stance_to(nurse, "De verpleegkundige kwam elke dag langs."), Stance::of_others);
  EXPECT_EQ(test::stance_to(nurse, "Leiding aan 31 verpleegkundigen."), Stance::of_others);
  EXPECT_EQ(test::stance_to(nurse, "Verpleegkundige, Ziekenhuis Oost"), Stance::claimed);
}

}  // namespace
}  // namespace collega::skills
