#include "collega/skills/profile_asking.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace collega::skills {
namespace {

constexpr double kMonthsInYear = 12;
// The level of a fact ends there: so many years, or more.
constexpr int kMostYears = 15;

FactKind fact_kind_of(ConceptKind kind) {
  switch (kind) {
    case ConceptKind::licence:
      return FactKind::licence;
    case ConceptKind::language:
      return FactKind::language;
    case ConceptKind::degree_field:
      return FactKind::degree;
    case ConceptKind::occupation:
      return FactKind::experience;
    default:
      return FactKind::skill;
  }
}

int least_of(const Requirement& asked) {
  if (asked.type != RequirementType::experience) return std::clamp(asked.rank, 0, kMostYears);
  return static_cast<int>(std::min(std::ceil(asked.months / kMonthsInYear), double{kMostYears}));
}

}  // namespace

ProfileAsking::ProfileAsking(const Taxonomy& taxonomy)
    : taxonomy_(taxonomy), narrower_(taxonomy.size()), related_(taxonomy.size()), jobs_(taxonomy.size()) {
  for (ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
    const Concept& known = taxonomy.at(ref);
    for (const ConceptRef broader : known.broader) narrower_[broader].push_back(ref);
    for (const ConceptRef other : known.related) {
      related_[ref].push_back(other);
      related_[other].push_back(ref);
    }
    if (known.kind != ConceptKind::occupation) continue;
    for (const ConceptRef skill : known.essential) jobs_[skill].push_back(ref);
  }
}

std::vector<ConceptRef> ProfileAsking::with_narrower(ConceptRef asked) const {
  std::vector<ConceptRef> all = {asked};
  std::set<ConceptRef> seen = {asked};
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const ConceptRef narrower : narrower_[all[i]]) {
      if (!is_group(taxonomy_.at(narrower).kind) && seen.insert(narrower).second) all.push_back(narrower);
    }
  }
  return all;
}

// The same that `fit` of judge.h says of each pair, found from the side of what is asked.
std::vector<ProfileAsking::Answering> ProfileAsking::answering(ConceptRef asked) const {
  std::vector<Answering> all;
  std::set<ConceptRef> seen;
  const auto add = [&](ConceptRef by, Reach reach) {
    if (!is_group(taxonomy_.at(by).kind) && seen.insert(by).second) all.push_back({by, reach});
  };
  const std::vector<ConceptRef> family = with_narrower(asked);
  for (const ConceptRef ref : family) add(ref, ref == asked ? Reach::exact : Reach::narrower);
  if (taxonomy_.at(asked).usual) {
    for (const ConceptRef broader : taxonomy_.at(asked).broader) add(broader, Reach::narrower);
  }
  for (const ConceptRef ref : related_[asked]) add(ref, Reach::related);
  if (taxonomy_.at(asked).kind != ConceptKind::skill) return all;
  for (const ConceptRef ref : family) {
    for (const ConceptRef job : jobs_[ref]) add(job, Reach::usual_in_job);
  }
  for (const ConceptRef job : jobs_[asked]) {
    for (const ConceptRef narrower : narrower_[job]) {
      if (taxonomy_.at(narrower).kind == ConceptKind::occupation) add(narrower, Reach::usual_in_job);
    }
  }
  return all;
}

// In how far experience answers: with the very thing or a narrower one, or in a job in which it is usual, in full; a
// related one says nothing.
Alternative ProfileAsking::alternative(const Answering& found, const Requirement& asked) const {
  const bool years = asked.type == RequirementType::experience;
  const ConceptKind kind = taxonomy_.at(found.by).kind;
  Alternative made{years ? FactKind::experience : fact_kind_of(kind), found.by};
  switch (found.reach) {
    case Reach::exact:
      break;
    case Reach::narrower:
      made.ground = Ground::narrower;
      break;
    case Reach::related:
      made.gives = Met::partly;
      made.ground = Ground::related;
      break;
    case Reach::usual_in_job:
      made.gives = years ? Met::yes : Met::partly;
      made.ground = Ground::usual_in_job;
      break;
  }
  if (made.gives == Met::yes) made.least = least_of(asked);
  return made;
}

void ProfileAsking::add_degrees(const Requirement& asked, std::vector<Alternative>& all) const {
  const int least = least_of(asked);
  const bool of_any_field = asked.fields.empty();
  for (const ConceptRef field : asked.fields) {
    for (const ConceptRef ref : with_narrower(field)) all.push_back({FactKind::degree, ref, least});
  }
  all.push_back({FactKind::degree, kOfAnything, least, of_any_field ? Met::yes : Met::partly,
                 of_any_field ? Ground::stated : Ground::other_field});
}

std::vector<Alternative> ProfileAsking::any_of(const Requirement& asked) const {
  std::vector<Alternative> all;
  const auto is_of = [&](RequirementType type) { return asked.type == type; };
  if (is_of(RequirementType::hours) || is_of(RequirementType::place) || is_of(RequirementType::other)) return all;
  if (is_of(RequirementType::degree)) {
    add_degrees(asked, all);
    return all;
  }
  for (const ConceptRef ref : asked.any_of) {
    for (const Answering& found : answering(ref)) {
      const bool says_nothing = found.reach == Reach::related && is_of(RequirementType::experience);
      // Of languages the very one counts.
      if (says_nothing || (is_of(RequirementType::language) && found.reach != Reach::exact)) continue;
      all.push_back(alternative(found, asked));
    }
  }
  std::ranges::stable_sort(
      all, [](const Alternative& a, const Alternative& b) { return a.gives == Met::yes && b.gives != Met::yes; });
  return all;
}

ProfileQuery ProfileAsking::query(const std::vector<Requirement>& requirements) const {
  const auto weight = weights(requirements);
  ProfileQuery query;
  for (std::size_t i = 0; i < requirements.size(); ++i)
    query.requirements.push_back({requirements[i].kind, weight[i], any_of(requirements[i])});
  return query;
}

}  // namespace collega::skills
