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

TEST(Experience, IsPartlyMetByAJobWithoutDates) {
  const Judgement judgement =
      judged(must_have_worked({occupation("nurse")}, 36), "# Werkervaring\nVerpleegkundige bij Ziekenhuis Oost\n");
  EXPECT_EQ(judgement.met, Met::partly);
  EXPECT_EQ(judgement.ground, Ground::undated_experience);
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

}  // namespace
}  // namespace collega::skills
