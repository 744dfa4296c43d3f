#pragma once

// skills.extract: which skills, licences, programmes and languages a text mentions.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/skills/mentions.h"

namespace collega::skills {
BOOST_DESCRIBE_ENUM(Stance, claimed, weak, in_progress, wished, denied, of_others)
}

namespace collega::workbench {

struct ExtractRequest {
  std::string text;
  std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(ExtractRequest, (), (text, language))

/// The kinds of concepts that a person can have; a level, a field or an occupation is none of itself.
enum class FoundKind { skill, licence, programme, language };
BOOST_DESCRIBE_ENUM(FoundKind, skill, licence, programme, language)

struct FoundSkill {
  std::string concept_name;
  std::string label;
  FoundKind kind = FoundKind::skill;
  skills::Stance stance = skills::Stance::claimed;
  std::size_t start = 0;
  std::size_t end = 0;
  double score = 0;
};
BOOST_DESCRIBE_STRUCT(FoundSkill, (), (concept_name, label, kind, stance, start, end, score))

struct ExtractAnswer {
  std::vector<FoundSkill> skills;
};
BOOST_DESCRIBE_STRUCT(ExtractAnswer, (), (skills))

/// In order of place. Labels are in the language asked, else in that of the text when that is one of ours, else in
/// `otherwise`.
[[nodiscard]] ExtractAnswer extract(const ExtractRequest& request, const skills::MentionFinder& finder,
                                    Language otherwise);

}  // namespace collega::workbench

namespace collega {

template <>
struct FieldTable<workbench::ExtractRequest> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"de tekst", "the text"}, .personal = Personal::ordinary},
      {.name = "language",
       .meaning = {"taal van de namen; anders die van de tekst", "language of the labels; else that of the text"}},
  };
};

template <>
struct FieldTable<workbench::FoundSkill> {
  static constexpr Field rows[] = {
      {.name = "concept", .meaning = {"begrip in de taxonomie", "concept of the taxonomy"}, .member = "concept_name"},
      {.name = "label", .meaning = {"naam van het begrip", "name of the concept"}},
      {.name = "kind",
       .meaning = {"vaardigheid, bevoegdheid, opleiding of taal", "skill, licence, programme or language"}},
      {.name = "stance",
       .meaning = {"wat de tekst ervan zegt: geclaimd, beginnend, bezig, gewenst, ontkend of van een ander",
                   "what the text says of it: claimed, weak, in progress, wished, denied or of others"}},
      {.name = "start", .meaning = {"begin in de tekst", "start in the text"}, .unit = "code points"},
      {.name = "end",
       .meaning = {"einde in de tekst, zelf niet meegerekend", "end in the text, itself excluded"},
       .unit = "code points"},
      {.name = "score",
       .meaning = {"hoe zeker het is dat deze woorden dit begrip betekenen",
                   "how sure it is that these words mean this concept"},
       .min = 0,
       .max = 1},
  };
};

template <>
struct FieldTable<workbench::ExtractAnswer> {
  static constexpr Field rows[] = {
      {.name = "skills",
       .meaning = {"wat de tekst noemt, in volgorde van plaats", "what the text mentions, in order of place"}},
  };
};

}  // namespace collega
