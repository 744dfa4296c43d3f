// Papers in German, French and Polish: the names of common degrees, licences, languages and jobs.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

using test::judged;
using test::known;
using test::licence;
using test::must_have_degree;
using test::must_have_worked;
using test::must_hold;
using test::must_know;
using test::must_speak;
using test::occupation;
using test::stance_to;
using testing::Optional;

TEST(ForeignPaper, NamesItsLicences) {
  for (const char* text : {"Führerschein Klasse B", "Permis de conduire B", "Prawo jazdy kat. B"})
    EXPECT_EQ(judged(must_hold("driving-licence-b"), text).met, Met::yes) << text;
  for (const char* text : {"Staplerschein", "CACES 3", "Uprawnienia na wózki widłowe"})
    EXPECT_EQ(judged(must_hold("forklift"), text).met, Met::yes) << text;
}

TEST(ForeignPaper, DeniesInItsOwnWords) {
  for (const char* text : {"Ich habe keinen Führerschein.", "Je n'ai pas le permis de conduire.",
                           "Nie mam prawa jazdy.", "Prawo jazdy: brak"}) {
    EXPECT_THAT(stance_to(licence("driving-licence"), text), Optional(Stance::denied)) << text;
  }
}

TEST(ForeignPaper, NamesItsLanguagesAndTheirLevel) {
  for (const char* text : {"# Sprachen\nNiederländisch (sehr gut)\n", "# Langues\nNéerlandais : courant\n",
                           "# Języki\nJęzyk niderlandzki: biegły\n"}) {
    EXPECT_EQ(judged(must_speak("nl", "b2"), text).met, Met::yes) << text;
  }
}

TEST(ForeignPaper, NamesItsDegrees) {
  const Requirement nursing = must_have_degree("mbo4", {known(ConceptKind::degree_field, "nursing")});
  EXPECT_EQ(judged(nursing, "# Ausbildung\nGesundheits- und Krankenpflegerin, Examen 2010\n").met, Met::yes);
  EXPECT_EQ(judged(nursing, "# Formation\nDiplôme d'État d'infirmière, 2012\n").met, Met::yes);
  EXPECT_EQ(judged(must_have_degree("wo-master"), "# Wykształcenie\nTytuł magistra, 2011\n").met, Met::yes);
}

TEST(ForeignPaper, NamesItsJobsInCareAndLogistics) {
  const auto nurse = must_have_worked({occupation("nurse")}, 24);
  EXPECT_EQ(judged(nurse, "# Berufserfahrung\nKrankenpflegerin, 2015 - 2020\nKlinik am See\n").met, Met::yes);
  EXPECT_EQ(judged(nurse, "# Expérience professionnelle\nInfirmière, 2015 - 2020\n").met, Met::yes);
  const auto packer = must_have_worked({occupation("warehouse-worker")}, 24);
  EXPECT_EQ(judged(packer, "# Doświadczenie zawodowe\nPracownik magazynu, 2015 - 2020\n").met, Met::yes);
}

TEST(ForeignPaper, NamesWhatWasDone) {
  EXPECT_EQ(judged(must_know("wound-care"), "- Wundversorgung und Medikamentengabe").met, Met::yes);
  EXPECT_EQ(judged(must_know("order-picking"), "- préparation de commandes").met, Met::yes);
  EXPECT_EQ(judged(must_know("loading-unloading"), "- załadunek i rozładunek").met, Met::yes);
}

TEST(ForeignNames, OfNothingAreRefused) {
  TaxonomyTables tables;
  tables.skills = "id\tnl\ten\nwound-care\twondzorg\twound care\n";
  tables.foreign = "id\tde\tfr\tpl\nskill/wound-car\tWundversorgung\t\t\n";
  const auto taxonomy = Taxonomy::from_tables(tables);
  ASSERT_FALSE(taxonomy);
  EXPECT_EQ(taxonomy.error().code, ErrorCode::taxonomy_broken);
  EXPECT_THAT(taxonomy.error().where, testing::HasSubstr("foreign line 2"));
}

}  // namespace
}  // namespace collega::skills
