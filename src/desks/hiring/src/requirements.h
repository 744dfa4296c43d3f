#pragma once

// The requirements of a vacancy: read from its text, kept in rounds, handed to the engine.
//
//   round 0   the draft, changed freely
//   round 1   frozen; from here on papers open
//   round n   a later change, with its reason: what stood before stays readable, and everybody is matched anew

#include "collega/skills/mentions.h"
#include "vacancies.h"
#include "vacancy_types.h"

namespace collega::hiring {

/// More than a person weighs one by one, and far more than a vacancy asks.
constexpr std::size_t kMostRequirements = 60;

struct KeptRequirement : RequirementWords, Quoted {
  RequirementId id;
  int round = 0;  ///< the first that it is of
};

/// What a text asks, with what of it was not read.
[[nodiscard]] VacancyReadingAnswer read_requirements(const std::string& text, const skills::MentionFinder& finder,
                                                     Language language);

/// Those in force, in their order.
[[nodiscard]] Result<std::vector<KeptRequirement>> requirements_of(store::ReadTransaction& read, VacancyId vacancy);

/// These and no others, in the vacancy's round; those that stay the same keep the round that they came in. Gives
/// whether anything but their order changed. Errors: out_of_range (too many, too long, a quote outside the text),
/// missing_member (label), unknown_value (a threshold that the type does not know, an id that is none of these).
Result<bool> put_requirements(store::WriteTransaction& write, const KeptVacancy& vacancy, int round,
                              const std::vector<RequirementInput>& requirements, const skills::MentionFinder& finder);

/// The draft becomes round 1.
Result<Done> freeze_draft(store::WriteTransaction& write, VacancyId vacancy);

/// As the engine takes them. Error: unknown_value.
[[nodiscard]] Result<std::vector<skills::Requirement>> for_engine(const std::vector<KeptRequirement>& requirements,
                                                                  const skills::MentionFinder& finder);

}  // namespace collega::hiring
