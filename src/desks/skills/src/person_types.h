#pragma once

// What a person can do: as the person sees it, and as others do.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "catalogue_types.h"
#include "collega/base/id.h"
#include "collega/base/moment.h"
#include "collega/library/documents.h"

namespace collega::skills_desk {

struct HeldSkill;
using HeldId = Id<HeldSkill>;

/// found: in a paper, and not looked at yet. confirmed: the person says so. struck: the person says that it is not so.
enum class HeldState { found, confirmed, struck };
BOOST_DESCRIBE_ENUM(HeldState, found, confirmed, struck)

enum class Level { beginner, independent, expert };
BOOST_DESCRIBE_ENUM(Level, beginner, independent, expert)

enum class StepKind { found, stated, confirmed, struck, changed };
BOOST_DESCRIBE_ENUM(StepKind, found, stated, confirmed, struck, changed)

/// How well, and when last: the person's own words.
struct HowWell {
  std::optional<Level> level;
  std::optional<Date> last_used;
  std::optional<int> months;

  bool operator==(const HowWell&) const = default;
};
BOOST_DESCRIBE_STRUCT(HowWell, (), (level, last_used, months))

struct SkillSource {
  std::string paper;
  std::optional<library::DocumentId> document;
  std::string quote;
  std::size_t mark_start = 0;
  std::size_t mark_end = 0;
  skills::Stance stance = skills::Stance::claimed;
  Moment found_at;
};
BOOST_DESCRIBE_STRUCT(SkillSource, (), (paper, document, quote, mark_start, mark_end, stance, found_at))

struct SkillStep {
  Moment at;
  StepKind kind = StepKind::found;
  std::optional<Level> level;
};
BOOST_DESCRIBE_STRUCT(SkillStep, (), (at, kind, level))

struct OwnSkill : HowWell {
  HeldId skill;
  std::string concept_name;
  std::string label;
  HeldState state = HeldState::found;
  std::vector<SkillSource> sources;
  std::vector<SkillStep> history;
};
BOOST_DESCRIBE_STRUCT(OwnSkill, (), (skill, concept_name, label, state, level, last_used, months, sources, history))

struct MyRequest {};
BOOST_DESCRIBE_STRUCT(MyRequest, (), ())

struct MyAnswer {
  std::vector<OwnSkill> skills;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(MyAnswer, (), (skills, taxonomy))

struct StateRequest : HowWell {
  std::string concept_name;
};
BOOST_DESCRIBE_STRUCT(StateRequest, (), (concept_name, level, last_used, months))

enum class OwnVerdict { confirm, strike };
BOOST_DESCRIBE_ENUM(OwnVerdict, confirm, strike)

struct JudgeRequest : HowWell {
  HeldId skill;
  OwnVerdict verdict = OwnVerdict::confirm;
};
BOOST_DESCRIBE_STRUCT(JudgeRequest, (), (skill, verdict, level, last_used, months))

struct FindRequest {
  std::optional<std::string> file;
  std::optional<library::DocumentId> document;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(FindRequest, (), (file, document, text))

struct FindAnswer {
  std::size_t found = 0;
  std::size_t known = 0;
  std::size_t struck = 0;
  std::vector<std::string> limits;
};
BOOST_DESCRIBE_STRUCT(FindAnswer, (), (found, known, struck, limits))

struct PersonRequest {
  std::string person;
};
BOOST_DESCRIBE_STRUCT(PersonRequest, (), (person))

struct ConfirmedSkill : HowWell {
  std::string concept_name;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(ConfirmedSkill, (), (concept_name, label, level, last_used, months))

struct PersonSkills {
  people::PersonId person;
  std::string name;
  std::vector<ConfirmedSkill> skills;
};
BOOST_DESCRIBE_STRUCT(PersonSkills, (), (person, name, skills))

struct TeamRequest {
  std::optional<std::string> unit;
  std::optional<people::PersonId> after;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(TeamRequest, (), (unit, after, limit))

struct TeamAnswer {
  std::vector<PersonSkills> people;
  std::optional<people::PersonId> next;
  std::vector<std::string> limits;
};
BOOST_DESCRIBE_STRUCT(TeamAnswer, (), (people, next, limits))

namespace field {

constexpr Field kHeld{.name = "skill", .meaning = {"nummer", "number"}};
constexpr Field kLabel{.name = "label", .meaning = {"hoe het heet", "what it is called"}};
constexpr Field kLevel{.name = "level",
                       .meaning = {"beginnend, zelfstandig of expert", "beginner, independent or expert"},
                       .personal = Personal::ordinary};
constexpr Field kLastUsed{
    .name = "last_used", .meaning = {"laatst gebruikt", "last used"}, .personal = Personal::ordinary};
constexpr Field kMonths{.name = "months",
                        .meaning = {"ervaring", "experience"},
                        .unit = "months",
                        .min = 0,
                        .max = 720,
                        .personal = Personal::ordinary};

}  // namespace field

}  // namespace collega::skills_desk

namespace collega {

template <>
struct FieldTable<skills_desk::HowWell> {
  static constexpr Field rows[] = {skills_desk::field::kLevel, skills_desk::field::kLastUsed,
                                   skills_desk::field::kMonths};
};

template <>
struct FieldTable<skills_desk::SkillSource> {
  static constexpr Field rows[] = {
      {.name = "paper", .meaning = {"het papier", "the paper"}, .personal = Personal::ordinary},
      {.name = "document",
       .meaning = {"nummer van het stuk in de bibliotheek", "number of the document in the library"}},
      {.name = "quote", .meaning = {"de zin", "the sentence"}, .personal = Personal::ordinary},
      {.name = "mark_start",
       .meaning = {"begin van de woorden waar het om gaat, in de zin",
                   "start of the words that count, in the sentence"},
       .unit = "code points"},
      {.name = "mark_end", .meaning = {"einde daarvan", "their end"}, .unit = "code points"},
      {.name = "stance", .meaning = {"wat de zin ervan zegt", "what the sentence says of it"}},
      {.name = "found_at", .meaning = {"gevonden op", "found at"}},
  };
};

template <>
struct FieldTable<skills_desk::SkillStep> {
  static constexpr Field rows[] = {
      {.name = "at", .meaning = {"wanneer", "when"}},
      {.name = "kind", .meaning = {"wat er gebeurde", "what happened"}},
      skills_desk::field::kLevel,
  };
};

template <>
struct FieldTable<skills_desk::OwnSkill> {
  static constexpr Field rows[] = {
      skills_desk::field::kHeld,
      skills_desk::field::kConcept,
      skills_desk::field::kLabel,
      {.name = "state",
       .meaning = {"gevonden, bevestigd of geschrapt", "found, confirmed or struck"},
       .personal = Personal::ordinary},
      skills_desk::field::kLevel,
      skills_desk::field::kLastUsed,
      skills_desk::field::kMonths,
      {.name = "sources", .meaning = {"waar het staat", "where it stands"}, .personal = Personal::ordinary},
      {.name = "history", .meaning = {"wat ermee gebeurde", "what happened to it"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<skills_desk::MyRequest> {
  static constexpr std::array<Field, 0> rows{};
};

template <>
struct FieldTable<skills_desk::MyAnswer> {
  static constexpr Field rows[] = {
      {.name = "skills", .meaning = {"uw vaardigheden", "your skills"}, .personal = Personal::ordinary},
      skills_desk::field::kTaxonomy,
  };
};

template <>
struct FieldTable<skills_desk::StateRequest> {
  static constexpr Field rows[] = {skills_desk::field::kConcept, skills_desk::field::kLevel,
                                   skills_desk::field::kLastUsed, skills_desk::field::kMonths};
};

template <>
struct FieldTable<skills_desk::JudgeRequest> {
  static constexpr Field rows[] = {
      skills_desk::field::kHeld,   {.name = "verdict", .meaning = {"bevestigen of schrappen", "confirm or strike"}},
      skills_desk::field::kLevel,  skills_desk::field::kLastUsed,
      skills_desk::field::kMonths,
  };
};

template <>
struct FieldTable<skills_desk::FindRequest> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"een papier van uzelf", "a paper of your own"}, .paper = Paper::given},
      {.name = "document",
       .meaning = {"of een stuk over u in de bibliotheek", "or a document about you in the library"}},
      {.name = "text", .meaning = {"of een tekst", "or a text"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<skills_desk::FindAnswer> {
  static constexpr Field rows[] = {
      {.name = "found", .meaning = {"nieuw gevonden", "newly found"}, .min = 0},
      {.name = "known", .meaning = {"stonden er al", "stood there already"}, .min = 0},
      {.name = "struck", .meaning = {"had u geschrapt, en blijven dat", "you had struck, and stay so"}, .min = 0},
      {.name = "limits", .meaning = {"wat niet gezien is", "what was not seen"}},
  };
};

template <>
struct FieldTable<skills_desk::PersonRequest> {
  static constexpr Field rows[] = {
      {.name = "person",
       .meaning = {"personeelsnummer of nummer binnen Collega", "personnel number, or number within Collega"},
       .personal = Personal::ordinary}};
};

template <>
struct FieldTable<skills_desk::ConfirmedSkill> {
  static constexpr Field rows[] = {skills_desk::field::kConcept, skills_desk::field::kLabel, skills_desk::field::kLevel,
                                   skills_desk::field::kLastUsed, skills_desk::field::kMonths};
};

template <>
struct FieldTable<skills_desk::PersonSkills> {
  static constexpr Field rows[] = {
      {.name = "person", .meaning = {"wie", "who"}, .personal = Personal::ordinary},
      {.name = "name", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
      {.name = "skills",
       .meaning = {"wat deze persoon zelf bevestigde", "what this person confirmed themself"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<skills_desk::TeamRequest> {
  static constexpr Field rows[] = {
      {.name = "unit",
       .meaning = {"code van een afdeling, met wat eronder valt; weggelaten: iedereen die u mag zien",
                   "code of a unit, with what is under it; left out: everybody you may see"}},
      {.name = "after", .meaning = {"waar de vorige bladzijde ophield", "where the page before stopped"}},
      {.name = "limit",
       .meaning = {"mensen op een bladzijde", "people on a page"},
       .min = 1,
       .max = 200,
       .has_default = true},
  };
};

template <>
struct FieldTable<skills_desk::TeamAnswer> {
  static constexpr Field rows[] = {
      {.name = "people", .meaning = {"mensen", "people"}, .personal = Personal::ordinary},
      skills_desk::field::kNext,
      {.name = "limits", .meaning = {"wat dit niet laat zien", "what this does not show"}},
  };
};

}  // namespace collega
