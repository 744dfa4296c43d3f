#pragma once

// What a vacancy asks, one requirement at a time.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/language.h"
#include "collega/skills/mentions.h"

namespace collega::skills {

enum class RequirementKind { must, wish };
enum class RequirementType { skill, degree, licence, language, experience, hours, place, other };

struct Requirement {
  std::string label;
  RequirementKind kind = RequirementKind::must;
  RequirementType type = RequirementType::other;
  std::vector<ConceptRef>
      any_of;  ///< skills, licences, languages; of an experience its subject: skills and occupations
  std::vector<ConceptRef> fields;  ///< of a degree: any of these fields of study; empty: any. Of an experience: work in
                                   ///< any of these fields counts as its subject
  bool within_fields = false;      ///< of an experience: its subject counts only in work in one of the fields
  int rank = 0;                    ///< of a degree or language: the least rank that meets it; 0: any
  double months = 0;               ///< of an experience: at least so many
  double hours = 0;                ///< at least so many a week
  std::vector<std::vector<std::string>>
      words;                       ///< of a criterion set by hand: stems of it and of each alternative, for what
                                   ///< the taxonomy does not know: one sentence that holds all stems of one
  std::vector<std::string> parts;  ///< of a criterion set by hand that asks two things ("avond- en weekenddiensten"):
                                   ///< the stem of each
  Span source;                     ///< bytes of the vacancy where it is asked; empty for a criterion set by hand
};

struct VacancyReading {
  std::string title;
  std::vector<Requirement> requirements;
  std::vector<ConceptRef> occupations;  ///< that the title names
  std::vector<std::string> unread;      ///< sentences that ask what is not matched: traits of character, things unknown
};

/// Reads the requirements from the sections that ask (and, where there are none, from sentences that ask). What the
/// employer says of itself, its offer and its procedure asks nothing.
[[nodiscard]] VacancyReading read_vacancy(const Paper& vacancy, const MentionFinder& finder, Language language);

/// A criterion that a person set by hand.
struct Criterion {
  std::string label;
  RequirementKind kind = RequirementKind::must;
  RequirementType type = RequirementType::other;
  std::string threshold;  ///< "3" years, "mbo4", "b2", "24" hours; empty: none
  std::vector<std::string> alternatives;
};

/// Error: unknown_value with the label as place, when the threshold is none that the type knows.
[[nodiscard]] Result<Requirement> requirement_from(const Criterion& criterion, const MentionFinder& finder);

}  // namespace collega::skills
