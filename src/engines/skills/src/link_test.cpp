#include "collega/skills/link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "collega/skills/compiled.h"

namespace collega::skills {
namespace {

using testing::Contains;
using testing::HasSubstr;

const Taxonomy& seed() {
  static const Taxonomy taxonomy = seed_taxonomy().value();
  return taxonomy;
}

const Linker& linker() {
  static const Linker made{seed()};
  return made;
}

std::vector<std::string> ids(std::string_view text, ConceptKind kind, std::size_t top = 3) {
  std::vector<std::string> found;
  for (const Linked& linked : linker().link({text, kind, top})) found.push_back(seed().at(linked.concept_ref).id);
  return found;
}

std::string first(std::string_view text, ConceptKind kind) {
  const auto found = ids(text, kind, 1);
  return found.empty() ? "" : found.front();
}

TEST(Link, FindsANameAndASynonymInBothLanguages) {
  for (ConceptRef ref = 0; ref < seed().size(); ++ref) {
    const Concept& known = seed().at(ref);
    if (known.kind != ConceptKind::occupation) continue;
    EXPECT_THAT(ids(known.nl, ConceptKind::occupation), Contains(known.id)) << known.nl;
    EXPECT_THAT(ids(known.en, ConceptKind::occupation), Contains(known.id)) << known.en;
  }
}

TEST(Link, SeesThroughSpellingSexAndRank) {
  const std::string nurse = first("verpleegkundige", ConceptKind::occupation);
  for (const char* title : {"Verpleegkundige (m/v/x)", "verpleegkundigen", "senior verpleegkundige", "verpleegkundge"})
    EXPECT_EQ(first(title, ConceptKind::occupation), nurse) << title;
}

TEST(Link, ScoresAreSumsOfTheirReasonsAndFall) {
  const auto found = linker().link({"medewerker klantenservice", ConceptKind::occupation, 20, 20});
  ASSERT_FALSE(found.empty());
  double last = 1;
  for (const Linked& linked : found) {
    const double sum = std::accumulate(linked.reasons.begin(), linked.reasons.end(), 0.0,
                                       [](double all, const LinkReason& reason) { return all + reason.contribution; });
    EXPECT_NEAR(sum, linked.score, 1e-6);
    EXPECT_LE(linked.score, last + 1e-6);
    EXPECT_GE(linked.score, 0);
    last = linked.score;
  }
}

TEST(Link, TellsTheNameAndTheWords) {
  const auto found = linker().link({"wonden verzorgen", ConceptKind::skill, 1});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(seed().at(found[0].concept_ref).id, "wound-care");
  EXPECT_FALSE(found[0].name.empty());
  EXPECT_FALSE(found[0].words.empty());
}

TEST(Link, FindsASkillInASentence) {
  EXPECT_THAT(ids("In this role you will build and maintain a web shop with Java, and you know your way around SQL",
                  ConceptKind::skill, 5),
              testing::AllOf(Contains("java"), Contains("sql")));
}

TEST(Link, FindsNothingInNothing) {
  for (const char* text : {"", "   ", "123 456", "de van het", "!?", "\xe4\xb8\xad\xe6\x96\x87"})
    EXPECT_TRUE(linker().link({text, ConceptKind::occupation, 5}).empty()) << text;
}

TEST(Link, KeepsToTheNumberAsked) {
  EXPECT_EQ(linker().link({"medewerker", ConceptKind::occupation, 4}).size(), 4u);
  EXPECT_TRUE(linker().link({"medewerker", ConceptKind::occupation, 0}).empty());
}

TEST(Link, DoesWithoutVectors) {
  const Linker plain{seed(), false};
  const auto found = plain.link({"verpleegkundige", ConceptKind::occupation, 5});
  ASSERT_FALSE(found.empty());
  for (const LinkReason& reason : found[0].reasons) EXPECT_NE(reason.ground, LinkGround::meaning);
}

TEST(Link, GivesTheSameTwice) {
  const auto names = [](const Linker& of) {
    std::vector<std::pair<ConceptRef, double>> found;
    for (const Linked& linked : of.link({"technisch medewerker onderhoud", ConceptKind::occupation, 50}))
      found.emplace_back(linked.concept_ref, linked.score);
    return found;
  };
  EXPECT_EQ(names(linker()), names(Linker{seed()}));
}

TEST(Compiled, LinksAsTheTaxonomyItWasMadeOf) {
  const std::string bytes = compile(seed());
  const CompiledTaxonomy read = read_compiled(bytes).value();
  EXPECT_EQ(read.taxonomy->version(), seed().version());
  ASSERT_EQ(read.taxonomy->size(), seed().size());
  for (ConceptRef ref = 0; ref < seed().size(); ++ref) {
    EXPECT_EQ(read.taxonomy->name(ref), seed().name(ref));
    EXPECT_EQ(read.taxonomy->at(ref).also_nl, seed().at(ref).also_nl);
    EXPECT_EQ(read.taxonomy->at(ref).essential, seed().at(ref).essential);
    EXPECT_EQ(read.taxonomy->at(ref).field, seed().at(ref).field);
    EXPECT_EQ(read.taxonomy->at(ref).needs_context, seed().at(ref).needs_context);
  }
  const auto here = linker().link({"timmervrouw", ConceptKind::occupation, 10});
  const auto there = read.linker.link({"timmervrouw", ConceptKind::occupation, 10});
  ASSERT_EQ(here.size(), there.size());
  for (std::size_t i = 0; i < here.size(); ++i) {
    EXPECT_EQ(here[i].concept_ref, there[i].concept_ref);
    EXPECT_EQ(here[i].score, there[i].score);
  }
}

TEST(Compiled, IsRefusedWhenItWasCutOffOrChanged) {
  const std::string bytes = compile(seed());
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{10}, std::size_t{30}, bytes.size() / 2, bytes.size() - 1}) {
    const auto read = read_compiled(std::string_view{bytes}.substr(0, size));
    ASSERT_FALSE(read) << size;
    EXPECT_EQ(read.error().code, ErrorCode::taxonomy_broken);
  }
  std::string changed = bytes;
  changed[changed.size() / 3] ^= 1;
  EXPECT_THAT(read_compiled(changed).error().where, HasSubstr("changed"));
}

}  // namespace
}  // namespace collega::skills
