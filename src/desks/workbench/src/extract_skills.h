#pragma once

// skills.extract: which skills, licences, programmes and languages a text mentions.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/described.h"
#include "collega/skills/mentions.h"

namespace collega::skills {
BOOST_DESCRIBE_ENUM(Stance, claimed, weak, in_progress, wished, denied, of_others)
}

namespace collega::workbench {

struct ExtractRequest {
  std::string text;
  std::optional<Language> language;
  bool possessed = false;
};
BOOST_DESCRIBE_STRUCT(ExtractRequest, (), (text, language, possessed))

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

/// What the text shows of a concept that it claims.
struct PossessedSkill {
  std::string concept_name;
  std::string label;
  double months = 0;
  std::optional<std::string> last_used;
  bool current = false;
  bool weak = false;
  std::optional<std::string> level;
};
BOOST_DESCRIBE_STRUCT(PossessedSkill, (), (concept_name, label, months, last_used, current, weak, level))

struct ExtractAnswer {
  std::vector<FoundSkill> skills;
  std::optional<std::vector<PossessedSkill>> possessed;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(ExtractAnswer, (), (skills, possessed, taxonomy))

/// In order of place. Labels are in the language asked, else in that of the text when that is one of ours, else in
/// `otherwise`. What goes on goes on until `today`.
[[nodiscard]] ExtractAnswer extract(const ExtractRequest& request, const skills::MentionFinder& finder, Date today,
                                    Language otherwise);

}  // namespace collega::workbench

namespace collega {

template <>
struct FieldTable<workbench::ExtractRequest> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"de tekst", "the text"}, .personal = Personal::ordinary},
      {.name = "language",
       .meaning = {"taal van de namen; anders die van de tekst", "language of the labels; else that of the text"}},
      {.name = "possessed",
       .meaning = {"ook wat de schrijver blijkt te kunnen, met hoe lang",
                   "also what the writer turns out to have, with how long"},
       .has_default = true},
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
struct FieldTable<workbench::PossessedSkill> {
  static constexpr Field rows[] = {
      {.name = "concept", .meaning = {"begrip in de taxonomie", "concept of the taxonomy"}, .member = "concept_name"},
      {.name = "label", .meaning = {"naam van het begrip", "name of the concept"}},
      {.name = "months",
       .meaning = {"hoe lang; samenvallende tijd telt eens, 0 als er geen tijd bij staat",
                   "how long; time that overlaps counts once, 0 where no time is told"},
       .unit = "months",
       .min = 0},
      {.name = "last_used", .meaning = {"tot wanneer, voor zover gezegd", "until when, where told"}, .unit = "date"},
      {.name = "current", .meaning = {"of het nog gaande is", "whether it goes on"}},
      {.name = "weak", .meaning = {"alleen als beginner of onder begeleiding", "only as a beginner or under guidance"}},
      {.name = "level", .meaning = {"niveau van een taal, voor zover gezegd", "level of a language, where told"}},
  };
};

template <>
struct FieldTable<workbench::ExtractAnswer> {
  static constexpr Field rows[] = {
      {.name = "skills",
       .meaning = {"wat de tekst noemt, in volgorde van plaats", "what the text mentions, in order of place"}},
      {.name = "possessed",
       .meaning = {"wat de tekst van de schrijver laat zien: elk begrip eens, met hoe lang en tot wanneer",
                   "what the text shows of its writer: each concept once, with how long and until when"}},
      {.name = "taxonomy", .meaning = {"versie van de taxonomie", "version of the taxonomy"}},
  };
};

}  // namespace collega
