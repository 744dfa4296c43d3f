#include "collega/skills/extension.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "collega/skills/mentions.h"

namespace collega::skills {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

const Taxonomy& seed() {
  static const Taxonomy taxonomy = seed_taxonomy().value();
  return taxonomy;
}

std::vector<std::string> found_in(const Taxonomy& taxonomy, const std::string& text) {
  const MentionFinder finder{taxonomy};
  std::vector<std::string> names;
  for (const Mention& mention : finder.read(paper_from_text(text)).mentions)
    names.push_back(taxonomy.name(mention.concept_ref));
  return names;
}

Extension with_skill(OwnConcept own) { return {{std::move(own)}, {}, "own 1"}; }
Extension with_synonym(OwnSynonym own) { return {{}, {std::move(own)}, "own 1"}; }

ExtensionFault only_fault(const Extension& extension) {
  const auto troubles = troubles_in(seed(), extension);
  EXPECT_EQ(troubles.size(), 1u);
  return troubles.at(0).fault;
}

TEST(Extension, AnOwnSkillIsFoundInATextAndCountsForItsBroaderOne) {
  const Extension own = with_skill({.id = "own-wijkregie",
                                    .nl = "wijkregie voeren",
                                    .en = "neighbourhood coordination",
                                    .also_nl = {"regisseur van de wijk"},
                                    .broader = {"skill/wound-care"}});
  const Taxonomy taxonomy = extended(seed(), own).value();
  EXPECT_THAT(found_in(taxonomy, "Ik kan goed wijkregie voeren."), Contains("skill/own-wijkregie"));
  EXPECT_THAT(found_in(taxonomy, "Ik was regisseur van de wijk."), Contains("skill/own-wijkregie"));
  EXPECT_TRUE(
      taxonomy.implies(taxonomy.named("skill/own-wijkregie").value(), taxonomy.named("skill/wound-care").value()));
}

TEST(Extension, AnOwnSynonymIsFoundAsItsConcept) {
  const Extension own = with_synonym({"skill/wound-care", Language::nl, "pleisterwerk"});
  EXPECT_THAT(found_in(seed(), "Ik doe pleisterwerk."), IsEmpty());
  EXPECT_THAT(found_in(extended(seed(), own).value(), "Ik doe pleisterwerk."), Contains("skill/wound-care"));
}

TEST(Extension, LeavesTheTaxonomyAsItWas) {
  const Taxonomy taxonomy = extended(seed(), with_synonym({"skill/wound-care", Language::nl, "pleisterwerk"})).value();
  ASSERT_EQ(taxonomy.size(), seed().size());
  for (ConceptRef ref = 0; ref < seed().size(); ++ref) EXPECT_EQ(taxonomy.name(ref), seed().name(ref));
  EXPECT_EQ(taxonomy.version(), seed().version() + " + own 1");
}

TEST(Extension, ASynonymThatMeansSomethingElseIsRefusedUnlessThatWasChosen) {
  OwnSynonym own{"skill/wound-care", Language::nl, "Palliatieve zorg"};
  const auto troubles = troubles_in(seed(), with_synonym(own));
  ASSERT_EQ(troubles.size(), 1u);
  EXPECT_EQ(troubles[0].fault, ExtensionFault::means_other);
  EXPECT_EQ(troubles[0].what, "Palliatieve zorg");
  EXPECT_THAT(troubles[0].other, HasSubstr("palliative"));
  EXPECT_EQ(extended(seed(), with_synonym(own)).error().where, "Palliatieve zorg");
  own.shared = true;
  EXPECT_THAT(found_in(extended(seed(), with_synonym(own)).value(), "Ervaring met palliatieve zorg."),
              Contains("skill/wound-care"));
}

TEST(Extension, SeesThroughInflectionWhetherANameIsTaken) {
  EXPECT_EQ(only_fault(with_synonym({"skill/palliative-care", Language::nl, "WONDVERZORGINGEN"})),
            ExtensionFault::means_other);
  EXPECT_EQ(only_fault(with_synonym({"skill/wound-care", Language::nl, "wondverzorgingen"})),
            ExtensionFault::has_it_already);
}

TEST(Extension, TellsWhatIsWrongWithAnOwnConcept) {
  EXPECT_EQ(only_fault(with_skill({.id = "own-x"})), ExtensionFault::no_name);
  EXPECT_EQ(only_fault(with_skill({.id = "own-x", .nl = "!?"})), ExtensionFault::no_name);
  EXPECT_EQ(only_fault(with_skill({.kind = ConceptKind::licence, .id = "own-x", .nl = "kraanpas twee"})),
            ExtensionFault::wrong_kind);
  EXPECT_EQ(only_fault(with_skill({.id = "wound-care", .nl = "pleisterwerk"})), ExtensionFault::id_taken);
  EXPECT_EQ(only_fault(with_skill({.id = "own-x", .nl = "pleisterwerk", .broader = {"skill/is-er-niet"}})),
            ExtensionFault::unknown_concept);
  EXPECT_EQ(only_fault(with_skill({.id = "own-x", .nl = "pleisterwerk", .broader = {"occupation/nurse"}})),
            ExtensionFault::unknown_concept);
  EXPECT_EQ(only_fault(with_synonym({"skill/is-er-niet", Language::nl, "pleisterwerk"})),
            ExtensionFault::unknown_concept);
}

TEST(Extension, FindsCirclesAmongOwnConcepts) {
  Extension own = with_skill({.id = "own-a", .nl = "eerste kunst", .broader = {"skill/own-b"}});
  own.concepts.push_back({.id = "own-b", .nl = "tweede kunst", .broader = {"skill/own-a"}});
  const auto troubles = troubles_in(seed(), own);
  ASSERT_EQ(troubles.size(), 2u);
  EXPECT_EQ(troubles[0].fault, ExtensionFault::circle);
}

TEST(Extension, TwoOwnConceptsMayNotHaveOneName) {
  Extension own = with_skill({.id = "own-a", .nl = "pleisterwerk"});
  own.concepts.push_back({.id = "own-b", .nl = "Pleisterwerk"});
  const auto troubles = troubles_in(seed(), own);
  ASSERT_EQ(troubles.size(), 1u);
  EXPECT_EQ(troubles[0].index, 1u);
  EXPECT_EQ(troubles[0].other, "skill/own-a");
}

TEST(Extension, WhatIsSoundWorksOnWhenTheTaxonomyLostTheRest) {
  Extension own = with_skill({.id = "own-a", .nl = "eerste kunst", .broader = {"skill/verdwenen"}});
  own.concepts.push_back({.id = "own-b", .nl = "tweede kunst", .broader = {"skill/own-a"}});
  own.concepts.push_back({.id = "own-c", .nl = "derde kunst"});
  own.synonyms.push_back({"skill/own-b", Language::nl, "kunststuk"});
  own.synonyms.push_back({"skill/own-c", Language::nl, "kunstje"});
  const Extension sound = sound_part(seed(), own);
  ASSERT_EQ(sound.concepts.size(), 1u);
  EXPECT_EQ(sound.concepts[0].id, "own-c");
  ASSERT_EQ(sound.synonyms.size(), 1u);
  EXPECT_EQ(sound.synonyms[0].text, "kunstje");
  EXPECT_TRUE(extended(seed(), sound));
}

TEST(Extension, AnOwnPositionAsksSkills) {
  Extension own = with_skill({.kind = ConceptKind::occupation,
                              .id = "own-wijkcoach",
                              .nl = "wijkcoach",
                              .essential = {"skill/wound-care", "skill/own-a"},
                              .optional = {"skill/palliative-care"}});
  own.concepts.push_back({.id = "own-a", .nl = "eerste kunst"});
  const Taxonomy taxonomy = extended(seed(), own).value();
  const Concept& position = taxonomy.at(taxonomy.named("occupation/own-wijkcoach").value());
  EXPECT_EQ(position.essential.size(), 2u);
  EXPECT_EQ(taxonomy.name(position.essential[1]), "skill/own-a");
  EXPECT_EQ(position.en, "wijkcoach");
}

}  // namespace
}  // namespace collega::skills
