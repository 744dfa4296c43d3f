#pragma once

// How it is kept what people can do: a row a skill, with where it was found and what happened to it.

#include "collega/identity/accounts.h"
#include "collega/people/holdings.h"
#include "person_types.h"

namespace collega::skills_desk {

struct KeptSkill : HowWell {
  HeldId id;
  std::string concept_name;
  std::string label;  ///< as it was called when it came in
  HeldState state = HeldState::found;
};

/// By label.
[[nodiscard]] Result<std::vector<KeptSkill>> skills_of(store::ReadTransaction& read, people::PersonId person);
/// Error: unknown_value, also for one of somebody else.
[[nodiscard]] Result<KeptSkill> skill_of(store::ReadTransaction& read, people::PersonId person, HeldId skill);
[[nodiscard]] Result<std::vector<SkillSource>> sources_of(store::ReadTransaction& read, HeldId skill);
[[nodiscard]] Result<std::vector<SkillStep>> steps_of(store::ReadTransaction& read, HeldId skill);

/// Who does it, and when.
struct Doing {
  identity::AccountId account;
  Moment at;
};

/// New, or as it now is; `kind` is what the history says of it.
Result<HeldId> put_skill(store::WriteTransaction& write, people::PersonId person, const KeptSkill& skill, StepKind kind,
                         const Doing& doing);
/// Nothing happens where this sentence of this paper stands there already, or as many as are kept.
Result<Done> put_source(store::WriteTransaction& write, HeldId skill, const SkillSource& source);

/// A page shows no more sentences of one skill than a person reads.
constexpr std::size_t kMostSources = 5;

}  // namespace collega::skills_desk
