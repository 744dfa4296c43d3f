#include "gap.h"

#include <algorithm>
#include <map>

namespace collega::workbench {
namespace {

using skills::Concept;
using skills::ConceptKind;
using skills::ConceptRef;
using skills::Has;
using skills::Need;
using skills::Taxonomy;

// The concept of that name; of several with the same last part the one of this kind.
Result<ConceptRef> concept_named(const Taxonomy& taxonomy, const std::string& name, ConceptKind kind,
                                 const std::string& path) {
  if (const auto ref = taxonomy.named(name); ref && taxonomy.at(*ref).kind == kind) return *ref;
  if (const auto ref = taxonomy.find(kind, name.substr(name.rfind('/') + 1))) return *ref;
  if (const auto ref = taxonomy.named(name)) return *ref;
  return Error{ErrorCode::unknown_value, path + ": " + name};
}

// Skills, each once; anything else that the taxonomy knows is put aside.
Result<std::vector<ConceptRef>> skills_named(const Taxonomy& taxonomy, const std::vector<std::string>& names,
                                             const std::string& path, std::vector<std::string>& not_counted) {
  std::vector<ConceptRef> found;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const ConceptRef ref =
        TRY(concept_named(taxonomy, names[i], ConceptKind::skill, path + "[" + std::to_string(i) + "]"));
    if (taxonomy.at(ref).kind != ConceptKind::skill) {
      not_counted.push_back(names[i]);
    } else if (std::ranges::find(found, ref) == found.end()) {
      found.push_back(ref);
    }
  }
  return found;
}

struct Wording {
  const Taxonomy& taxonomy;
  Language language;

  [[nodiscard]] GapSkill of(const Need& need) const {
    GapSkill shown{.concept_name = taxonomy.name(need.skill),
                   .label = taxonomy.at(need.skill).label(language),
                   .essential = need.essential,
                   .weight = need.weight,
                   .how = need.how,
                   .by = {},
                   .by_label = {},
                   .people = {},
                   .people_adjacent = {}};
    if (need.by) shown.by = taxonomy.name(*need.by);
    if (need.by) shown.by_label = taxonomy.at(*need.by).label(language);
    return shown;
  }
};

// What is asked: an occupation, or the skills of a position.
struct Asked {
  std::optional<ConceptRef> occupation;
  std::vector<ConceptRef> skills;

  [[nodiscard]] std::vector<Need> of(const std::vector<ConceptRef>& has, const skills::Gaps& gaps) const {
    return occupation ? gaps.needs(has, *occupation) : gaps.needs(has, skills);
  }
};

Result<Asked> asked_in(const GapRequest& request, const Taxonomy& taxonomy, std::vector<std::string>& not_counted) {
  if (request.needs) return Asked{{}, TRY(skills_named(taxonomy, *request.needs, "needs", not_counted))};
  if (!request.occupation) return Error{ErrorCode::missing_member, "occupation"};
  const ConceptRef ref = TRY(concept_named(taxonomy, *request.occupation, ConceptKind::occupation, "occupation"));
  if (taxonomy.at(ref).kind != ConceptKind::occupation)
    return Error{ErrorCode::unknown_value, "occupation: " + *request.occupation};
  return Asked{ref, {}};
}

double coverage_of(const std::vector<Need>& needs) {
  double met = 0, all = 0;
  for (const Need& need : needs) {
    if (!need.essential) continue;
    all += need.weight;
    met += need.met() ? need.weight : 0;
  }
  return all > 0 ? met / all : 0;
}

// How many of a team have each skill, and how many only something adjacent.
struct Counts {
  std::int64_t have = 0, adjacent = 0;
};

}  // namespace

Result<GapAnswer> gap(const GapRequest& request, const skills::Gaps& gaps, Language otherwise) {
  const Taxonomy& taxonomy = gaps.taxonomy();
  const Wording words{taxonomy, request.language.value_or(otherwise)};
  GapAnswer answer;
  answer.taxonomy = taxonomy.version();
  const Asked asked = TRY(asked_in(request, taxonomy, answer.not_counted));
  std::vector<ConceptRef> has = TRY(skills_named(taxonomy, request.has, "has", answer.not_counted));
  std::map<ConceptRef, Counts> counts;
  for (std::size_t i = 0; request.people && i < request.people->size(); ++i) {
    const auto own =
        TRY(skills_named(taxonomy, (*request.people)[i], "people[" + std::to_string(i) + "]", answer.not_counted));
    for (const Need& need : asked.of(own, gaps)) {
      counts[need.skill].have += need.met() ? 1 : 0;
      counts[need.skill].adjacent += need.how == Has::adjacent ? 1 : 0;
    }
    has.insert(has.end(), own.begin(), own.end());
  }
  const std::vector<Need> needs = asked.of(has, gaps);
  for (const Need& need : needs) {
    GapSkill shown = words.of(need);
    if (request.people) shown.people = counts[need.skill].have;
    if (request.people) shown.people_adjacent = counts[need.skill].adjacent;
    (need.met() ? answer.met : answer.missing).push_back(std::move(shown));
  }
  answer.coverage = coverage_of(needs);
  return answer;
}

Result<MovesAnswer> moves(const MovesRequest& request, const skills::Gaps& gaps, Language otherwise) {
  const Taxonomy& taxonomy = gaps.taxonomy();
  const Wording words{taxonomy, request.language.value_or(otherwise)};
  MovesAnswer answer;
  answer.taxonomy = taxonomy.version();
  const auto has = TRY(skills_named(taxonomy, request.has, "has", answer.not_counted));
  for (const skills::Move& move : gaps.moves(has, static_cast<std::size_t>(request.top))) {
    NearOccupation& near = answer.occupations.emplace_back();
    near.concept_name = taxonomy.name(move.occupation);
    near.label = taxonomy.at(move.occupation).label(words.language);
    near.score = move.score;
    near.coverage = move.coverage;
    for (const Need& need : move.needs) {
      if (need.met()) near.met.push_back(words.of(need));
      if (need.how == Has::adjacent) near.adjacent.push_back(words.of(need));
      if (need.essential && !need.met()) near.missing.push_back(taxonomy.name(need.skill));
    }
  }
  return answer;
}

}  // namespace collega::workbench
