#pragma once

// skills.gap and skills.moves: what somebody has beside what an occupation asks, and which occupations are near.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/skills/gap.h"

namespace collega::skills {
BOOST_DESCRIBE_ENUM(Has, exact, narrower, adjacent)
}

namespace collega::workbench {

struct GapRequest {
  std::vector<std::string> has = {};
  std::optional<std::string> occupation = {};
  std::optional<std::vector<std::string>> needs = {};
  std::optional<std::vector<std::vector<std::string>>> people = {};
  std::optional<Language> language = {};
};
BOOST_DESCRIBE_STRUCT(GapRequest, (), (has, occupation, needs, people, language))

struct GapSkill {
  std::string concept_name;
  std::string label;
  bool essential = true;
  double weight = 0;
  std::optional<skills::Has> how;
  std::optional<std::string> by;
  std::optional<std::string> by_label;
  std::optional<std::int64_t> people;
  std::optional<std::int64_t> people_adjacent;
};
BOOST_DESCRIBE_STRUCT(GapSkill, (),
                      (concept_name, label, essential, weight, how, by, by_label, people, people_adjacent))

struct GapAnswer {
  std::vector<GapSkill> missing;
  std::vector<GapSkill> met;
  double coverage = 0;
  std::vector<std::string> not_counted;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(GapAnswer, (), (missing, met, coverage, not_counted, taxonomy))

struct MovesRequest {
  std::vector<std::string> has = {};
  std::int64_t top = 10;
  std::optional<Language> language = {};
};
BOOST_DESCRIBE_STRUCT(MovesRequest, (), (has, top, language))

struct NearOccupation {
  std::string concept_name;
  std::string label;
  double score = 0;
  double coverage = 0;
  std::vector<std::string> missing;
  std::vector<GapSkill> met;
  std::vector<GapSkill> adjacent;
};
BOOST_DESCRIBE_STRUCT(NearOccupation, (), (concept_name, label, score, coverage, missing, met, adjacent))

struct MovesAnswer {
  std::vector<NearOccupation> occupations;
  std::vector<std::string> not_counted;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(MovesAnswer, (), (occupations, not_counted, taxonomy))

/// Labels in the language asked, else in `otherwise`. Errors: unknown_value with the path of a concept that the
/// taxonomy does not hold, or of an occupation that is none; missing_member where neither an occupation nor needs are
/// given.
[[nodiscard]] Result<GapAnswer> gap(const GapRequest& request, const skills::Gaps& gaps, Language otherwise);
[[nodiscard]] Result<MovesAnswer> moves(const MovesRequest& request, const skills::Gaps& gaps, Language otherwise);

}  // namespace collega::workbench

namespace collega {

template <>
struct FieldTable<workbench::GapRequest> {
  static constexpr Field rows[] = {
      {.name = "has",
       .meaning = {"wat iemand kan: begrippen van de taxonomie, als naam, URI of het laatste deel daarvan",
                   "what somebody has: concepts of the taxonomy, by name, URI or the last part of it"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "occupation", .meaning = {"beroep waarnaast dat gelegd wordt", "occupation beside which it is laid"}},
      {.name = "needs",
       .meaning = {"in plaats van een beroep: wat een functie vraagt",
                   "instead of an occupation: what a position asks"}},
      {.name = "people",
       .meaning = {"een team: van elke persoon wat die kan; telt hoeveel mensen elke vaardigheid hebben",
                   "a team: of each person what they have; counts how many people have each skill"},
       .personal = Personal::ordinary},
      {.name = "language", .meaning = {"taal van de namen", "language of the labels"}},
  };
};

template <>
struct FieldTable<workbench::GapSkill> {
  static constexpr Field rows[] = {
      {.name = "concept",
       .meaning = {"vaardigheid in de taxonomie", "skill of the taxonomy"},
       .member = "concept_name"},
      {.name = "label", .meaning = {"naam van de vaardigheid", "name of the skill"}},
      {.name = "essential",
       .meaning = {"het beroep kan niet zonder; anders is het mooi meegenomen",
                   "the occupation cannot do without; else it is a bonus"}},
      {.name = "weight",
       .meaning = {"gewicht: wat weinig beroepen vragen weegt meer", "weight: what few occupations ask weighs more"},
       .min = 0},
      {.name = "how",
       .meaning =
           {"waarmee: dezelfde, een specifiekere die haar omvat, of een verwante; verwant is nog niet voldaan",
            "by what: the same, a more particular one that implies it, or an adjacent one; adjacent is not met"}},
      {.name = "by",
       .meaning = {"wat iemand daarvoor heeft, als dat een andere is", "what somebody has for it, when it is another"}},
      {.name = "by_label", .meaning = {"naam daarvan", "its name"}},
      {.name = "people", .meaning = {"hoeveel mensen van het team haar hebben", "how many people of the team have it"}},
      {.name = "people_adjacent",
       .meaning = {"hoeveel mensen alleen een verwante hebben", "how many people have only an adjacent one"}},
  };
};

template <>
struct FieldTable<workbench::GapAnswer> {
  static constexpr Field rows[] = {
      {.name = "missing",
       .meaning = {"wat ontbreekt: eerst wat nodig is, daarbinnen het zeldzaamste",
                   "what is missing: first what is essential, the rarest before"}},
      {.name = "met", .meaning = {"wat er is", "what is there"}},
      {.name = "coverage",
       .meaning = {"gewicht van wat nodig is en er is, gedeeld door dat van al wat nodig is",
                   "weight of what is essential and there, over that of all that is essential"},
       .min = 0,
       .max = 1},
      {.name = "not_counted",
       .meaning = {"wat geen vaardigheid is en dus niet meetelt", "what is no skill and so does not count"}},
      {.name = "taxonomy", .meaning = {"versie van de taxonomie", "version of the taxonomy"}},
  };
};

template <>
struct FieldTable<workbench::MovesRequest> {
  static constexpr Field rows[] = {
      {.name = "has",
       .meaning = {"wat iemand kan: begrippen van de taxonomie, als naam, URI of het laatste deel daarvan",
                   "what somebody has: concepts of the taxonomy, by name, URI or the last part of it"},
       .personal = Personal::ordinary},
      {.name = "top", .meaning = {"ten hoogste zoveel", "at most so many"}, .min = 1, .max = 1000, .has_default = true},
      {.name = "language", .meaning = {"taal van de namen", "language of the labels"}},
  };
};

template <>
struct FieldTable<workbench::NearOccupation> {
  static constexpr Field rows[] = {
      {.name = "concept",
       .meaning = {"beroep in de taxonomie", "occupation of the taxonomy"},
       .member = "concept_name"},
      {.name = "label", .meaning = {"naam van het beroep", "name of the occupation"}},
      {.name = "score",
       .meaning =
           {"hoe dichtbij: de dekking, met verwante vaardigheden voor een deel en extra's als kleine bonus, "
            "voorzichtiger naarmate er minder van het beroep bekend is",
            "how near: the coverage, adjacent skills in part and optional ones as a small bonus, more cautious the "
            "less is known of the occupation"},
       .min = 0,
       .max = 1},
      {.name = "coverage",
       .meaning = {"gewicht van wat nodig is en er is, gedeeld door dat van al wat nodig is",
                   "weight of what is essential and there, over that of all that is essential"},
       .min = 0,
       .max = 1},
      {.name = "missing",
       .meaning = {"wat het beroep nodig heeft en ontbreekt, het zeldzaamste eerst",
                   "what the occupation cannot do without and is missing, the rarest first"}},
      {.name = "met", .meaning = {"wat er is, en waarmee", "what is there, and by what"}},
      {.name = "adjacent",
       .meaning = {"wat ontbreekt en waarvan iets verwants er is", "what is missing and has something adjacent"}},
  };
};

template <>
struct FieldTable<workbench::MovesAnswer> {
  static constexpr Field rows[] = {
      {.name = "occupations", .meaning = {"beroepen, het dichtste bij eerst", "occupations, the nearest first"}},
      {.name = "not_counted",
       .meaning = {"wat geen vaardigheid is en dus niet meetelt", "what is no skill and so does not count"}},
      {.name = "taxonomy", .meaning = {"versie van de taxonomie", "version of the taxonomy"}},
  };
};

}  // namespace collega
