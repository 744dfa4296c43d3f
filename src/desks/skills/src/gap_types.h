#pragma once

// What somebody, or a team, can do beside what an occupation or an own position asks.

#include "catalogue_types.h"
#include "collega/skills/gap.h"
#include "person_types.h"

namespace collega::skills {
BOOST_DESCRIBE_ENUM(Has, exact, narrower, adjacent)
}

namespace collega::skills_desk {

struct OwnGapRequest {
  std::string occupation;
};
BOOST_DESCRIBE_STRUCT(OwnGapRequest, (), (occupation))

struct GapOfRequest {
  std::string occupation;
  std::optional<std::string> person;
  std::optional<std::string> unit;
};
BOOST_DESCRIBE_STRUCT(GapOfRequest, (), (occupation, person, unit))

struct AskedSkill {
  ConceptLine skill;
  bool essential = true;
  std::optional<skills::Has> how;
  std::optional<ConceptLine> by;
  std::optional<std::int64_t> people;
  std::optional<std::int64_t> people_adjacent;
};
BOOST_DESCRIBE_STRUCT(AskedSkill, (), (skill, essential, how, by, people, people_adjacent))

struct GapShown {
  ConceptLine occupation;
  std::optional<std::int64_t> people;
  std::optional<std::int64_t> people_stated;
  double coverage = 0;
  std::vector<AskedSkill> missing;
  std::vector<AskedSkill> met;
  std::vector<std::string> limits;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(GapShown, (), (occupation, people, people_stated, coverage, missing, met, limits, taxonomy))

struct OwnMovesRequest {
  std::size_t top = 10;
};
BOOST_DESCRIBE_STRUCT(OwnMovesRequest, (), (top))

struct MoveShown {
  ConceptLine occupation;
  double score = 0;
  double coverage = 0;
  std::vector<ConceptLine> missing;
  std::size_t missing_total = 0;
  std::vector<ConceptLine> met;
};
BOOST_DESCRIBE_STRUCT(MoveShown, (), (occupation, score, coverage, missing, missing_total, met))

struct MovesShown {
  std::vector<MoveShown> moves;
  std::vector<std::string> limits;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(MovesShown, (), (moves, limits, taxonomy))

namespace field {

constexpr Field kOccupation{.name = "occupation",
                            .meaning = {"beroep of eigen functie, zoals skills.search het noemt",
                                        "occupation or own position, as skills.search calls it"}};
constexpr Field kCoverage{.name = "coverage",
                          .meaning = {"gewicht van wat nodig is en er is, gedeeld door dat van al wat nodig is",
                                      "weight of what is essential and there, over that of all that is essential"},
                          .min = 0,
                          .max = 1,
                          .personal = Personal::ordinary};
constexpr Field kGapLimits{.name = "limits", .meaning = {"wat dit niet laat zien", "what this does not show"}};

}  // namespace field

}  // namespace collega::skills_desk

namespace collega {

template <>
struct FieldTable<skills_desk::OwnGapRequest> {
  static constexpr Field rows[] = {skills_desk::field::kOccupation};
};

template <>
struct FieldTable<skills_desk::GapOfRequest> {
  static constexpr Field rows[] = {
      skills_desk::field::kOccupation,
      {.name = "person",
       .meaning = {"van een medewerker: personeelsnummer of nummer binnen Collega",
                   "of an employee: personnel number, or number within Collega"},
       .personal = Personal::ordinary},
      {.name = "unit",
       .meaning = {"of van een afdeling, met wat eronder valt (code); beide weggelaten: iedereen die u mag zien",
                   "or of a unit, with what is under it (code); both left out: everybody you may see"}},
  };
};

template <>
struct FieldTable<skills_desk::AskedSkill> {
  static constexpr Field rows[] = {
      {.name = "skill", .meaning = {"de vaardigheid", "the skill"}},
      {.name = "essential", .meaning = {"nodig; anders mooi meegenomen", "essential; else a bonus"}},
      {.name = "how",
       .meaning = {"waarmee: dezelfde, een specifiekere of een verwante; verwant is nog niet voldaan",
                   "by what: the same, a more particular or an adjacent one; adjacent is not met"},
       .personal = Personal::ordinary},
      {.name = "by",
       .meaning = {"welke, als dat een andere is", "which, when it is another"},
       .personal = Personal::ordinary},
      {.name = "people", .meaning = {"hoeveel mensen haar hebben", "how many people have it"}, .min = 0},
      {.name = "people_adjacent",
       .meaning = {"hoeveel mensen alleen een verwante hebben", "how many people have only an adjacent one"},
       .min = 0},
  };
};

template <>
struct FieldTable<skills_desk::GapShown> {
  static constexpr Field rows[] = {
      {.name = "occupation", .meaning = {"waarnaast het gelegd is", "what it was laid beside"}},
      {.name = "people", .meaning = {"mensen in het team", "people in the team"}, .min = 0},
      {.name = "people_stated",
       .meaning = {"van wie er iets bevestigd is", "of whom something is confirmed"},
       .min = 0},
      skills_desk::field::kCoverage,
      {.name = "missing", .meaning = {"wat ontbreekt", "what is missing"}, .personal = Personal::ordinary},
      {.name = "met", .meaning = {"wat er is", "what is there"}, .personal = Personal::ordinary},
      skills_desk::field::kGapLimits,
      skills_desk::field::kTaxonomy,
  };
};

template <>
struct FieldTable<skills_desk::OwnMovesRequest> {
  static constexpr Field rows[] = {
      {.name = "top", .meaning = {"hoeveel", "how many"}, .min = 1, .max = 50, .has_default = true}};
};

template <>
struct FieldTable<skills_desk::MoveShown> {
  static constexpr Field rows[] = {
      {.name = "occupation", .meaning = {"beroep of functie", "occupation or position"}},
      {.name = "score",
       .meaning = {"hoe dichtbij, van 0 tot 1", "how near, from 0 to 1"},
       .min = 0,
       .max = 1,
       .personal = Personal::ordinary},
      skills_desk::field::kCoverage,
      {.name = "missing",
       .meaning = {"wat het nog vraagt: het eerste daarvan", "what it still asks: the first of it"},
       .personal = Personal::ordinary},
      {.name = "missing_total", .meaning = {"hoeveel dat in het geheel is", "how much that is in all"}, .min = 0},
      {.name = "met", .meaning = {"wat u daarvoor al hebt", "what you have for it"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<skills_desk::MovesShown> {
  static constexpr Field rows[] = {
      {.name = "moves",
       .meaning = {"beroepen en functies, dichtstbij eerst", "occupations and positions, nearest first"},
       .personal = Personal::ordinary},
      skills_desk::field::kGapLimits,
      skills_desk::field::kTaxonomy,
  };
};

}  // namespace collega
