#include "collega/skills/esco.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::skills {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

SourceTable table(std::string name, std::vector<std::string> header, std::vector<std::vector<std::string>> rows) {
  SourceTable made{std::move(name), std::move(header), {}};
  for (std::size_t i = 0; i < rows.size(); ++i) made.rows.push_back({i + 2, std::move(rows[i])});
  return made;
}

constexpr const char* kUri = "http://data.europa.eu/esco/";

// One nurse in the portal's form, in two languages.
std::vector<SourceTable> portal() {
  const std::string nurse = std::string{kUri} + "occupation/n1";
  const std::string wounds = std::string{kUri} + "skill/s1";
  const std::string group = std::string{kUri} + "isco/C2221";
  const std::vector<std::string> concepts = {"conceptType",  "conceptUri", "preferredLabel", "altLabels",
                                             "hiddenLabels", "status",     "description",    "iscoGroup"};
  return {
      table("occupations_en.csv", concepts,
            {{"Occupation", nurse, "nurse", "staff nurse\nward nurse", "nures", "released", "Cares.", "2221"}}),
      table("occupations_nl.csv", concepts,
            {{"Occupation", nurse, "verpleegkundige", "verpleegster", "", "released", "Zorgt.", "2221"}}),
      table("skills_en.csv", concepts,
            {{"KnowledgeSkillCompetence", wounds, "treat wounds", "", "", "released", "", ""},
             {"KnowledgeSkillCompetence", std::string{kUri} + "skill/old", "old skill", "", "", "obsolete", "", ""}}),
      table("ISCOGroups_en.csv", {"conceptType", "conceptUri", "code", "preferredLabel"},
            {{"ISCOGroup", group, "2221", "Nursing professionals"}}),
      table("occupationSkillRelations_en.csv", {"occupationUri", "relationType", "skillType", "skillUri"},
            {{nurse, "essential", "", wounds}, {nurse, "optional", "", std::string{kUri} + "skill/none"}}),
      table("broaderRelationsOccPillar_en.csv", {"conceptType", "conceptUri", "broaderType", "broaderUri"},
            {{"Occupation", nurse, "ISCOGroup", group}}),
      table("dictionary_en.csv", {"filename", "data header"}, {{"skills_en.csv", "conceptUri"}}),
  };
}

Result<EscoImport> import(const std::vector<SourceTable>& tables) {
  return import_esco(tables, seed_taxonomy().value(), "ESCO test");
}

TEST(Esco, ReadsThePortalsFormInTwoLanguages) {
  const EscoImport read = import(portal()).value();
  const Taxonomy& taxonomy = read.taxonomy;
  const Concept& nurse = taxonomy.at(taxonomy.named("occupation/n1").value());
  EXPECT_EQ(nurse.en, "nurse");
  EXPECT_EQ(nurse.nl, "verpleegkundige");
  EXPECT_THAT(nurse.also_en, ElementsAre("staff nurse", "ward nurse", "nures"));
  EXPECT_THAT(nurse.also_nl, ElementsAre("verpleegster"));
  EXPECT_EQ(nurse.code, "2221");
  EXPECT_EQ(nurse.description_nl, "Zorgt.");
  ASSERT_EQ(nurse.essential.size(), 1u);
  EXPECT_EQ(taxonomy.name(nurse.essential[0]), std::string{kUri} + "skill/s1");
  ASSERT_EQ(nurse.broader.size(), 1u);
  EXPECT_EQ(taxonomy.at(nurse.broader[0]).kind, ConceptKind::occupation_group);
  EXPECT_EQ(taxonomy.version(), "ESCO test");
}

TEST(Esco, SaysWhatItLeftOut) {
  const EscoImport read = import(portal()).value();
  EXPECT_FALSE(read.taxonomy.named("skill/old"));
  EXPECT_THAT(read.notices, Contains(HasSubstr("dictionary_en.csv: left out")));
  EXPECT_THAT(read.notices, Contains(HasSubstr("the first: skill/none")));
  EXPECT_THAT(read.notices, Contains("2 concepts have no Dutch label"));
}

TEST(Esco, ReadsTheCompactFormAndKeepsAnOlderLabelAsSynonym) {
  const auto read = import({
      table("esco_en/occupations.tsv", {"id", "isco", "label", "synonyms", "description"},
            {{"occupation/n1", "2221", "nurse", "staff nurse|ward nurse", ""}}),
      table("esco_nl/occupations.tsv", {"id", "isco", "label", "synonyms"}, {{"occupation/n1", "2221", "zuster", ""}}),
      table("new_nl/occupations.tsv", {"id", "isco", "label", "synonyms"},
            {{"occupation/n1", "2221", "verpleegkundige", ""}}),
      table("esco_en/skills.tsv", {"id", "type", "label", "synonyms"}, {{"skill/s1", "skill", "treat wounds", ""}}),
      table("esco_en/occupation_skill.tsv", {"occupation", "relation", "skill"}, {{"n1", "e", "s1"}}),
  });
  const Taxonomy& taxonomy = read.value().taxonomy;
  const Concept& nurse = taxonomy.at(taxonomy.named("n1").value());
  EXPECT_EQ(nurse.nl, "zuster");
  EXPECT_THAT(nurse.also_nl, ElementsAre("verpleegkundige"));
  EXPECT_EQ(nurse.essential.size(), 1u);
}

TEST(Esco, TakesFromTheSeedWhatEscoHasNot) {
  const Taxonomy taxonomy = import(portal()).value().taxonomy;
  EXPECT_TRUE(taxonomy.find(ConceptKind::licence, "driving-licence-b"));
  const auto programme = taxonomy.find(ConceptKind::programme, "hbo-v");
  ASSERT_TRUE(programme);
  EXPECT_EQ(taxonomy.at(taxonomy.at(*programme).level.value()).id, "hbo");
  EXPECT_FALSE(taxonomy.find(ConceptKind::skill, "wound-care"));
}

std::string place(const Result<EscoImport>& read) { return read ? "no error" : read.error().where; }

TEST(Esco, RefusesWhatItCannotBelieve) {
  const std::vector<std::string> header = {"id", "label"};
  EXPECT_THAT(place(import({})), HasSubstr("no table of occupations or skills"));
  EXPECT_THAT(place(import({table("a_en.tsv", header, {{"skill/1", "a"}, {"skill/1", "b"}})})),
              HasSubstr("a_en.tsv line 3: skill/1 stands there twice"));
  EXPECT_THAT(place(import({table("a_en.tsv", header, {{"", "a"}})})), HasSubstr("line 2: it has no id"));
  EXPECT_THAT(place(import({table("a_en.tsv", header, {{"skill/1", "caf\xe9"}})})), HasSubstr("not in UTF-8"));
}

TEST(Esco, BreaksACircleAndSaysWhere) {
  const auto read = import({
      table("a_en.tsv", {"id", "label"}, {{"skill/1", "a"}, {"skill/2", "b"}, {"skill/3", "c"}}),
      table("broader.tsv", {"id", "broader_id"},
            {{"skill/1", "skill/2"}, {"skill/2", "skill/1"}, {"skill/3", "skill/1"}}),
  });
  const Taxonomy& taxonomy = read.value().taxonomy;
  EXPECT_EQ(taxonomy.at(taxonomy.named("skill/1").value()).broader.size() +
                taxonomy.at(taxonomy.named("skill/2").value()).broader.size(),
            1u);
  EXPECT_EQ(taxonomy.at(taxonomy.named("skill/3").value()).broader.size(), 1u);
  EXPECT_THAT(read.value().notices, Contains(HasSubstr("left out as narrower than")));
}

}  // namespace
}  // namespace collega::skills
