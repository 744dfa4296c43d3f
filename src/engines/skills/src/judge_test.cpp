#include "judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

using test::judged;
using test::known;
using test::must_have_degree;
using test::must_have_worked;
using test::must_hold;
using test::must_speak;
using test::must_work_hours;
using test::occupation;
using test::skill;
using testing::DoubleNear;

Judgement after_working(std::string_view period) {
  return judged(must_have_worked({occupation("nurse")}, 36),
                "# Werkervaring\nVerpleegkundige, " + std::string{period} + "\nZorggroep De Linde, Assen\n");
}

TEST(Experience, IsMetFromTheMonthsAskedOn) {
  EXPECT_EQ(after_working("januari 2020 - december 2022").met, Met::yes);
  EXPECT_EQ(after_working("januari 2020 - december 2022").ground, Ground::enough_experience);
  EXPECT_THAT(after_working("januari 2020 - december 2022").months, DoubleNear(36, 0.5));
}

TEST(Experience, IsPartlyMetFromHalfTheMonthsAskedOn) {
  EXPECT_EQ(after_working("januari 2020 - september 2022").met, Met::partly);
  EXPECT_EQ(after_working("januari 2020 - juli 2021").met, Met::partly);
  EXPECT_EQ(after_working("januari 2020 - juli 2021").ground, Ground::too_little_experience);
}

TEST(Experience, IsNotMetBelowHalfTheMonthsAsked) {
  EXPECT_EQ(after_working("januari 2020 - maart 2021").met, Met::no);
  EXPECT_EQ(after_working("januari 2020 - maart 2021").ground, Ground::too_little_experience);
}

TEST(Experience, TakesBareYearsAtTheirFullLength) { EXPECT_EQ(after_working("2020 - 2023").met, Met::yes); }

TEST(Experience, CountsUpToToday) {
  EXPECT_THAT(after_working("november 2023 - heden").months, DoubleNear(36.7, 0.5));
  EXPECT_EQ(after_working("november 2023 - heden").met, Met::yes);
}

TEST(Experience, CountsJobsThatOverlapOnce) {
  const Judgement judgement = judged(must_have_worked({occupation("nurse")}, 48),
                                     "# Werkervaring\nVerpleegkundige, januari 2020 - december 2021\nZiekenhuis Oost\n"
                                     "Verpleegkundige, januari 2021 - december 2022\nThuiszorg West\n");
  EXPECT_THAT(judgement.months, DoubleNear(36, 0.5));
  EXPECT_EQ(judgement.met, Met::partly);
}

TEST(Experience, AddsUpJobsThatFollowEachOther) {
  const Judgement judgement = judged(must_have_worked({occupation("nurse")}, 48),
                                     "# Werkervaring\nVerpleegkundige, januari 2018 - december 2019\nZiekenhuis Oost\n"
                                     "Verpleegkundige, januari 2021 - december 2022\nThuiszorg West\n");
  EXPECT_THAT(judgement.months, DoubleNear(48, 0.5));
  EXPECT_EQ(judgement.met, Met::yes);
}

TEST(Experience, CountsNoYearsOfStudy) {
  const Judgement judgement = judged(must_have_worked({occupation("nurse")}, 36),
                                     "# Opleiding\nOpleiding tot verpleegkundige, januari 2016 - december 2020\n");
  EXPECT_NE(judgement.met, Met::yes);
}

TEST(Experience, IsUnknownOfAJobWithoutDates) {
  const Judgement judgement =
      judged(must_have_worked({occupation("nurse")}, 36), "# Werkervaring\nVerpleegkundige bij Ziekenhuis Oost\n");
  EXPECT_EQ(judgement.met, Met::unknown);
  EXPECT_EQ(judgement.ground, Ground::undated_experience);
  EXPECT_FALSE(judgement.evidence.empty());
}

TEST(Experience, IsMetByYearsThatThePapersName) {
  EXPECT_EQ(judged(must_have_worked({skill("wound-care")}, 60), "Ik heb tien jaar ervaring met wondzorg.").met,
            Met::yes);
}

TEST(Registration, ThatHasExpiredIsNo) {
  const Judgement judgement = judged(must_hold("big-nurse"), "BIG-registratie verpleegkundige, geldig tot 31-12-2025");
  EXPECT_EQ(judgement.met, Met::no);
  EXPECT_EQ(judgement.ground, Ground::expired);
}

TEST(Registration, ThatIsStillValidIsYes) {
  EXPECT_EQ(judged(must_hold("big-nurse"), "BIG-registratie verpleegkundige, geldig tot 31-12-2028").met, Met::yes);
  EXPECT_EQ(judged(must_hold("big-nurse"), "BIG-registratie verpleegkundige, geldig tot 22-11-2026").met, Met::yes);
}

TEST(Degree, IsMetByTheLevelAskedAndByAHigherOne) {
  EXPECT_EQ(judged(must_have_degree("mbo4"), "# Opleiding\nmbo 4, behaald in 2015\n").met, Met::yes);
  EXPECT_EQ(judged(must_have_degree("mbo4"), "# Opleiding\nhbo, behaald in 2015\n").met, Met::yes);
}

TEST(Degree, OfALowerLevelIsNotMet) {
  EXPECT_EQ(judged(must_have_degree("hbo"), "# Opleiding\nmbo 2, behaald in 2015\n").met, Met::no);
}

TEST(Degree, InAnotherFieldIsPartlyMet) {
  const Requirement nursing = must_have_degree("hbo", {known(ConceptKind::degree_field, "nursing")});
  EXPECT_EQ(judged(nursing, "# Opleiding\nHBO-V, diploma 2015\n").met, Met::yes);
  const Judgement other = judged(nursing, "# Opleiding\nhbo bedrijfskunde, diploma 2015\n");
  EXPECT_EQ(other.met, Met::partly);
  EXPECT_EQ(other.ground, Ground::other_field);
}

TEST(SpokenLanguage, IsMetFromTheLevelAskedOn) {
  EXPECT_EQ(judged(must_speak("nl", "b2"), "# Talen\nNederlands: B2\n").met, Met::yes);
  EXPECT_EQ(judged(must_speak("nl", "b2"), "# Talen\nNederlands: moedertaal\n").met, Met::yes);
}

TEST(SpokenLanguage, IsPartlyMetOneLevelBelowAndNotMetFurtherDown) {
  EXPECT_EQ(judged(must_speak("nl", "b2"), "# Talen\nNederlands: B1\n").met, Met::partly);
  EXPECT_EQ(judged(must_speak("nl", "b2"), "# Talen\nNederlands: A2\n").met, Met::no);
}

TEST(SpokenLanguage, HasTheLevelBehindItInARow) {
  EXPECT_EQ(judged(must_speak("en", "b1"), "Duits: B2, Engels: A2, Frans: B1").met, Met::partly);
}

TEST(SpokenLanguage, IsPartlyMetWhereItsLevelIsNotSaid) {
  EXPECT_EQ(judged(must_speak("nl", "b2"), "# Talen\nNederlands\n").ground, Ground::level_unstated);
}

TEST(Hours, AreMetWhereEnoughAreOffered) {
  EXPECT_EQ(judged(must_work_hours(24), "Beschikbaar voor 24 tot 32 uur per week.").met, Met::yes);
  EXPECT_EQ(judged(must_work_hours(32), "Beschikbaar voor 16 uur per week.").met, Met::no);
  EXPECT_EQ(judged(must_work_hours(32), "Ik ben per direct beschikbaar.").met, Met::unknown);
}

TEST(Experience, ThatIsDeniedIsNo) {
  const Judgement judgement =
      judged(must_have_worked({occupation("hr-adviser")}, 36), "Ik heb nog nooit als HR-adviseur gewerkt.");
  EXPECT_EQ(judgement.met, Met::no);
  EXPECT_EQ(judgement.ground, Ground::denied);
}

TEST(Hours, MayBeToldByTheDay) {
  EXPECT_EQ(judged(must_work_hours(32), "Ik kan vier volle dagen van acht uur werken.").met, Met::yes);
  EXPECT_EQ(judged(must_work_hours(32), "Beschikbaar: drie dagen van acht uur.").met, Met::no);
  EXPECT_EQ(judged(must_work_hours(32), "Vier dagen, 32 uur.").met, Met::yes);
}

TEST(DrivingLicence, HasEveryCategoryThatIsNamed) {
  EXPECT_EQ(judged(test::must_hold("driving-licence-c"), "Rijbewijzen B, C en CE").met, Met::yes);
  EXPECT_EQ(judged(test::must_hold("driving-licence-c"), "Rijbewijs\nB en C (code 95)").met, Met::yes);
  EXPECT_EQ(judged(test::must_hold("driving-licence-b"), "Rijbewijs\nB, verlopen in februari 2025.").met, Met::no);
}

TEST(Experience, IsNotMetWhereNothingInThePapersIsNearIt) {
  const std::string cv =
      "# Werkervaring\nNagelstyliste, Salon Glans\noktober 2020 - september 2026\n- manicure en gelnagels bij klanten "
      "thuis\n";
  EXPECT_EQ(judged(must_have_worked({occupation("warehouse-worker")}, 12), cv).met, Met::no);
  // What is not read well says nothing: the work may be there in words that are not known.
  EXPECT_EQ(judged(must_have_worked({occupation("warehouse-worker")}, 12),
                   "# Doświadczenie\nStylistka paznokci, Salon Glans\n2020 - 2026\n- manicure u klientek w domu\n")
                .met,
            Met::unknown);
}

TEST(Experience, OfAJobIsNotMetByAnotherOfItsField) {
  const auto asked = requirement_from(
      {"3 jaar ervaring als HR-adviseur", RequirementKind::must, RequirementType::experience, "3", {}}, test::finder());
  ASSERT_TRUE(asked);
  EXPECT_NE(judged(asked.value(), "# Werkervaring\nCorporate recruiter, Fabriek De Trapper\n2015 - 2022\n").met,
            Met::yes);
}

TEST(Degree, HasTheLevelThatIsToldAndNotTheOneOfTheSchool) {
  EXPECT_EQ(
      judged(must_have_degree("hbo"), "# Opleiding\nAssociate degree HRM, Hogeschool Lindestad, 2023, diploma\n").met,
      Met::partly);
  EXPECT_EQ(judged(must_have_degree("mbo4"), "# Opleiding\nMedewerker beheer ICT, mbo niveau 3, diploma 2015\n").met,
            Met::partly);
}

TEST(Experience, IsNoOfACareerInOtherWork) {
  const Judgement judgement = judged(must_have_worked({occupation("hr-adviser")}, 36),
                                     "# Werkervaring\nSecretarieel medewerker, januari 2018 - heden\nKantoor Oost\n");
  EXPECT_EQ(judgement.met, Met::no);
  EXPECT_EQ(judgement.ground, Ground::too_little_experience);
}

TEST(Experience, IsUnknownOfWorkThatIsNotNamed) {
  EXPECT_EQ(judged(must_have_worked({occupation("hr-adviser")}, 36), "# Werkervaring\njanuari 2018 - heden\n").met,
            Met::unknown);
}

TEST(Experience, IsPartlyMetByAJobThatSharesItsSkills) {
  const Judgement judgement =
      judged(must_have_worked({occupation("system-administrator")}, 36),
             "# Werkervaring\nServicedeskmedewerker, januari 2018 - heden\nBakkerijketen Oost\n");
  EXPECT_EQ(judgement.met, Met::partly);
  EXPECT_EQ(judgement.ground, Ground::related);
}

TEST(Experience, WithinAFieldIsShownByTheEmployersName) {
  Requirement asked = must_have_worked({skill("leadership")}, 36);
  asked.fields = {test::known(ConceptKind::degree_field, "health")};
  asked.within_fields = true;
  EXPECT_EQ(judged(asked, "# Werkervaring\nTeamleider, januari 2018 - heden\nZorgkring Wilgerveld\n").met, Met::yes);
  EXPECT_EQ(judged(asked, "# Werkervaring\nTeamleider, januari 2018 - heden\nHotel Aan Zee\n").met, Met::no);
  EXPECT_EQ(judged(asked, "# Werkervaring\nTeamleider, januari 2018 - heden\nDe Linde\n").met, Met::unknown);
}

TEST(Usual, InAJobIsNothingWhenItWasHeldShortly) {
  const Requirement asked = test::must_know("medication-administration");
  EXPECT_EQ(judged(asked, "# Werkervaring\nVerpleegkundige, mei 2026 - heden\n").met, Met::unknown);
  EXPECT_EQ(judged(asked, "# Werkervaring\nVerpleegkundige, mei 2020 - heden\n").met, Met::partly);
  EXPECT_EQ(judged(asked, "# Profiel\nVerpleegkundige worden is mijn droom.\n").met, Met::unknown);
}

TEST(Registration, ThatIsYetToBeObtainedIsNo) {
  EXPECT_EQ(judged(must_hold("forklift"), "Ik wil dit voorjaar graag een heftruckcertificaat halen.").met, Met::no);
  EXPECT_EQ(judged(must_hold("forklift"),
                   "Ik wil graag een reachtruckcertificaat halen. In bezit van een heftruckcertificaat.")
                .met,
            Met::yes);
}

TEST(Degree, InAnotherTradeIsNoneInThisOne) {
  const Requirement asked = must_have_degree("mbo3", {test::known(ConceptKind::degree_field, "caring")});
  EXPECT_EQ(judged(asked, "# Opleiding\nMbo 4 autotechniek, 2008\n").met, Met::no);
}

TEST(Degree, InAFieldThatIsDeniedIsNo) {
  const Requirement asked = must_have_degree("mbo4", {test::known(ConceptKind::degree_field, "computer-science")});
  EXPECT_EQ(judged(asked, "Een ICT-opleiding heb ik niet.").met, Met::no);
}

TEST(Degree, IsNoWordThatHappensToBeOne) {
  EXPECT_NE(judged(must_have_degree("hbo"), "Na jaren aan het bed wil ik iets anders.").met, Met::yes);
  EXPECT_EQ(judged(must_have_degree("hbo"), "# Education\nBEd, 2012\n").met, Met::yes);
}

TEST(Spoken, MayBeNamedByACodeOrATest) {
  EXPECT_EQ(judged(test::must_speak("nl", "b1"), "# Talen\nNL (C1), FR (A2)\n").met, Met::yes);
  EXPECT_EQ(judged(test::must_speak("fr", "b1"), "# Talen\nNL (C1), FR (A2)\n").met, Met::partly);
  EXPECT_EQ(judged(test::must_speak("en", "b2"), "IELTS 7.5, C1").met, Met::yes);
  EXPECT_EQ(judged(test::must_speak("en", "b2"), "English is my mother tongue.").met, Met::yes);
}

TEST(Hours, MayBeWrittenInWords) {
  EXPECT_EQ(judged(test::must_work_hours(32), "# Beschikbaarheid\nVeertig uur per week\n").met, Met::yes);
  EXPECT_EQ(judged(test::must_work_hours(32), "# Beschikbaarheid\nVierentwintig uur per week\n").met, Met::no);
  EXPECT_EQ(judged(test::must_work_hours(32), "# Availability\nThirty-two hours a week\n").met, Met::yes);
}

TEST(Hours, AtMostAreNoMore) {
  EXPECT_EQ(judged(test::must_work_hours(28),
                   "Beschikbaar voor 32 uur per week.\n\nIk kan niet meer dan 24 uur per week werken.\n")
                .met,
            Met::no);
}

TEST(Criterion, ThatAsksTwoThingsIsPartlyMetByOne) {
  const auto asked = requirement_from(
      {"Avond- en weekenddiensten", RequirementKind::must, RequirementType::skill, "", {}}, test::finder());
  ASSERT_TRUE(asked);
  EXPECT_EQ(judged(asked.value(), "Ik werk graag in de weekenden. Avonddiensten kan ik niet doen.").met, Met::partly);
  EXPECT_EQ(judged(asked.value(), "Avonddiensten kan ik niet doen.").met, Met::no);
}

}  // namespace
}  // namespace collega::skills
