#pragma once

// Why something was not found: what was looked for, what came near.

#include <optional>
#include <string>
#include <vector>

#include "catalogue_types.h"

namespace collega::skills_desk {

struct WhyRequest {
  std::optional<std::string> application;
  std::optional<std::string> requirement;
  std::string label;
  std::vector<std::string> alternatives;
  skills::RequirementType type = skills::RequirementType::skill;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(WhyRequest, (), (application, requirement, label, alternatives, type, text))

struct LookedFor {
  ConceptLine what;
  std::vector<std::string> names;
  std::vector<ConceptLine> narrower;
  std::size_t narrower_total = 0;
  std::vector<ConceptLine> broader;
  std::vector<ConceptLine> related;
};
BOOST_DESCRIBE_STRUCT(LookedFor, (), (what, names, narrower, narrower_total, broader, related))

/// How a mention stands to what was looked for.
enum class HowFound { same, narrower, broader, related };
BOOST_DESCRIBE_ENUM(HowFound, same, narrower, broader, related)

struct FoundSentence {
  std::string document;
  std::string quote;
  std::size_t mark_start = 0;
  std::size_t mark_end = 0;
  ConceptLine what;
  HowFound how = HowFound::same;
  skills::Stance stance = skills::Stance::claimed;
};
BOOST_DESCRIBE_STRUCT(FoundSentence, (), (document, quote, mark_start, mark_end, what, how, stance))

struct NearSentence {
  std::string document;
  std::string quote;
  std::size_t mark_start = 0;
  std::size_t mark_end = 0;
  std::string name;
  std::vector<std::string> same_words;
  std::vector<std::string> other_forms;
  std::vector<std::string> missing;
};
BOOST_DESCRIBE_STRUCT(NearSentence, (), (document, quote, mark_start, mark_end, name, same_words, other_forms, missing))

struct WhyAnswer {
  std::string label;
  std::vector<LookedFor> looked_for;
  std::vector<std::string> words;
  std::vector<std::string> documents;
  std::vector<FoundSentence> found;
  std::vector<NearSentence> near;
  std::vector<std::string> limits;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(WhyAnswer, (), (label, looked_for, words, documents, found, near, limits, taxonomy))

}  // namespace collega::skills_desk

namespace collega {

template <>
struct FieldTable<skills_desk::WhyRequest> {
  static constexpr Field rows[] = {
      {.name = "application",
       .meaning = {"de sollicitatie waarin gezocht is", "the application that was looked through"},
       .personal = Personal::ordinary},
      {.name = "requirement", .meaning = {"met het criterium van die vacature", "with the requirement of its vacancy"}},
      {.name = "label", .meaning = {"of: wat gezocht is", "or: what was looked for"}, .has_default = true},
      {.name = "alternatives", .meaning = {"wat ook goed is", "what will do as well"}, .has_default = true},
      {.name = "type", .meaning = {"soort criterium", "kind of requirement"}, .has_default = true},
      {.name = "text",
       .meaning = {"en de tekst waarin", "and the text in which"},
       .has_default = true,
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<skills_desk::LookedFor> {
  static constexpr Field rows[] = {
      {.name = "what", .meaning = {"het begrip", "the concept"}},
      {.name = "names", .meaning = {"alle namen waarop gezocht is", "all names that were looked for"}},
      {.name = "narrower",
       .meaning = {"wat ook telt, omdat het eronder valt", "what counts too, because it falls under it"}},
      {.name = "narrower_total", .meaning = {"hoeveel dat er zijn", "how many those are"}, .min = 0},
      {.name = "broader", .meaning = {"wat ruimer is, en niet telt", "what is broader, and does not count"}},
      {.name = "related", .meaning = {"wat verwant is, en ten dele telt", "what is akin, and counts in part"}},
  };
};

template <>
struct FieldTable<skills_desk::FoundSentence> {
  static constexpr Field rows[] = {
      {.name = "document", .meaning = {"het papier", "the paper"}, .personal = Personal::ordinary},
      {.name = "quote", .meaning = {"de zin", "the sentence"}, .personal = Personal::ordinary},
      {.name = "mark_start",
       .meaning = {"begin van de woorden, in de zin", "start of the words, in the sentence"},
       .unit = "code points"},
      {.name = "mark_end", .meaning = {"einde daarvan", "their end"}, .unit = "code points"},
      {.name = "what", .meaning = {"wat er gevonden is", "what was found"}},
      {.name = "how", .meaning = {"hoe dat zich tot het gezochte verhoudt", "how that stands to what was looked for"}},
      {.name = "stance",
       .meaning = {"wat de zin ervan zegt: alleen geclaimd telt",
                   "what the sentence says of it: claimed alone counts"}},
  };
};

template <>
struct FieldTable<skills_desk::NearSentence> {
  static constexpr Field rows[] = {
      {.name = "document", .meaning = {"het papier", "the paper"}, .personal = Personal::ordinary},
      {.name = "quote", .meaning = {"de zin", "the sentence"}, .personal = Personal::ordinary},
      {.name = "mark_start",
       .meaning = {"begin van de woorden, in de zin", "start of the words, in the sentence"},
       .unit = "code points"},
      {.name = "mark_end", .meaning = {"einde daarvan", "their end"}, .unit = "code points"},
      {.name = "name", .meaning = {"de naam waar het bij in de buurt komt", "the name that it comes near"}},
      {.name = "same_words", .meaning = {"woorden die hetzelfde zijn", "words that are the same"}},
      {.name = "other_forms", .meaning = {"woorden in een andere vorm", "words in another form"}},
      {.name = "missing", .meaning = {"woorden die ontbreken", "words that are missing"}},
  };
};

template <>
struct FieldTable<skills_desk::WhyAnswer> {
  static constexpr Field rows[] = {
      {.name = "label", .meaning = {"wat gezocht is", "what was looked for"}},
      {.name = "looked_for",
       .meaning = {"de begrippen daarin; geen: de taxonomie kent het niet",
                   "the concepts in it; none: the taxonomy does not know it"}},
      {.name = "words",
       .meaning = {"woordstammen die dan samen in een zin moeten staan",
                   "stems that must stand together in a sentence then"}},
      {.name = "documents", .meaning = {"waarin gezocht is", "where was looked"}, .personal = Personal::ordinary},
      {.name = "found",
       .meaning = {"wat er wel gevonden is", "what was found all the same"},
       .personal = Personal::ordinary},
      {.name = "near", .meaning = {"wat er dichtbij komt", "what came near"}, .personal = Personal::ordinary},
      {.name = "limits", .meaning = {"wat dit niet laat zien", "what this does not show"}},
      skills_desk::field::kTaxonomy,
  };
};

}  // namespace collega
