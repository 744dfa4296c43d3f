#include "collega/skills/requirements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

using test::analyst_vacancy;
using test::finder;
using test::known;
using test::level_rank;
using test::licence;
using test::occupation;
using test::skill;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

VacancyReading vacancy(std::string text) {
  return read_vacancy(paper_from_text(std::move(text)), finder(), Language::nl);
}

std::vector<Requirement> asked_in_demands(std::string_view line) {
  return vacancy("# Medewerker\n## Wij vragen\n- " + std::string{line} + "\n").requirements;
}

const Requirement* first_of(const std::vector<Requirement>& all, RequirementType type) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Requirement& r) { return r.type == type; });
  return found == all.end() ? nullptr : &*found;
}

// What its requirements ask by name, one set a requirement.
std::vector<std::vector<ConceptRef>> subjects_of(const std::vector<Requirement>& all) {
  std::vector<std::vector<ConceptRef>> subjects;
  for (const Requirement& requirement : all) subjects.push_back(requirement.any_of);
  return subjects;
}

Criterion criterion(std::string label, RequirementType type, std::string threshold = {}) {
  return {std::move(label), RequirementKind::must, type, std::move(threshold), {}};
}

TEST(Vacancy, GivesWhatStandsUnderItsDemands) {
  const auto reading = vacancy("# Data-analist\n## Wij vragen\n- Kennis van SQL\n- Kennis van Python\n");
  EXPECT_THAT(subjects_of(reading.requirements), ElementsAre(ElementsAre(skill("sql")), ElementsAre(skill("python"))));
}

TEST(Vacancy, ReadsEnglishDemandsToo) {
  const auto reading = vacancy("# Data analyst\n## Requirements\n- Knowledge of SQL\n- Knowledge of Python\n");
  EXPECT_THAT(subjects_of(reading.requirements), ElementsAre(ElementsAre(skill("sql")), ElementsAre(skill("python"))));
}

TEST(Vacancy, ShowsWhereEachThingIsAsked) {
  const std::string text = analyst_vacancy("");
  const auto reading = vacancy(text);
  ASSERT_THAT(reading.requirements, SizeIs(1));
  EXPECT_EQ(reading.requirements[0].source.of(text), "SQL");
}

TEST(Vacancy, HasItsTitleAndTheJobsThatItNames) {
  const auto reading = vacancy("# Wijkverpleegkundige regio Noord\n## Wij vragen\n- BIG-registratie\n");
  EXPECT_EQ(reading.title, "Wijkverpleegkundige regio Noord");
  EXPECT_THAT(reading.occupations, Contains(occupation("district-nurse")));
}

TEST(Vacancy, WithoutARequirementGivesNone) {
  const auto reading =
      vacancy("# Collega gezocht\nLindehof is een warme organisatie aan de rand van de stad. Kom eens langs.\n");
  EXPECT_THAT(reading.requirements, IsEmpty());
}

TEST(Vacancy, OfNoWordsGivesNone) { EXPECT_THAT(vacancy("").requirements, IsEmpty()); }

TEST(Vacancy, WithoutSectionsAsksInItsSentences) {
  const auto reading = vacancy(
      "# Magazijnmedewerker\nJe bent in het bezit van een heftruckcertificaat. Wij verkopen Excel-cursussen.\n");
  EXPECT_THAT(subjects_of(reading.requirements), ElementsAre(ElementsAre(licence("forklift"))));
}

constexpr std::string_view kAround =
    "# Verzorgende IG\n"
    "## Over ons\nOnze teams zijn sterk in wondzorg, palliatieve zorg en Python. Wij werken met Excel.\n"
    "## Wat ga je doen\nJe verleent wondzorg en dient medicatie toe.\n"
    "## Wij vragen\n- Rijbewijs B\n"
    "## Wij bieden\nEen cursus wondzorg, een opleiding tot verpleegkundige en lessen Engels.\n"
    "## Diversiteit\nWij waarderen kennis van talen: Arabisch, Turks en Pools zijn welkom.\n"
    "## Solliciteren\nEen VOG en een assessment in het Engels horen bij de procedure. Bel met ervaring in HR.\n";

TEST(Vacancy, AsksNothingInWhatTheEmployerSaysOfItselfItsOfferAndItsProcedure) {
  EXPECT_THAT(subjects_of(vacancy(std::string{kAround}).requirements),
              ElementsAre(ElementsAre(licence("driving-licence-b"))));
}

TEST(Vacancy, AsksTheSameThingOnce) {
  const auto reading = vacancy(analyst_vacancy("- Je schrijft vlot SQL\n- SQL-queries\n"));
  EXPECT_THAT(subjects_of(reading.requirements), ElementsAre(ElementsAre(skill("sql"))));
}

TEST(Vacancy, KeepsAMustThatIsAWishElsewhere) {
  const auto reading = vacancy(analyst_vacancy("## Pré\n- Kennis van SQL\n"));
  ASSERT_THAT(reading.requirements, SizeIs(1));
  EXPECT_EQ(reading.requirements[0].kind, RequirementKind::must);
}

TEST(Vacancy, SetsMustsBeforeWishes) {
  const auto reading = vacancy("# Analist\n## Pré\n- Kennis van Python\n## Wij vragen\n- Kennis van SQL\n");
  ASSERT_THAT(reading.requirements, SizeIs(2));
  EXPECT_EQ(reading.requirements[0].kind, RequirementKind::must);
  EXPECT_EQ(reading.requirements[1].kind, RequirementKind::wish);
}

TEST(Vacancy, NamesWhatItAsksAndCannotBeMatched) {
  const auto reading = vacancy("# Medewerker\n## Wij vragen\n- Humor en een warm hart\n- Kennis van SQL\n");
  EXPECT_THAT(reading.unread, Contains("Humor en een warm hart"));
  EXPECT_THAT(reading.requirements, SizeIs(1));
}

TEST(Wishes, AreWhatStandsUnderAHeadingOfWishes) {
  for (const std::string heading : {"Pré", "Nice to have", "Bij voorkeur", "Preferred qualifications"}) {
    const auto reading = vacancy(analyst_vacancy("## " + heading + "\n- Kennis van Python\n"));
    ASSERT_THAT(reading.requirements, SizeIs(2)) << heading;
    EXPECT_EQ(reading.requirements[1].kind, RequirementKind::wish) << heading;
    EXPECT_THAT(reading.requirements[1].any_of, ElementsAre(skill("python"))) << heading;
  }
}

TEST(Wishes, AreToldByAWordInALineOfDemands) {
  for (const std::string line : {"Kennis van Python is een pré", "Bij voorkeur kennis van Python", "Python is a plus",
                                 "Python is niet verplicht"}) {
    const auto asked = asked_in_demands(line);
    ASSERT_THAT(asked, SizeIs(1)) << line;
    EXPECT_EQ(asked[0].kind, RequirementKind::wish) << line;
  }
}

TEST(Alternatives, AreOneRequirement) {
  EXPECT_THAT(subjects_of(asked_in_demands("Kennis van Python of Java")),
              ElementsAre(UnorderedElementsAre(skill("python"), skill("java"))));
  EXPECT_THAT(subjects_of(asked_in_demands("Knowledge of Python or Java")),
              ElementsAre(UnorderedElementsAre(skill("python"), skill("java"))));
}

TEST(Alternatives, TakeInTheListThatTheirLastOrCloses) {
  EXPECT_THAT(subjects_of(asked_in_demands("Kennis van Python, Java of SQL")),
              ElementsAre(UnorderedElementsAre(skill("python"), skill("java"), skill("sql"))));
}

TEST(Alternatives, AreNotWhatAndJoins) {
  EXPECT_THAT(
      subjects_of(asked_in_demands("Kennis van Python, Java en SQL")),
      UnorderedElementsAre(ElementsAre(skill("python")), ElementsAre(skill("java")), ElementsAre(skill("sql"))));
}

TEST(AskedExperience, HasItsYearsAndItsJob) {
  const auto asked = asked_in_demands("Minimaal drie jaar ervaring als wijkverpleegkundige");
  const Requirement* experience = first_of(asked, RequirementType::experience);
  ASSERT_TRUE(experience);
  EXPECT_EQ(experience->months, 36);
  EXPECT_THAT(experience->any_of, Contains(occupation("district-nurse")));
}

TEST(AskedExperience, ReadsEnglishYearsAndASkill) {
  const auto asked = asked_in_demands("At least 5 years of experience with Python");
  const Requirement* experience = first_of(asked, RequirementType::experience);
  ASSERT_TRUE(experience);
  EXPECT_EQ(experience->months, 60);
  EXPECT_THAT(experience->any_of, ElementsAre(skill("python")));
}

TEST(AskedExperience, WithoutASubjectIsInTheJobOfTheTitle) {
  const auto reading = vacancy("# Boekhouder\n## Wij vragen\n- Minimaal 2 jaar werkervaring\n");
  const Requirement* experience = first_of(reading.requirements, RequirementType::experience);
  ASSERT_TRUE(experience);
  EXPECT_EQ(experience->months, 24);
  EXPECT_THAT(experience->any_of, Contains(occupation("bookkeeper")));
}

TEST(AskedDegree, HasTheRankOfItsLevel) {
  for (const auto& [line, level] :
       std::vector<std::pair<std::string, std::string>>{{"Een afgeronde mbo 3-opleiding", "mbo3"},
                                                        {"Een afgeronde opleiding op mbo niveau 4", "mbo4"},
                                                        {"Afgeronde hbo-opleiding", "hbo"},
                                                        {"Master's degree", "wo-master"},
                                                        {"A bachelor's degree", "hbo"}}) {
    const auto asked = asked_in_demands(line);
    const Requirement* degree = first_of(asked, RequirementType::degree);
    ASSERT_TRUE(degree) << line;
    EXPECT_EQ(degree->rank, level_rank(ConceptKind::degree_level, level)) << line;
  }
}

TEST(AskedDegree, TakesTheLowestOfSeveralLevels) {
  const auto asked = asked_in_demands("Een afgeronde hbo- of wo-opleiding");
  const Requirement* degree = first_of(asked, RequirementType::degree);
  ASSERT_TRUE(degree);
  EXPECT_EQ(degree->rank, level_rank(ConceptKind::degree_level, "hbo"));
}

TEST(AskedDegree, HasTheFieldOfItsProgramme) {
  const auto asked = asked_in_demands("Diploma hbo-verpleegkunde (HBO-V)");
  const Requirement* degree = first_of(asked, RequirementType::degree);
  ASSERT_TRUE(degree);
  EXPECT_THAT(degree->fields, Contains(known(ConceptKind::degree_field, "nursing")));
  EXPECT_EQ(degree->rank, level_rank(ConceptKind::degree_level, "hbo"));
}

TEST(AskedLanguage, HasItsLevel) {
  for (const auto& [line, level] : std::vector<std::pair<std::string, std::string>>{
           {"Engels in woord en geschrift (B2)", "b2"}, {"English at C1 level", "c1"}, {"Vloeiend Engels", "c1"}}) {
    const auto asked = asked_in_demands(line);
    const Requirement* language = first_of(asked, RequirementType::language);
    ASSERT_TRUE(language) << line;
    EXPECT_THAT(language->any_of, ElementsAre(known(ConceptKind::language, "en"))) << line;
    EXPECT_EQ(language->rank, level_rank(ConceptKind::language_level, level)) << line;
  }
}

TEST(AskedLanguage, WithoutALevelTakesAny) {
  const auto asked = asked_in_demands("Je spreekt Duits");
  const Requirement* language = first_of(asked, RequirementType::language);
  ASSERT_TRUE(language);
  EXPECT_EQ(language->rank, 0);
}

TEST(AskedHours, AreTheLeastOfARange) {
  for (const std::string line : {"Je bent 24 tot 32 uur per week beschikbaar", "Beschikbaar voor 24-32 uur per week",
                                 "Available for 24 hours per week"}) {
    const auto asked = asked_in_demands(line);
    const Requirement* hours = first_of(asked, RequirementType::hours);
    ASSERT_TRUE(hours) << line;
    EXPECT_EQ(hours->hours, 24) << line;
  }
}

TEST(AskedLicence, IsALicenceAndNoSkill) {
  const auto asked = asked_in_demands("In bezit van rijbewijs B");
  ASSERT_THAT(asked, SizeIs(1));
  EXPECT_EQ(asked[0].type, RequirementType::licence);
  EXPECT_THAT(asked[0].any_of, ElementsAre(licence("driving-licence-b")));
}

TEST(Criterion, KeepsItsLabelAndItsKind) {
  Criterion wanted = criterion("Wondzorg", RequirementType::skill);
  wanted.kind = RequirementKind::wish;
  const auto requirement = requirement_from(wanted, finder());
  ASSERT_TRUE(requirement);
  EXPECT_EQ(requirement->label, "Wondzorg");
  EXPECT_EQ(requirement->kind, RequirementKind::wish);
  EXPECT_THAT(requirement->any_of, ElementsAre(skill("wound-care")));
}

TEST(Criterion, HasTheSubjectsOfItsAlternatives) {
  Criterion wanted = criterion("Python", RequirementType::skill);
  wanted.alternatives = {"Java", "SQL"};
  const auto requirement = requirement_from(wanted, finder());
  ASSERT_TRUE(requirement);
  EXPECT_THAT(requirement->any_of, UnorderedElementsAre(skill("python"), skill("java"), skill("sql")));
}

TEST(Criterion, OfNoTypeTakesTheTypeOfItsWords) {
  const auto requirement = requirement_from(criterion("Rijbewijs B", RequirementType::other), finder());
  ASSERT_TRUE(requirement);
  EXPECT_EQ(requirement->type, RequirementType::licence);
}

TEST(Criterion, KeepsTheWordsThatTheTaxonomyDoesNotKnow) {
  const auto requirement = requirement_from(criterion("Ervaring met klokkenluiden", RequirementType::other), finder());
  ASSERT_TRUE(requirement);
  EXPECT_EQ(requirement->type, RequirementType::other);
  EXPECT_THAT(requirement->words, Contains(SizeIs(1)));
}

TEST(CriterionThreshold, IsYearsOfAnExperience) {
  const auto requirement =
      requirement_from(criterion("Ervaring als verpleegkundige", RequirementType::experience, "3"), finder());
  ASSERT_TRUE(requirement);
  EXPECT_EQ(requirement->months, 36);
  EXPECT_THAT(requirement->any_of, Contains(occupation("nurse")));
}

TEST(CriterionThreshold, IsHoursAWeek) {
  const auto requirement = requirement_from(criterion("Beschikbaar", RequirementType::hours, "24"), finder());
  ASSERT_TRUE(requirement);
  EXPECT_EQ(requirement->hours, 24);
}

TEST(CriterionThreshold, IsALevelOfADegree) {
  for (const std::string threshold : {"mbo4", "mbo 4", "MBO-4"}) {
    const auto requirement = requirement_from(criterion("Opleiding", RequirementType::degree, threshold), finder());
    ASSERT_TRUE(requirement) << threshold;
    EXPECT_EQ(requirement->rank, level_rank(ConceptKind::degree_level, "mbo4")) << threshold;
  }
}

TEST(CriterionThreshold, IsALevelOfALanguage) {
  for (const std::string threshold : {"b2", "B2"}) {
    const auto requirement = requirement_from(criterion("Nederlands", RequirementType::language, threshold), finder());
    ASSERT_TRUE(requirement) << threshold;
    EXPECT_EQ(requirement->rank, level_rank(ConceptKind::language_level, "b2")) << threshold;
  }
}

TEST(CriterionThreshold, IsRefusedWhenItsTypeDoesNotKnowIt) {
  for (const Criterion& wanted : {criterion("Ervaring als verpleegkundige", RequirementType::experience, "veel"),
                                  criterion("Beschikbaar", RequirementType::hours, "halve dagen"),
                                  criterion("Opleiding", RequirementType::degree, "bijzonder hoog"),
                                  criterion("Nederlands", RequirementType::language, "z9")}) {
    const auto requirement = requirement_from(wanted, finder());
    ASSERT_FALSE(requirement) << wanted.label;
    EXPECT_EQ(requirement.error().code, ErrorCode::unknown_value) << wanted.label;
    EXPECT_THAT(requirement.error().where, HasSubstr(wanted.label));
  }
}

TEST(CriterionThreshold, OfALevelIsNoBareNumber) {
  const auto requirement = requirement_from(criterion("Nederlands", RequirementType::language, "4"), finder());
  ASSERT_FALSE(requirement);
  EXPECT_EQ(requirement.error().code, ErrorCode::unknown_value);
}

TEST(CriterionThreshold, OfYearsHasNothingBehindTheNumber) {
  EXPECT_FALSE(
      requirement_from(criterion("Ervaring als verpleegkundige", RequirementType::experience, "3x"), finder()));
}

TEST(AskedPlace, IsWhereTheCandidateLivesAndNotWhereTheWorkIs) {
  const auto lives = vacancy("# Monteur\n## Wij vragen\n- Je woont in Zwolle of omgeving\n").requirements;
  ASSERT_THAT(lives, SizeIs(1));
  EXPECT_EQ(lives[0].type, RequirementType::place);
  EXPECT_EQ(lives[0].label, "Zwolle of omgeving");
  EXPECT_THAT(vacancy("# Monteur\n## Wij bieden\n- Standplaats Zwolle\n").requirements, IsEmpty());
}

}  // namespace
}  // namespace collega::skills
