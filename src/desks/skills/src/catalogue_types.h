#pragma once

// What the catalogue's operations take and give.

#include <optional>
#include <string>
#include <vector>

#include "catalogue.h"
#include "collega/base/described.h"
#include "engine_words.h"

namespace collega::skills_desk {

BOOST_DESCRIBE_ENUM(Relation, broader, narrower, related, essential, optional, essential_in, optional_in)

struct ConceptLine {
  std::string concept_name;
  std::string label;
  skills::ConceptKind kind = skills::ConceptKind::skill;
  bool own = false;
  std::optional<std::string> found = {};
};
BOOST_DESCRIBE_STRUCT(ConceptLine, (), (concept_name, label, kind, own, found))

struct SearchRequest {
  std::string text;
  std::optional<skills::ConceptKind> kind;
  std::optional<std::string> of;
  std::optional<Relation> relation;
  bool own = false;
  std::size_t after = 0;
  std::size_t limit = 50;
};
BOOST_DESCRIBE_STRUCT(SearchRequest, (), (text, kind, of, relation, own, after, limit))

struct SearchAnswer {
  std::vector<ConceptLine> concepts;
  std::size_t total = 0;
  std::optional<std::size_t> next;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(SearchAnswer, (), (concepts, total, next, taxonomy))

struct ConceptRequest {
  std::string concept_name;
};
BOOST_DESCRIBE_STRUCT(ConceptRequest, (), (concept_name))

struct LinkedConcepts {
  Relation relation = Relation::broader;
  std::size_t total = 0;
  std::vector<ConceptLine> concepts;
};
BOOST_DESCRIBE_STRUCT(LinkedConcepts, (), (relation, total, concepts))

struct ShownConcept {
  std::string concept_name;
  skills::ConceptKind kind = skills::ConceptKind::skill;
  bool own = false;
  std::string uri;
  std::string code;
  std::string nl;
  std::string en;
  std::vector<std::string> also_nl;
  std::vector<std::string> also_en;
  std::vector<std::string> also_other;
  std::string description;
  std::vector<LinkedConcepts> linked;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(ShownConcept, (),
                      (concept_name, kind, own, uri, code, nl, en, also_nl, also_en, also_other, description, linked,
                       taxonomy))

[[nodiscard]] ConceptLine line_of(const skills::Taxonomy& taxonomy, skills::ConceptRef ref, Language language);
/// Error: unknown_value with the name as place.
[[nodiscard]] Result<skills::ConceptRef> concept_named(const skills::Taxonomy& taxonomy, std::string_view name);

namespace field {

constexpr Field kConcept{
    .name = "concept",
    .meaning = {"het begrip, zoals skills.search het noemt", "the concept, as skills.search calls it"},
    .member = "concept_name"};
constexpr Field kTaxonomy{.name = "taxonomy",
                          .meaning = {"de taxonomie met haar versie, en de stand van de eigen namen",
                                      "the taxonomy with its version, and the state of the own names"}};
constexpr Field kAfter{.name = "after",
                       .meaning = {"hoeveel er al getoond zijn", "how many were shown already"},
                       .min = 0,
                       .has_default = true};
constexpr Field kLimit{.name = "limit",
                       .meaning = {"hoeveel op een bladzijde", "how many on a page"},
                       .min = 1,
                       .max = 200,
                       .has_default = true};
constexpr Field kNext{.name = "next", .meaning = {"volgende bladzijde: --after", "next page: --after"}};

}  // namespace field

}  // namespace collega::skills_desk

namespace collega {

template <>
struct FieldTable<skills_desk::ConceptLine> {
  static constexpr Field rows[] = {
      skills_desk::field::kConcept,
      {.name = "label", .meaning = {"hoe het heet", "what it is called"}},
      {.name = "kind", .meaning = {"soort begrip", "kind of concept"}},
      {.name = "own", .meaning = {"van de organisatie zelf", "the organisation's own"}},
      {.name = "found",
       .meaning = {"de naam die gevonden is, waar dat een andere is", "the name that was found, where it is another"}},
  };
};

template <>
struct FieldTable<skills_desk::SearchRequest> {
  static constexpr Field rows[] = {
      {.name = "text",
       .meaning = {"woorden uit een naam of synoniem", "words of a name or synonym"},
       .has_default = true},
      {.name = "kind", .meaning = {"alleen deze soort", "this kind alone"}},
      {.name = "of", .meaning = {"wat met dit begrip samenhangt", "what hangs together with this concept"}},
      {.name = "relation",
       .meaning = {"hoe het daarmee samenhangt; weggelaten: wat eronder valt",
                   "how it hangs together with it; left out: what is narrower"}},
      {.name = "own",
       .meaning = {"alleen van de organisatie zelf", "the organisation's own alone"},
       .has_default = true},
      skills_desk::field::kAfter,
      skills_desk::field::kLimit,
  };
};

template <>
struct FieldTable<skills_desk::SearchAnswer> {
  static constexpr Field rows[] = {
      {.name = "concepts", .meaning = {"begrippen", "concepts"}},
      {.name = "total", .meaning = {"hoeveel er in het geheel zijn", "how many there are in all"}, .min = 0},
      skills_desk::field::kNext,
      skills_desk::field::kTaxonomy,
  };
};

template <>
struct FieldTable<skills_desk::ConceptRequest> {
  static constexpr Field rows[] = {skills_desk::field::kConcept};
};

template <>
struct FieldTable<skills_desk::LinkedConcepts> {
  static constexpr Field rows[] = {
      {.name = "relation", .meaning = {"hoe zij samenhangen", "how they hang together"}},
      {.name = "total", .meaning = {"hoeveel het er zijn", "how many there are"}, .min = 0},
      {.name = "concepts", .meaning = {"de eerste daarvan, op naam", "the first of them, by name"}},
  };
};

template <>
struct FieldTable<skills_desk::ShownConcept> {
  static constexpr Field rows[] = {
      skills_desk::field::kConcept,
      {.name = "kind", .meaning = {"soort begrip", "kind of concept"}},
      {.name = "own", .meaning = {"van de organisatie zelf", "the organisation's own"}},
      {.name = "uri", .meaning = {"adres in ESCO, of leeg", "address in ESCO, or empty"}},
      {.name = "code",
       .meaning = {"code van het beroep (ISCO-08), of leeg", "code of the occupation (ISCO-08), or empty"}},
      {.name = "nl", .meaning = {"naam in het Nederlands", "name in Dutch"}},
      {.name = "en", .meaning = {"naam in het Engels", "name in English"}},
      {.name = "also_nl", .meaning = {"synoniemen in het Nederlands", "synonyms in Dutch"}},
      {.name = "also_en", .meaning = {"synoniemen in het Engels", "synonyms in English"}},
      {.name = "also_other", .meaning = {"namen in andere talen", "names in other languages"}},
      {.name = "description", .meaning = {"omschrijving, of leeg", "description, or empty"}},
      {.name = "linked", .meaning = {"wat ermee samenhangt", "what hangs together with it"}},
      skills_desk::field::kTaxonomy,
  };
};

}  // namespace collega
