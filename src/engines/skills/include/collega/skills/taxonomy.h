#pragma once

// What can be asked of a person and found in their papers: skills, licences, degrees, languages, occupations, and how
// they hang together. The seed is ours and built in (data/*.tsv).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collega/base/language.h"
#include "collega/base/result.h"

namespace collega::skills {

enum class ConceptKind {
  skill,
  licence,
  degree_level,
  degree_field,
  programme,
  language,
  language_level,
  occupation,
  occupation_group,  ///< for browsing alone: no text is searched for it
  skill_group,       ///< likewise
};

/// Place of a concept in its taxonomy.
using ConceptRef = std::uint32_t;

struct Concept {
  ConceptKind kind = ConceptKind::skill;
  std::string id;                    ///< unique within its kind: "wound-care"; the last part of a URI
  std::string uri;                   ///< empty in the seed
  std::string code;                  ///< of occupations and their groups: ISCO-08
  std::string nl, en;                ///< labels
  std::vector<std::string> also_nl;  ///< synonyms
  std::vector<std::string> also_en;
  std::vector<std::string> also_other;  ///< names in other languages that papers come in: German, French, Polish
  std::string description_nl, description_en;
  std::string domain;                 ///< of skills, licences and occupations: care, ict, ...
  std::vector<ConceptRef> broader;    ///< of the same kind: who has this has those; or its groups
  std::vector<ConceptRef> related;    ///< of the same kind; partial evidence
  std::vector<ConceptRef> essential;  ///< of an occupation: skills
  std::vector<ConceptRef> optional;   ///< of an occupation: skills
  std::optional<ConceptRef> level;    ///< of a programme
  std::optional<ConceptRef> field;    ///< of a programme
  int rank = 0;                       ///< of degree and language levels; higher satisfies lower
  bool exact_case = false;            ///< its names count only as they are written
  bool needs_context =
      false;           ///< its names are ordinary words too: counts only in a list of skills or beside another skill
  bool usual = false;  ///< who names its broader concept and no more, means this: "rijbewijs" is the licence for a car
  bool attitude =
      false;  ///< a trait of character: recognised, so that it is not taken for something else, and never matched

  [[nodiscard]] const std::string& label(Language language) const { return language == Language::nl ? nl : en; }
};

/// The tables of a taxonomy: text in the form of data/README.md.
struct TaxonomyTables {
  std::string_view skills, licences, degree_levels, degree_fields, programmes, languages, language_levels, occupations;
  std::string_view foreign = {};  ///< names in other languages of what the other tables hold
};

class Taxonomy {
 public:
  /// Error: taxonomy_broken, with table, line and reason as its place: an id twice, a reference to nothing, a missing
  /// column.
  [[nodiscard]] static Result<Taxonomy> from_tables(const TaxonomyTables& tables);

  /// `version` names where they come from and of when. Error: taxonomy_broken with the concept as its place: an id
  /// twice in its kind, no label in any language, a reference to nothing, a concept that is broader than itself.
  [[nodiscard]] static Result<Taxonomy> from_concepts(std::vector<Concept> concepts, std::string version);

  /// What a match says it was made with: "seed 1", "ESCO 1.2.0".
  [[nodiscard]] const std::string& version() const { return version_; }

  [[nodiscard]] std::size_t size() const { return concepts_.size(); }
  [[nodiscard]] const Concept& at(ConceptRef ref) const { return concepts_[ref]; }
  [[nodiscard]] std::optional<ConceptRef> find(ConceptKind kind, std::string_view id) const;
  /// By what it is called on the wire, by its URI, or by the last part of that.
  [[nodiscard]] std::optional<ConceptRef> named(std::string_view name) const;
  [[nodiscard]] const std::vector<Concept>& concepts() const { return concepts_; }

  /// The same concept, or one of its broader ones at any height.
  [[nodiscard]] bool implies(ConceptRef has, ConceptRef wanted) const;

  /// What a concept is called on the wire: its URI, or "skill/wound-care" when it has none.
  [[nodiscard]] std::string name(ConceptRef ref) const;

 private:
  [[nodiscard]] Result<Done> add_foreign_names(std::string_view text);

  std::vector<Concept> concepts_;
  std::string version_;
  std::unordered_map<std::string, ConceptRef> by_name_;  // "skill/wound-care"
};

/// A group is for browsing: nobody has it and no text names it.
[[nodiscard]] constexpr bool is_group(ConceptKind kind) {
  return kind == ConceptKind::occupation_group || kind == ConceptKind::skill_group;
}

/// The built-in seed taxonomy.
[[nodiscard]] Result<Taxonomy> seed_taxonomy();

}  // namespace collega::skills
