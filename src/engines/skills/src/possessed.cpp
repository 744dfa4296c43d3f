#include "collega/skills/possessed.h"

#include <algorithm>
#include <unordered_map>

#include "judge.h"
#include "levels.h"

namespace collega::skills {
namespace {

bool can_be_possessed(const Concept& known) {
  switch (known.kind) {
    case ConceptKind::skill:
    case ConceptKind::licence:
    case ConceptKind::programme:
    case ConceptKind::language:
    case ConceptKind::occupation:
      return !known.attitude;
    default:
      return false;
  }
}

bool is_shown(const ReadPaper& paper, const Mention& mention, const MentionFinder& finder, Date today) {
  const Concept& known = finder.taxonomy().at(mention.concept_ref);
  if (mention.stance != Stance::claimed && mention.stance != Stance::weak) return false;
  if (!can_be_possessed(known) || paper.is_in_keyword_row(mention.span.begin)) return false;
  if (known.kind == ConceptKind::occupation && !is_held(paper, mention)) return false;
  return known.kind != ConceptKind::licence || !is_expired(paper, mention, finder.cues(), today);
}

std::optional<ConceptRef> level_of_rank(const Taxonomy& taxonomy, int rank) {
  for (ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
    if (taxonomy.at(ref).kind == ConceptKind::language_level && taxonomy.at(ref).rank == rank) return ref;
  }
  return std::nullopt;
}

// The piece of work in which it is told.
const Stretch* work_around(const ReadPaper& paper, const Mention& mention, const MentionFinder& finder) {
  for (const Stretch& stretch : paper.stretches) {
    if (stretch.span.contains(mention.span.begin) && is_work(stretch, paper, finder)) return &stretch;
  }
  return nullptr;
}

class Gathering {
 public:
  Gathering(const MentionFinder& finder, Date today) : finder_(finder), today_(today) {}

  void add(const ReadPaper& paper, std::size_t number, const Mention& mention) {
    const auto known = places_.try_emplace(mention.concept_ref, all_.size());
    if (known.second) {
      all_.push_back({{}, {}, 0, 0});
      all_.back().possession.concept_ref = mention.concept_ref;
      all_.back().possession.weak = true;
    }
    Entry& entry = all_[known.first->second];
    Possession& possession = entry.possession;
    possession.weak = possession.weak && mention.stance == Stance::weak;
    add_evidence(possession, {number, mention.sentence, mention.span});
    if (const Stretch* work = work_around(paper, mention, finder_)) add_work(entry, work->period);
    entry.stated = std::max(entry.stated, stated_months(paper, mention, finder_));
    if (finder_.taxonomy().at(mention.concept_ref).kind == ConceptKind::language)
      entry.rank = std::max(entry.rank, rank_beside(mention, paper.reading.mentions, finder_.taxonomy()));
  }

  std::vector<Possession> take() {
    std::vector<Possession> possessions;
    for (Entry& entry : all_) {
      entry.possession.months = std::max(language::months_covered(entry.periods), entry.stated);
      if (entry.rank > 0) entry.possession.level = level_of_rank(finder_.taxonomy(), entry.rank);
      possessions.push_back(std::move(entry.possession));
    }
    return possessions;
  }

 private:
  struct Entry {
    Possession possession;
    std::vector<Period> periods;
    double stated;
    int rank;
  };

  static void add_evidence(Possession& possession, EvidenceSpan evidence) {
    const bool said = std::any_of(possession.evidence.begin(), possession.evidence.end(), [&](const EvidenceSpan& e) {
      return e.paper == evidence.paper && e.quote == evidence.quote;
    });
    if (!said) possession.evidence.push_back(evidence);
  }

  void add_work(Entry& entry, const language::PeriodMention& period) const {
    Possession& possession = entry.possession;
    entry.periods.push_back(period.days);
    possession.current = possession.current || period.ongoing;
    const Date end = period.ongoing ? today_ : period.days.end;
    if (!possession.last_used || *possession.last_used < end) possession.last_used = end;
  }

  const MentionFinder& finder_;
  Date today_;
  std::vector<Entry> all_;
  std::unordered_map<ConceptRef, std::size_t> places_;
};

}  // namespace

std::vector<Possession> possessed(const Candidate& candidate, const MentionFinder& finder, Date today) {
  const auto papers = read_papers(candidate, finder, today);
  Gathering gathering(finder, today);
  for (std::size_t p = 0; p < papers.size(); ++p) {
    for (const Mention& mention : papers[p].reading.mentions) {
      if (is_shown(papers[p], mention, finder, today)) gathering.add(papers[p], p, mention);
    }
  }
  return gathering.take();
}

}  // namespace collega::skills
