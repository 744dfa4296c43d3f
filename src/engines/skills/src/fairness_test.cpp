// Who somebody is changes no score: the same CV with another name, sex, birth date, nationality and address gets the
// same answers, whatever the vacancy asks.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_skills.h"
#include "words.h"

namespace collega::skills {
namespace {

using test::finder;
using test::match_text;

struct Person {
  std::string name;
  std::string sex;
  std::string born;
  std::string birthplace;
  std::string nationality;
  std::string address;
  std::string family;
};

const std::vector<Person>& people() {
  static const std::vector<Person> all{
      {"Jan de Vries", "man", "12-03-1984", "Zwolle", "Nederlandse", "Dorpsstraat 4, 8011 AB Zwolle",
       "gehuwd, vader van twee kinderen"},
      {"Johanna de Vries", "vrouw", "12-03-1984", "Zwolle", "Nederlandse", "Dorpsstraat 4, 8011 AB Zwolle",
       "gehuwd, moeder van twee kinderen"},
      {"Mohammed El Amrani", "M", "1 januari 1999", "Nador", "Marokkaanse", "Schilderswijk 210-3, 2526 CD Den Haag",
       "ongehuwd"},
      {"Fatma Yılmaz-Öztürk", "V", "30/11/1969", "Ankara", "Turkse", "Korte Poten 9, 3011 ZZ Rotterdam", "weduwe"},
      {"Agnieszka Kowalczyk", "female", "1990-07-08", "Łódź", "Poolse", "Poststraße 7, Kleve", "alleenstaande moeder"},
      {"Nguyễn Thị Hoa", "v", "05.05.2003", "Hải Phòng", "Vietnamese", "Postbus 12, 9700 AA Groningen", "samenwonend"},
      {"Olena Шевченко", "x", "24 augustus 1991", "Харків", "Oekraïense", "Noodopvang, Kerkplein 1, Goes",
       "gescheiden"},
      {"D. Abubakar", "non-binair", "1961", "Kano", "Nigeriaanse", "Veerweg 88, 4381 BE Vlissingen", "vijf kinderen"},
      {"Ruby Hart", "woman", "29-02-1996", "Paramaribo", "Surinaamse", "Hoofdweg 500, 1058 BC Amsterdam",
       "gehuwd met een vrouw"},
      {"Sandra Bakker-Visser", "vrouw", "17-09-1978", "Urk", "Nederlandse", "Havenkade 3, 8321 AA Urk",
       "vier kinderen"},
      {"Piet Timmerman", "man", "03-10-1988", "Gent", "Belgische", "Molenstraat 61, 9000 Gent",
       "geregistreerd partnerschap"},
  };
  return all;
}

std::string filled(std::string text, const Person& person) {
  const std::pair<std::string, const std::string*> gaps[] = {{"{name}", &person.name},
                                                             {"{sex}", &person.sex},
                                                             {"{born}", &person.born},
                                                             {"{birthplace}", &person.birthplace},
                                                             {"{nationality}", &person.nationality},
                                                             {"{address}", &person.address},
                                                             {"{family}", &person.family}};
  for (const auto& [gap, value] : gaps) {
    for (std::size_t at = text.find(gap); at != std::string::npos; at = text.find(gap, at + value->size()))
      text.replace(at, gap.size(), *value);
  }
  return text;
}

constexpr std::string_view kNurse = R"(# {name}
## Personalia
Naam: {name}
Geslacht: {sex}
Geboren: {born} te {birthplace}
Nationaliteit: {nationality}
Adres: {address}
Burgerlijke staat: {family}
## Werkervaring
Wijkverpleegkundige, maart 2019 - heden
Thuiszorg De Linde
- Wondzorg en VAC-therapie
- Medicatie toedienen
Verzorgende IG, 2014 - 2018
Verpleeghuis Oost
## Opleiding
HBO-V, diploma 2018
## Talen
Nederlands: C1
Engels: B1
## Overig
Rijbewijs B. BIG-geregistreerd tot 01-06-2029. Beschikbaar voor 28 uur per week.
)";

constexpr std::string_view kNurseLetter = R"(Beste selectiecommissie,
Mijn naam is {name}, geboren op {born}, en ik reageer op de vacature van wijkverpleegkundige.
Ik werk sinds 2019 in de wijk en ik geef dagelijks wondzorg. Ik heb rijbewijs B en een BIG-registratie.
In 2018 rondde ik de HBO-V af. Mijn Nederlands is vloeiend.
Met vriendelijke groet,
{name}
{address}
)";

constexpr std::string_view kDeveloper = R"({name}
Address: {address}
Date of birth: {born}
Gender: {sex}
Nationality: {nationality}
Marital status: {family}
# Experience
Python developer, January 2020 - present
Built services in Python and SQL on PostgreSQL, with Docker.
Java developer, 2016 - 2019
# Education
Bachelor of Science in computer science, 2016
# Skills
- Python (primary)
- Java
# Languages
English (C1), Dutch (A2)
)";

constexpr std::string_view kDriver = R"({name} | {address} | {born} | {nationality}
WERKERVARING
2018 - heden heftruckchauffeur bij Transport Noord
2012 - 2017 orderpicker bij Distributie Zuid
OPLEIDING
mbo 2 logistiek, 2012
CERTIFICATEN
Heftruckcertificaat, VCA basis
Geen rijbewijs
)";

constexpr std::string_view kNurseVacancy =
    "# Wijkverpleegkundige\n## Wij vragen\n- Afgeronde HBO-V\n- BIG-registratie\n- Minimaal 3 jaar ervaring als "
    "wijkverpleegkundige\n"
    "- Kennis van wondzorg\n- Rijbewijs B\n- Nederlands op niveau B2\n- Je bent minimaal 24 uur per week "
    "beschikbaar\n## Pré\n- Engels\n- VAC-therapie\n";
constexpr std::string_view kDeveloperVacancy =
    "# Software developer\n## Requirements\n- Bachelor's degree in computer science\n- At least 5 years of experience "
    "with Python\n"
    "- Knowledge of SQL\n- Knowledge of Java or Kotlin\n- English at C1 level\n## Nice to have\n- Experience with "
    "Ruby\n- Docker\n- Dutch\n";
constexpr std::string_view kDriverVacancy =
    "# Heftruckchauffeur\n## Wij vragen\n- Heftruckcertificaat\n- VCA\n- Rijbewijs B\n- Minimaal 2 jaar ervaring als "
    "heftruckchauffeur\n"
    "- Mbo 2\n- Nederlands\n## Pré\n- Duits\n- Ervaring als orderpicker\n";

std::vector<Requirement> asked_by(std::string_view vacancy) {
  return read_vacancy(paper_from_text(std::string{vacancy}), finder(), Language::nl).requirements;
}

void expect_same_for_everybody(std::string_view cv) {
  for (const std::string_view vacancy : {kNurseVacancy, kDeveloperVacancy, kDriverVacancy}) {
    const auto asked = asked_by(vacancy);
    ASSERT_GE(asked.size(), 6U);
    const CandidateMatch first = match_text(filled(std::string{cv}, people().front()), asked);
    for (const Person& person : people()) {
      const CandidateMatch other = match_text(filled(std::string{cv}, person), asked);
      EXPECT_EQ(other.score, first.score) << person.name;
      EXPECT_EQ(other.group, first.group) << person.name;
      for (std::size_t i = 0; i < asked.size(); ++i) {
        EXPECT_EQ(other.judgements[i].met, first.judgements[i].met) << person.name << ": " << asked[i].label;
        EXPECT_EQ(other.judgements[i].ground, first.judgements[i].ground) << person.name << ": " << asked[i].label;
      }
    }
  }
}

TEST(Fairness, WhoANurseIsChangesNoScoreOfTheirCv) { expect_same_for_everybody(kNurse); }

TEST(Fairness, WhoANurseIsChangesNoScoreOfTheirLetter) { expect_same_for_everybody(kNurseLetter); }

TEST(Fairness, WhoADeveloperIsChangesNoScore) { expect_same_for_everybody(kDeveloper); }

TEST(Fairness, WhoADriverIsChangesNoScore) { expect_same_for_everybody(kDriver); }

TEST(Fairness, TheCvsOfThisTestAreUnderstood) {
  EXPECT_GT(match_text(filled(std::string{kNurse}, people().front()), asked_by(kNurseVacancy)).score, 0.9);
  EXPECT_GT(match_text(filled(std::string{kDeveloper}, people().front()), asked_by(kDeveloperVacancy)).score, 0.8);
  EXPECT_GT(match_text(filled(std::string{kDriver}, people().front()), asked_by(kDriverVacancy)).score, 0.5);
}

TEST(Fairness, TheFormOfAJobForAWomanOrAManIsTheSameJob) {
  const std::pair<std::string, std::string> forms[] = {{"verpleger", "verpleegster"},
                                                       {"boekhouder", "boekhoudster"},
                                                       {"telefonist", "telefoniste"},
                                                       {"magazijnmedewerker", "magazijnmedewerkster"},
                                                       {"timmerman", "timmervrouw"}};
  for (const auto& [his, hers] : forms) {
    for (const std::string_view job : {"nurse", "bookkeeper", "receptionist", "warehouse-worker", "carpenter"}) {
      const std::vector<Requirement> asked{test::must_have_worked({test::occupation(job)}, 36)};
      EXPECT_EQ(match_text("# Werkervaring\n" + his + ", januari 2019 - heden\n", asked).score,
                match_text("# Werkervaring\n" + hers + ", januari 2019 - heden\n", asked).score)
          << his << " " << job;
    }
  }
}

// Why somebody did not work is theirs alone.
TEST(Fairness, AGapAndItsReasonChangeNothing) {
  for (const std::string_view vacancy : {kNurseVacancy, kDriverVacancy}) {
    const auto asked = asked_by(vacancy);
    const CandidateMatch without = match_text(filled(std::string{kDriver}, people().front()), asked);
    for (const std::string_view gap : {"ouderschapsverlof", "langdurig ziek", "werkloos", "detentie", "sabbatical",
                                       "mantelzorg voor mijn vader", "opvoeding van de kinderen"}) {
      const std::string cv = filled(std::string{kDriver}, people().front());
      const CandidateMatch with = match_text(cv + "\njanuari 2009 - maart 2011: " + std::string{gap} + "\n", asked);
      EXPECT_EQ(with.score, without.score) << gap;
      for (std::size_t i = 0; i < asked.size(); ++i)
        EXPECT_EQ(with.judgements[i].met, without.judgements[i].met) << gap << ": " << asked[i].label;
    }
  }
}

// Who works on the gaps of others has a job, also where the taxonomy does not know it.
TEST(Fairness, WorkWithAnEmployerIsNoGap) {
  const auto asked = test::must_have_worked({test::occupation("nurse")}, 36);
  const std::string nurse = "# Werkervaring\nVerpleegkundige, Ziekenhuis Oost\n2019 - 2020\n";
  EXPECT_EQ(test::judged(asked, nurse).met,
            test::judged(asked, nurse + "2012 - 2018: mantelzorg voor mijn vader\n").met);
  EXPECT_EQ(test::judged(test::must_have_worked({test::occupation("cook")}, 36),
                         "# Werkervaring\nConsulente mantelzorg, Gemeente Oosterhage\n2012 - 2018\n")
                .met,
            Met::unknown);
}

TEST(Fairness, TheTownInTheNameOfASchoolIsNoHome) {
  Requirement asked = test::must(RequirementType::place, {});
  asked.words = {content_words("Lindestad")};
  EXPECT_EQ(test::judged(asked, "# Opleiding\nBachelor, Hogeschool Lindestad, 2012\n").met, Met::unknown);
  EXPECT_EQ(test::judged(asked, "# Wat ik leerde\nSocial Work, Hogeschool Lindestad\n").met, Met::unknown);
  EXPECT_EQ(test::judged(asked, "Jo Peeters\nWoonplaats Lindestad\n").met, Met::yes);
  EXPECT_EQ(test::judged(asked, "Jo Peeters\n9999 LM Lindestad, 06-00020033\n").met, Met::yes);
}

TEST(Fairness, ANationalityIsNoLanguage) {
  Requirement asked = test::must(RequirementType::language, {test::known(ConceptKind::language, "nl")});
  EXPECT_EQ(test::judged(asked, "# Personalia\nNationaliteit: Nederlands\n").met, Met::unknown);
  EXPECT_EQ(test::judged(asked, "# Personal details\nNationality: Dutch\n").met, Met::unknown);
}

TEST(Fairness, WhatStandsBehindThePersonalFieldsOfALineIsStillRead) {
  const std::string cv = "Naam: Piet Timmerman | Nationaliteit: Belgisch | Rijbewijs: B | Talen: Frans\n";
  EXPECT_EQ(test::judged(test::must_hold("driving-licence-b"), cv).met, Met::yes);
  EXPECT_EQ(test::judged(test::must(RequirementType::language, {test::known(ConceptKind::language, "fr")}), cv).met,
            Met::yes);
}

TEST(Fairness, AJobBehindANameInASentenceIsStillRead) {
  EXPECT_THAT(
      test::names_in("Mijn naam is Piet Timmerman en ik ben kok."),
      testing::AllOf(testing::Contains("occupation/cook"), testing::Not(testing::Contains("occupation/carpenter"))));
}

TEST(Fairness, AnAddressOrANameIsNoSkillAndNoJob) {
  const std::vector<Requirement> asked{test::must_know("java"),
                                       test::must_have_worked({test::occupation("carpenter")}, 0),
                                       test::must_have_worked({test::occupation("cook")}, 0)};
  EXPECT_EQ(
      match_text("# Personalia\nAdres: Java-eiland 4, Amsterdam\nNaam: Piet Timmerman\nNaam: Jan Kok\n", asked).score,
      0);
}

}  // namespace
}  // namespace collega::skills
