#include "collega/skills/gap.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace collega::skills {
namespace {

struct Answer {
  Has how;
  ConceptRef by;
};

// The most useful first: what is missing, what cannot be done without, what few have.
bool comes_before(const Need& one, const Need& other) {
  if (one.met() != other.met()) return !one.met();
  if (one.essential != other.essential) return one.essential;
  if (one.weight != other.weight) return one.weight > other.weight;
  return one.skill < other.skill;
}

bool asks_anything(const Concept& occupation) { return !occupation.essential.empty() || !occupation.optional.empty(); }

}  // namespace

// What somebody has, by the skill that it answers: the best answer to each.
struct Gaps::Held {
  std::unordered_map<ConceptRef, Answer> answers;

  // False where there was as good an answer already.
  bool add(ConceptRef skill, Has how, ConceptRef by) {
    const auto [found, is_new] = answers.emplace(skill, Answer{how, by});
    const bool better = !is_new && how < found->second.how;
    if (better) found->second = {how, by};
    return is_new || better;
  }
};

Gaps::Gaps(const Taxonomy& taxonomy)
    : taxonomy_{taxonomy},
      asked_by_(taxonomy.size()),
      related_from_(taxonomy.size()),
      weight_(taxonomy.size()),
      sums_(taxonomy.size()) {
  double occupations = 0;
  for (ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
    for (const ConceptRef other : taxonomy.at(ref).related) related_from_[other].push_back(ref);
    if (taxonomy.at(ref).kind != ConceptKind::occupation) continue;
    const Concept& asks = asking(ref);
    if (asks_anything(asks)) ++occupations;
    for (const ConceptRef skill : asks.essential) asked_by_[skill].push_back({ref, true});
    for (const ConceptRef skill : asks.optional) {
      const auto& essential = asks.essential;
      if (std::ranges::find(essential, skill) == essential.end()) asked_by_[skill].push_back({ref, false});
    }
  }
  double all = 0, skills = 0;
  for (ConceptRef skill = 0; skill < taxonomy.size(); ++skill) {
    // A skill that no occupation asks weighs as if one did.
    const double asked = std::max<double>(1, static_cast<double>(asked_by_[skill].size()));
    weight_[skill] = std::log1p(occupations / asked);
    if (!asked_by_[skill].empty()) all += weight_[skill], ++skills;
    for (const Asks& asks : asked_by_[skill])
      (asks.essential ? sums_[asks.occupation].essential : sums_[asks.occupation].optional) += weight_[skill];
  }
  if (skills > 0) unseen_ = kUnseenSkills * all / skills;
}

const Concept& Gaps::asking(ConceptRef occupation) const {
  constexpr int kHighest = 16;  // no occupation stands deeper; a taxonomy may hold a circle by mistake
  const Concept* asks = &taxonomy_.at(occupation);
  for (int height = 0; height < kHighest && !asks_anything(*asks); ++height) {
    const auto above = std::ranges::find_if(
        asks->broader, [&](ConceptRef ref) { return taxonomy_.at(ref).kind == ConceptKind::occupation; });
    if (above == asks->broader.end()) break;
    asks = &taxonomy_.at(*above);
  }
  return *asks;
}

Gaps::Held Gaps::held_by(const std::vector<ConceptRef>& has) const {
  Held held;
  std::vector<ConceptRef> open;
  for (const ConceptRef own : has) {
    held.add(own, Has::exact, own);
    for (const auto* related : {&taxonomy_.at(own).related, &related_from_[own]}) {
      for (const ConceptRef other : *related) held.add(other, Has::adjacent, own);
    }
    open = taxonomy_.at(own).broader;
    while (!open.empty()) {
      const ConceptRef above = open.back();
      open.pop_back();
      if (is_group(taxonomy_.at(above).kind) || !held.add(above, Has::narrower, own)) continue;
      const auto& more = taxonomy_.at(above).broader;
      open.insert(open.end(), more.begin(), more.end());
    }
  }
  return held;
}

Need Gaps::need(ConceptRef skill, bool essential, const Held& held) const {
  Need one{.skill = skill, .essential = essential, .weight = weight_[skill]};
  if (const auto found = held.answers.find(skill); found != held.answers.end()) {
    one.how = found->second.how;
    if (found->second.by != skill) one.by = found->second.by;
  }
  return one;
}

std::vector<Need> Gaps::needs(const std::vector<ConceptRef>& has, ConceptRef occupation) const {
  const Held held = held_by(has);
  const Concept& asks = asking(occupation);
  std::vector<Need> needs;
  for (const ConceptRef skill : asks.essential) needs.push_back(need(skill, true, held));
  for (const ConceptRef skill : asks.optional) {
    if (std::ranges::find(asks.essential, skill) == asks.essential.end()) needs.push_back(need(skill, false, held));
  }
  std::ranges::sort(needs, comes_before);
  return needs;
}

std::vector<Need> Gaps::needs(const std::vector<ConceptRef>& has, const std::vector<ConceptRef>& asked) const {
  const Held held = held_by(has);
  std::vector<Need> needs;
  for (const ConceptRef skill : asked) needs.push_back(need(skill, true, held));
  std::ranges::sort(needs, comes_before);
  return needs;
}

std::vector<Move> Gaps::moves(const std::vector<ConceptRef>& has, std::size_t top) const {
  struct Found {
    double essential = 0, adjacent = 0, optional = 0;
  };
  const Held held = held_by(has);
  std::unordered_map<ConceptRef, Found> found;
  for (const auto& [skill, answer] : held.answers) {
    const bool met = answer.how != Has::adjacent;
    for (const Asks& asks : asked_by_[skill]) {
      Found& of = found[asks.occupation];
      if (asks.essential) (met ? of.essential : of.adjacent) += weight_[skill];
      if (!asks.essential && met) of.optional += weight_[skill];
    }
  }
  std::vector<Move> moves;
  for (const auto& [occupation, of] : found) {
    const Sums& all = sums_[occupation];
    const double shown = of.essential + kAdjacentPart * of.adjacent;
    const double bonus = all.optional > 0 ? kOptionalPart * of.optional / all.optional * (all.essential - shown) : 0;
    const double score = (shown + bonus) / (all.essential + unseen_);
    if (score <= 0) continue;
    moves.push_back({occupation, score, all.essential > 0 ? of.essential / all.essential : 0});
  }
  const auto better = [](const Move& one, const Move& other) {
    return one.score != other.score ? one.score > other.score : one.occupation < other.occupation;
  };
  const auto kept = std::min(top, moves.size());
  std::partial_sort(moves.begin(), moves.begin() + static_cast<std::ptrdiff_t>(kept), moves.end(), better);
  moves.resize(kept);
  for (Move& move : moves) move.needs = needs(has, move.occupation);
  return moves;
}

}  // namespace collega::skills
