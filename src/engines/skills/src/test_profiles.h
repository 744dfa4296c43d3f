#pragma once

// Small worlds of profiles, and a plain scorer that looks at everybody.

#include <algorithm>
#include <map>
#include <random>

#include "collega/skills/profiles.h"

namespace collega::skills::test {

using World = std::map<std::uint64_t, Profile>;

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  /// From 0 up to and not including `below`.
  int below(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool one_in(int many) { return below(many) == 0; }

 private:
  std::mt19937 random_;
};

inline Fact any_fact(Chance& chance, int concepts) {
  // Low numbers are common and high ones rare, as in a real vocabulary.
  const int about = std::min(chance.below(concepts), chance.below(concepts));
  Fact fact{static_cast<FactKind>(chance.below(5)), static_cast<ConceptRef>(about), chance.below(6), 0};
  if (fact.kind == FactKind::degree && chance.one_in(3)) fact.about = kOfAnything;
  if (chance.one_in(2)) fact.last_year = 2000 + chance.below(26);
  return fact;
}

inline Profile any_profile(Chance& chance, std::uint64_t id, int concepts = 12) {
  Profile profile{id};
  for (int i = chance.below(14); i > 0; --i) profile.facts.push_back(any_fact(chance, concepts));
  if (!chance.one_in(4)) profile.place = static_cast<std::uint32_t>(chance.below(4));
  if (!chance.one_in(4)) profile.hours = 8 + chance.below(33);
  if (!chance.one_in(4))
    profile.available_from = Date{std::chrono::sys_days{std::chrono::days{20000 + chance.below(9)}}};
  return profile;
}

inline Alternative any_alternative(Chance& chance, int concepts) {
  const Fact fact = any_fact(chance, concepts);
  Alternative alternative{fact.kind, fact.about, chance.one_in(2) ? 0 : chance.below(8)};
  if (chance.one_in(3)) alternative.gives = Met::partly, alternative.ground = Ground::related;
  return alternative;
}

inline ProfileQuery any_query(Chance& chance, int concepts = 12) {
  ProfileQuery query;
  // All wishes, all musts, or some of each; weights that tie often, or hardly ever.
  const int wishes = chance.below(3);
  const bool round = chance.one_in(2);
  for (int i = chance.below(9); i > 0; --i) {
    Asked asked;
    asked.kind = chance.below(2) < wishes ? RequirementKind::wish : RequirementKind::must;
    asked.weight = round ? 0.25 : chance.below(1000) / 999.0;
    for (int j = chance.below(4); j > 0; --j) asked.any_of.push_back(any_alternative(chance, concepts));
    query.requirements.push_back(asked);
  }
  if (chance.one_in(3)) query.filter.places = {static_cast<std::uint32_t>(chance.below(4)), 1};
  if (chance.one_in(3)) query.filter.least_hours = chance.below(40);
  if (chance.one_in(3))
    query.filter.available_by = Date{std::chrono::sys_days{std::chrono::days{20000 + chance.below(9)}}};
  query.filter.only_said = chance.one_in(2);
  return query;
}

/// Of what the profile says about it, the best.
inline std::optional<Fact> fact_of(const Profile& profile, FactKind kind, ConceptRef about) {
  std::optional<Fact> best;
  for (Fact fact : profile.facts) {
    const bool any_degree = kind == FactKind::degree && fact.kind == kind && about == kOfAnything;
    if (fact.kind != kind || (fact.about != about && !any_degree)) continue;
    fact.about = about;
    if (!best || std::pair{fact.level, fact.last_year} > std::pair{best->level, best->last_year}) best = fact;
  }
  return best;
}

inline Met plain_met(const Alternative& alternative, int level) {
  const bool nearly = level == 0 || (alternative.kind == FactKind::experience ? 2 * level >= alternative.least
                                                                              : level == alternative.least - 1);
  if (alternative.gives == Met::partly) return level >= alternative.least || nearly ? Met::partly : Met::unknown;
  return level >= alternative.least ? Met::yes : nearly ? Met::partly : Met::no;
}

struct Plain {
  int met = 0;
  int denied = 0;
  FoundProfile profile;
};

inline Plain judged(const Profile& profile, const ProfileQuery& query) {
  Plain plain;
  plain.profile.id = profile.id;
  int musts = 0;
  for (const Asked& asked : query.requirements) {
    Answer answer;
    for (const Met wanted : {Met::yes, Met::partly, Met::no}) {
      for (const Alternative& alternative : asked.any_of) {
        const auto fact = fact_of(profile, alternative.kind, alternative.about);
        if (answer.by || !fact || plain_met(alternative, fact->level) != wanted) continue;
        answer = {wanted, {}, asked.weight * (wanted == Met::yes ? 1 : wanted == Met::partly ? kPartly : 0), fact};
      }
    }
    const bool must = asked.kind == RequirementKind::must;
    musts += must;
    plain.met += must && answer.met == Met::yes;
    plain.denied += must && answer.met == Met::no;
    plain.profile.score += answer.contribution;
    plain.profile.answers.push_back(answer);
  }
  plain.profile.group = plain.denied > 0     ? Group::contradicted
                        : plain.met == musts ? Group::all_musts_shown
                                             : Group::something_unknown;
  return plain;
}

inline bool passes(const Profile& profile, const ProfileFilter& filter) {
  const auto said = [&](bool is_said, bool right) { return is_said ? right : !filter.only_said; };
  if (!filter.places.empty() &&
      !said(profile.place.has_value(), profile.place && std::ranges::count(filter.places, *profile.place) > 0))
    return false;
  if (filter.least_hours > 0 && !said(profile.hours.has_value(), profile.hours >= filter.least_hours)) return false;
  return !filter.available_by ||
         said(profile.available_from.has_value(), profile.available_from <= filter.available_by);
}

/// Everybody judged, in order; grounds are left as they are.
inline std::vector<FoundProfile> plain_search(const World& world, const ProfileQuery& query, std::size_t top) {
  std::vector<Plain> all;
  for (const auto& [id, profile] : world) {
    if (passes(profile, query.filter)) all.push_back(judged(profile, query));
  }
  std::ranges::stable_sort(all, [](const Plain& a, const Plain& b) {
    if (a.met != b.met) return a.met > b.met;
    if (a.denied != b.denied) return a.denied < b.denied;
    return a.profile.score > b.profile.score;
  });
  std::vector<FoundProfile> best;
  for (std::size_t i = 0; i < std::min(top, all.size()); ++i) best.push_back(all[i].profile);
  return best;
}

inline std::vector<FoundProfile> without_grounds(std::vector<FoundProfile> found) {
  for (FoundProfile& profile : found) {
    for (Answer& answer : profile.answers) answer.ground = {};
  }
  return found;
}

}  // namespace collega::skills::test
