#pragma once

// skills.link: which concepts of the taxonomy a phrase, a job title or a sentence may mean.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/skills/link.h"

namespace collega::skills {
BOOST_DESCRIBE_ENUM(LinkGround, spelling, words, meaning, exact)
}

namespace collega::workbench {

enum class LinkKind { occupation, skill };
BOOST_DESCRIBE_ENUM(LinkKind, occupation, skill)

struct LinkRequest {
  std::string query;
  LinkKind kind = LinkKind::occupation;
  std::optional<Language> language;
  std::optional<Language> target_language;
  std::int64_t top = 100;
  std::int64_t told = 10;
};
BOOST_DESCRIBE_STRUCT(LinkRequest, (), (query, kind, language, target_language, top, told))

struct LinkReasonShown {
  skills::LinkGround ground = skills::LinkGround::spelling;
  double contribution = 0;
};
BOOST_DESCRIBE_STRUCT(LinkReasonShown, (), (ground, contribution))

struct WordPairShown {
  std::string asked;
  std::string found;
  double likeness = 0;
};
BOOST_DESCRIBE_STRUCT(WordPairShown, (), (asked, found, likeness))

struct LinkedConcept {
  std::string concept_name;
  std::string label;
  double score = 0;
  std::string name;
  std::vector<LinkReasonShown> reasons;
  std::vector<WordPairShown> words;
};
BOOST_DESCRIBE_STRUCT(LinkedConcept, (), (concept_name, label, score, name, reasons, words))

struct LinkAnswer {
  std::vector<LinkedConcept> concepts;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(LinkAnswer, (), (concepts, taxonomy))

/// Best first. Labels are in the target language, else in that of the query, else in `otherwise`.
[[nodiscard]] LinkAnswer link(const LinkRequest& request, const skills::Linker& linker, Language otherwise);

}  // namespace collega::workbench

namespace collega {

template <>
struct FieldTable<workbench::LinkRequest> {
  static constexpr Field rows[] = {
      {.name = "query",
       .meaning = {"een functietitel, een woordgroep of een zin", "a job title, a phrase or a sentence"},
       .personal = Personal::ordinary},
      {.name = "kind", .meaning = {"beroep of vaardigheid", "occupation or skill"}, .has_default = true},
      {.name = "language",
       .meaning = {"taal van de vraag; alle namen tellen mee", "language of the query; every name counts"}},
      {.name = "target_language",
       .meaning = {"taal van de namen in het antwoord", "language of the labels in the answer"}},
      {.name = "top", .meaning = {"ten hoogste zoveel", "at most so many"}, .min = 1, .max = 100, .has_default = true},
      {.name = "told",
       .meaning = {"van zoveel begrippen staan de redenen erbij", "of so many concepts the reasons are told"},
       .min = 0,
       .max = 100,
       .has_default = true},
  };
};

template <>
struct FieldTable<workbench::LinkReasonShown> {
  static constexpr Field rows[] = {
      {.name = "ground",
       .meaning = {"spelling, woorden (ook synoniemen en vertalingen), betekenis, of precies deze naam",
                   "spelling, words (synonyms and translations too), meaning, or exactly this name"}},
      {.name = "contribution", .meaning = {"deel van de score", "part of the score"}, .min = 0, .max = 1},
  };
};

template <>
struct FieldTable<workbench::WordPairShown> {
  static constexpr Field rows[] = {
      {.name = "asked", .meaning = {"woord van de vraag", "word of the query"}, .personal = Personal::ordinary},
      {.name = "found", .meaning = {"woord van de naam", "word of the name"}},
      {.name = "likeness",
       .meaning = {"hoe goed het ene voor het andere staat", "how well one stands for the other"},
       .min = 0,
       .max = 1},
  };
};

template <>
struct FieldTable<workbench::LinkedConcept> {
  static constexpr Field rows[] = {
      {.name = "concept", .meaning = {"begrip in de taxonomie", "concept of the taxonomy"}, .member = "concept_name"},
      {.name = "label", .meaning = {"naam van het begrip", "name of the concept"}},
      {.name = "score", .meaning = {"som van de redenen", "sum of the reasons"}, .min = 0, .max = 1},
      {.name = "name",
       .meaning = {"de naam of het synoniem dat het dichtst bij ligt", "the label or synonym that is nearest"}},
      {.name = "reasons", .meaning = {"waarom, de grootste eerst", "why, the largest first"}},
      {.name = "words", .meaning = {"welke woorden voor welke staan", "which words stand for which"}},
  };
};

template <>
struct FieldTable<workbench::LinkAnswer> {
  static constexpr Field rows[] = {
      {.name = "concepts", .meaning = {"begrippen, de beste eerst", "concepts, best first"}},
      {.name = "taxonomy", .meaning = {"versie van de taxonomie", "version of the taxonomy"}},
  };
};

}  // namespace collega
