#include "collega/skills/taxonomy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

using test::all_of;
using test::finder;
using test::known;
using test::level_rank;
using test::licence;
using test::occupation;
using test::skill;
using test::table_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Result<Taxonomy> taxonomy_of_skills(std::string_view skills) {
  TaxonomyTables tables;
  tables.skills = skills;
  return Taxonomy::from_tables(tables);
}

Error refusal_of_skills(std::string_view skills) {
  const auto taxonomy = taxonomy_of_skills(skills);
  return taxonomy ? Error{ErrorCode::internal, "no refusal"} : taxonomy.error();
}

TEST(SeedTaxonomy, HoldsSixHundredSkillsAndAHundredAndFiftyOccupations) {
  EXPECT_GE(all_of(ConceptKind::skill).size(), 600U);
  EXPECT_GE(all_of(ConceptKind::occupation).size(), 150U);
}

TEST(SeedTaxonomy, CoversTheEightSectors) {
  const auto of_domain = [](ConceptKind kind, std::string_view domain) {
    const auto all = all_of(kind);
    return std::count_if(all.begin(), all.end(),
                         [&](ConceptRef ref) { return finder().taxonomy().at(ref).domain == domain; });
  };
  for (const std::string_view domain :
       {"care", "government", "ict", "logistics", "education", "construction", "finance", "hr"}) {
    EXPECT_GE(of_domain(ConceptKind::skill, domain), 20) << domain;
    EXPECT_GE(of_domain(ConceptKind::occupation, domain), 5) << domain;
  }
}

TEST(SeedTaxonomy, KnowsTheLicencesThatVacanciesAskMost) {
  for (const std::string_view id :
       {"big", "vca-basis", "driving-licence-b", "forklift", "bhv", "vog", "code-95", "skj"}) {
    EXPECT_TRUE(finder().taxonomy().find(ConceptKind::licence, id)) << id;
  }
}

TEST(SeedTaxonomy, RanksTheDegreesFromVmboToADoctorate) {
  const auto rank = [](std::string_view id) { return level_rank(ConceptKind::degree_level, id); };
  EXPECT_LT(rank("mbo1"), rank("mbo2"));
  EXPECT_LT(rank("mbo2"), rank("mbo3"));
  EXPECT_LT(rank("mbo3"), rank("mbo4"));
  EXPECT_LT(rank("mbo4"), rank("hbo-ad"));
  EXPECT_LT(rank("hbo-ad"), rank("hbo"));
  EXPECT_LT(rank("hbo"), rank("wo-master"));
  EXPECT_LT(rank("wo-master"), rank("phd"));
}

TEST(SeedTaxonomy, RanksTheLevelsOfALanguageFromA1ToNative) {
  const auto rank = [](std::string_view id) { return level_rank(ConceptKind::language_level, id); };
  EXPECT_LT(rank("a1"), rank("a2"));
  EXPECT_LT(rank("a2"), rank("b1"));
  EXPECT_LT(rank("b1"), rank("b2"));
  EXPECT_LT(rank("b2"), rank("c1"));
  EXPECT_LT(rank("c1"), rank("c2"));
  EXPECT_LE(rank("c2"), rank("native"));
}

TEST(SeedTaxonomy, NamesEveryConceptInBothLanguages) {
  const Taxonomy& seed = finder().taxonomy();
  for (ConceptRef ref = 0; ref < seed.size(); ++ref) {
    EXPECT_THAT(seed.at(ref).label(Language::nl), Not(IsEmpty())) << seed.name(ref);
    EXPECT_THAT(seed.at(ref).label(Language::en), Not(IsEmpty())) << seed.name(ref);
  }
}

TEST(SeedTaxonomy, GivesEveryProgrammeALevel) {
  for (const ConceptRef ref : all_of(ConceptKind::programme)) {
    EXPECT_TRUE(finder().taxonomy().at(ref).level) << finder().taxonomy().name(ref);
  }
}

TEST(SeedTaxonomy, HoldsNoCircleOfBroaderConcepts) {
  const Taxonomy& seed = finder().taxonomy();
  for (ConceptRef ref = 0; ref < seed.size(); ++ref) {
    for (const ConceptRef broader : seed.at(ref).broader) EXPECT_FALSE(seed.implies(broader, ref)) << seed.name(ref);
  }
}

TEST(SeedTaxonomy, CallsAConceptByItsKindAndId) {
  EXPECT_EQ(finder().taxonomy().name(skill("wound-care")), "skill/wound-care");
  EXPECT_EQ(finder().taxonomy().name(known(ConceptKind::degree_level, "mbo4")), "degree_level/mbo4");
}

TEST(SeedTaxonomy, ImpliesTheBroaderConceptsAtAnyHeight) {
  const Taxonomy& seed = finder().taxonomy();
  EXPECT_TRUE(seed.implies(skill("vac-therapy"), skill("wound-care")));
  EXPECT_TRUE(seed.implies(skill("vac-therapy"), skill("nursing-procedures")));
  EXPECT_TRUE(seed.implies(occupation("district-nurse"), occupation("nurse")));
  EXPECT_TRUE(seed.implies(licence("vca-vol"), licence("vca-basis")));
}

TEST(SeedTaxonomy, ImpliesNothingNarrowerAndNothingBeside) {
  const Taxonomy& seed = finder().taxonomy();
  EXPECT_FALSE(seed.implies(skill("nursing-procedures"), skill("wound-care")));
  EXPECT_FALSE(seed.implies(skill("java"), skill("javascript")));
  EXPECT_FALSE(seed.implies(skill("javascript"), skill("java")));
}

TEST(SeedTaxonomy, ImpliesEveryConceptByItself) {
  EXPECT_TRUE(finder().taxonomy().implies(skill("sql"), skill("sql")));
}

TEST(SeedTaxonomy, FindsNothingUnderAnotherKind) {
  EXPECT_FALSE(finder().taxonomy().find(ConceptKind::occupation, "wound-care"));
  EXPECT_FALSE(finder().taxonomy().find(ConceptKind::skill, "platform"));
}

TEST(Taxonomy, RefusesAnIdThatStandsThereTwice) {
  const Error error = refusal_of_skills(table_of("sql\tSQL\tSQL\njava\tJava\tJava\nsql\tSQL-query's\tSQL queries\n"));
  EXPECT_EQ(error.code, ErrorCode::taxonomy_broken);
  EXPECT_THAT(error.where, AllOf(HasSubstr("skill line 4"), HasSubstr("sql")));
}

TEST(Taxonomy, TakesTheSameIdUnderTwoKinds) {
  TaxonomyTables tables;
  tables.skills = "id\tnl\ten\nnursing\tverplegen\tnursing\n";
  tables.degree_fields = "id\tnl\ten\nnursing\tverpleegkunde\tnursing\n";
  EXPECT_TRUE(Taxonomy::from_tables(tables));
}

TEST(Taxonomy, RefusesAReferenceToNothingAndNamesIt) {
  const Error error = refusal_of_skills("id\tnl\ten\tbroader\nvac-therapy\tVAC-therapie\tNPWT\twound-care\n");
  EXPECT_EQ(error.code, ErrorCode::taxonomy_broken);
  EXPECT_THAT(error.where, AllOf(HasSubstr("skill line 2"), HasSubstr("broader"), HasSubstr("wound-care")));
}

TEST(Taxonomy, RefusesAJobWithAnEssentialSkillThatIsNotThere) {
  TaxonomyTables tables;
  tables.skills = "id\tnl\ten\nwound-care\twondzorg\twound care\n";
  tables.occupations = "id\tnl\ten\tessential\nnurse\tverpleegkundige\tnurse\twound-care|infusion-therapy\n";
  const auto taxonomy = Taxonomy::from_tables(tables);
  ASSERT_FALSE(taxonomy);
  EXPECT_THAT(taxonomy.error().where, AllOf(HasSubstr("occupation line 2"), HasSubstr("infusion-therapy")));
}

TEST(Taxonomy, RefusesARowWithAnotherNumberOfCells) {
  const Error error = refusal_of_skills(table_of("sql\tSQL\tSQL\njava\tJava\n"));
  EXPECT_EQ(error.code, ErrorCode::taxonomy_broken);
  EXPECT_THAT(error.where, HasSubstr("skill line 3"));
}

TEST(Taxonomy, RefusesAConceptWithoutAnEnglishName) {
  const Error error = refusal_of_skills(table_of("wound-care\twondzorg\t\n"));
  EXPECT_EQ(error.code, ErrorCode::taxonomy_broken);
  EXPECT_THAT(error.where, HasSubstr("skill line 2"));
}

TEST(Taxonomy, EndsWhereBroaderConceptsGoRoundInACircle) {
  const auto taxonomy = taxonomy_of_skills(
      "id\tnl\ten\tbroader\n"
      "wound-care\twondzorg\twound care\tnursing\n"
      "nursing\tverplegen\tnursing\tcare\n"
      "care\tzorg\tcare\twound-care\n"
      "sql\tSQL\tSQL\t\n");
  ASSERT_TRUE(taxonomy);
  EXPECT_TRUE(taxonomy->implies(0, 2));
  EXPECT_TRUE(taxonomy->implies(2, 1));
  EXPECT_FALSE(taxonomy->implies(0, 3));
}

}  // namespace
}  // namespace collega::skills
