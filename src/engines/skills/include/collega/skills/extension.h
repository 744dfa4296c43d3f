#pragma once

// The organisation's own names over a taxonomy: skills and positions of its own, and synonyms of what is there.

#include <string>
#include <vector>

#include "collega/skills/taxonomy.h"

namespace collega::skills {

struct OwnConcept {
  ConceptKind kind = ConceptKind::skill;  ///< skill or occupation: what else there is, the organisation does not name
  std::string id = {};                    ///< unique within its kind: "own-wijkregie"
  std::string nl = {}, en = {};           ///< one may be empty: it is then called like the other
  std::vector<std::string> also_nl = {}, also_en = {};
  std::vector<std::string> broader = {};                   ///< of the same kind, by their names on the wire
  std::vector<std::string> essential = {}, optional = {};  ///< of an occupation: skills, likewise
};

struct OwnSynonym {
  std::string concept_name = {};  ///< on the wire
  Language language = Language::nl;
  std::string text = {};
  bool shared = false;  ///< it means something else too, and somebody chose that
};

struct Extension {
  std::vector<OwnConcept> concepts = {};
  std::vector<OwnSynonym> synonyms = {};
  std::string version = {};  ///< "own 12"
};

enum class ExtensionFault {
  no_name,          ///< no label, or a name without letters
  wrong_kind,       ///< neither skill nor occupation
  id_taken,         ///< another concept of the kind has it
  unknown_concept,  ///< `what` is not there, or not of the kind that stands there
  circle,           ///< it would be broader than itself
  has_it_already,   ///< the concept is called so already
  means_other,      ///< `what` is the name of `other` already
};

struct ExtensionTrouble {
  ExtensionFault fault = ExtensionFault::no_name;
  bool of_synonym = false;  ///< else of a concept
  std::size_t index = 0;    ///< in the extension
  std::string what;         ///< the name or the reference
  std::string other;        ///< concept, on the wire
};

/// Everything in the extension that does not go with this taxonomy or with an earlier part of itself, the concepts
/// first. A name is the same when its words have the same stems in its language, or are written alike. Linear in both.
[[nodiscard]] std::vector<ExtensionTrouble> troubles_in(const Taxonomy& taxonomy, const Extension& extension);

/// What is left without those in trouble, and without what leans on them: a taxonomy that changed must not keep the
/// rest from working.
[[nodiscard]] Extension sound_part(const Taxonomy& taxonomy, const Extension& extension);

/// Concepts keep their places, own ones stand behind them. Error: taxonomy_broken with the name in trouble.
[[nodiscard]] Result<Taxonomy> extended(const Taxonomy& taxonomy, const Extension& extension);

}  // namespace collega::skills
