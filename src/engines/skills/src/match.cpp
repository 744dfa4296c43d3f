#include "collega/skills/match.h"

#include <algorithm>
#include <numeric>

#include "judge.h"

namespace collega::skills {
namespace {

double share_of(Met met) { return met == Met::yes ? 1.0 : met == Met::partly ? kPartly : 0.0; }

struct MustCount {
  int met = 0;
  int denied = 0;
};

MustCount count_musts(const CandidateMatch& match, const std::vector<Requirement>& requirements) {
  MustCount count;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    if (requirements[i].kind != RequirementKind::must) continue;
    count.met += match.judgements[i].met == Met::yes;
    count.denied += match.judgements[i].met == Met::no;
  }
  return count;
}

Group group_of(const CandidateMatch& match, const std::vector<Requirement>& requirements) {
  const auto musts = std::count_if(requirements.begin(), requirements.end(),
                                   [](const Requirement& r) { return r.kind == RequirementKind::must; });
  const MustCount count = count_musts(match, requirements);
  if (count.denied > 0) return Group::contradicted;
  return count.met == musts ? Group::all_musts_shown : Group::something_unknown;
}

}  // namespace

std::vector<double> weights(const std::vector<Requirement>& requirements) {
  const auto is_must = [](const Requirement& r) { return r.kind == RequirementKind::must; };
  const auto musts = static_cast<double>(std::count_if(requirements.begin(), requirements.end(), is_must));
  const double wishes = static_cast<double>(requirements.size()) - musts;
  const double wish_total = musts == 0 ? 1.0 : wishes > 0 ? kWishShare : 0.0;
  const double whole = musts + wish_total;
  std::vector<double> all;
  all.reserve(requirements.size());
  for (const Requirement& requirement : requirements)
    all.push_back((is_must(requirement) ? 1.0 : wish_total / wishes) / whole);
  return all;
}

CandidateMatch match(const Candidate& candidate, const std::vector<Requirement>& requirements,
                     const MentionFinder& finder, Date today) {
  const auto papers = read_papers(candidate, finder, today);
  const Judge judge{papers, finder, today};
  const auto weight = weights(requirements);
  CandidateMatch match;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    Judgement judgement = judge.of(requirements[i]);
    judgement.contribution = weight[i] * share_of(judgement.met);
    match.score += judgement.contribution;
    match.judgements.push_back(std::move(judgement));
  }
  match.group = group_of(match, requirements);
  for (const ReadPaper& paper : papers) {
    for (const Instruction& instruction : paper.reading.instructions) {
      match.instructions.emplace_back(instruction.sentence.of(paper.paper->text));
    }
    for (const Span& row : paper.keyword_rows) match.keyword_rows.emplace_back(row.of(paper.paper->text));
  }
  return match;
}

std::vector<WhatIf> what_would_change(const CandidateMatch& match, const std::vector<Requirement>& requirements) {
  const auto weight = weights(requirements);
  CandidateMatch changed = match;
  std::vector<WhatIf> changes;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const Judgement& now = match.judgements[i];
    if (now.met == Met::yes) continue;
    changed.judgements[i].met = Met::yes;
    changes.push_back({i, now.met, match.score - now.contribution + weight[i], group_of(changed, requirements)});
    changed.judgements[i].met = now.met;
  }
  std::stable_sort(changes.begin(), changes.end(), [](const WhatIf& a, const WhatIf& b) {
    return a.group != b.group ? a.group < b.group : a.score > b.score;
  });
  return changes;
}

void order(std::vector<CandidateMatch>& matches, const std::vector<Requirement>& requirements) {
  std::stable_sort(matches.begin(), matches.end(), [&](const CandidateMatch& a, const CandidateMatch& b) {
    const MustCount musts_a = count_musts(a, requirements);
    const MustCount musts_b = count_musts(b, requirements);
    if (musts_a.met != musts_b.met) return musts_a.met > musts_b.met;
    if (musts_a.denied != musts_b.denied) return musts_a.denied < musts_b.denied;
    return a.score > b.score;
  });
}

}  // namespace collega::skills
