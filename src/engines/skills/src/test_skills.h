#pragma once

// What the tests of this engine share: the seed taxonomy, a finder on it, and short ways to ask and to judge.

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "collega/base/date.h"
#include "collega/skills/match.h"

namespace collega::skills::test {

inline constexpr Date kToday{std::chrono::year{2026} / 11 / 22};

inline const MentionFinder& finder() {
  static const Taxonomy seed = seed_taxonomy().value();
  static const MentionFinder on_seed{seed};
  return on_seed;
}

inline ConceptRef known(ConceptKind kind, std::string_view id) {
  const auto ref = finder().taxonomy().find(kind, id);
  if (!ref) throw std::logic_error("the seed has no " + std::string{id});
  return *ref;
}

inline ConceptRef skill(std::string_view id) { return known(ConceptKind::skill, id); }
inline ConceptRef licence(std::string_view id) { return known(ConceptKind::licence, id); }
inline ConceptRef occupation(std::string_view id) { return known(ConceptKind::occupation, id); }

inline std::vector<ConceptRef> all_of(ConceptKind kind) {
  std::vector<ConceptRef> all;
  for (ConceptRef ref = 0; ref < finder().taxonomy().size(); ++ref) {
    if (finder().taxonomy().at(ref).kind == kind) all.push_back(ref);
  }
  return all;
}

/// A table of a taxonomy with no more than the columns that every table has, and these rows.
inline std::string table_of(std::string_view rows) { return "id\tnl\ten\n" + std::string{rows}; }

/// A vacancy that asks SQL, with more behind it.
inline std::string analyst_vacancy(std::string_view more) {
  return "# Analist\n## Wij vragen\n- Kennis van SQL\n" + std::string{more};
}

inline int level_rank(ConceptKind kind, std::string_view id) { return finder().taxonomy().at(known(kind, id)).rank; }

inline Reading read(std::string text) { return finder().read(paper_from_text(std::move(text))); }

/// "skill/wound-care", each once, in order of place.
inline std::vector<std::string> names_in(std::string text) {
  std::vector<std::string> names;
  for (const Mention& mention : read(std::move(text)).mentions) {
    std::string name = finder().taxonomy().name(mention.concept_ref);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

/// How the text means its first mention of this; nothing when it does not mention it.
inline std::optional<Stance> stance_to(ConceptRef ref, std::string text) {
  for (const Mention& mention : read(std::move(text)).mentions) {
    if (mention.concept_ref == ref) return mention.stance;
  }
  return std::nullopt;
}

inline Requirement must(RequirementType type, std::vector<ConceptRef> any_of) {
  Requirement asked;
  asked.type = type;
  asked.any_of = std::move(any_of);
  return asked;
}

inline Requirement must_know(std::string_view skill_id) { return must(RequirementType::skill, {skill(skill_id)}); }
inline Requirement must_hold(std::string_view licence_id) {
  return must(RequirementType::licence, {licence(licence_id)});
}

inline Requirement must_have_worked(std::vector<ConceptRef> subject, double months) {
  Requirement asked = must(RequirementType::experience, std::move(subject));
  asked.months = months;
  return asked;
}

inline Requirement must_have_degree(std::string_view level, std::vector<ConceptRef> fields = {}) {
  Requirement asked = must(RequirementType::degree, {});
  asked.rank = level_rank(ConceptKind::degree_level, level);
  asked.fields = std::move(fields);
  return asked;
}

inline Requirement must_speak(std::string_view language, std::string_view level) {
  Requirement asked = must(RequirementType::language, {known(ConceptKind::language, language)});
  asked.rank = level.empty() ? 0 : level_rank(ConceptKind::language_level, level);
  return asked;
}

inline Requirement must_work_hours(double hours) {
  Requirement asked = must(RequirementType::hours, {});
  asked.hours = hours;
  return asked;
}

inline Requirement wish(Requirement asked) {
  asked.kind = RequirementKind::wish;
  return asked;
}

inline CandidateMatch match_text(std::string cv, const std::vector<Requirement>& requirements) {
  return match(Candidate{{paper_from_text(std::move(cv))}}, requirements, finder(), kToday);
}

inline Judgement judged(const Requirement& asked, std::string cv) {
  return match_text(std::move(cv), {asked}).judgements.front();
}

}  // namespace collega::skills::test
