#pragma once

// A candidate's papers, read: sentences, mentions, and the stretches of time they are about.

#include <vector>

#include "collega/language/time.h"
#include "collega/skills/match.h"
#include "employers.h"
#include "sections.h"

namespace collega::skills {

/// A piece of a paper with a period of its own: a job, or a study.
struct Stretch {
  language::PeriodMention period;  ///< span: bytes of the paper
  Span span;                       ///< all that is told of it
  Section section = Section::none;
};

struct ReadPaper {
  const Paper* paper;
  Reading reading;
  std::vector<Piece> pieces;
  std::vector<Stretch> stretches;
  std::vector<Span> keyword_rows;  ///< sentences, see keywords.h
  PaperNames names = {};

  [[nodiscard]] Section section_at(std::size_t offset) const;
  [[nodiscard]] LineKind line_kind_at(std::size_t offset) const;
  [[nodiscard]] bool is_in_keyword_row(std::size_t offset) const;
  [[nodiscard]] Span sentence_at(std::size_t offset) const;
};

[[nodiscard]] std::vector<ReadPaper> read_papers(const Candidate& candidate, const MentionFinder& finder, Date today);

/// The stretch is about work, as far as its section and its own words tell. Leave, illness, looking for work and the
/// like are not.
[[nodiscard]] bool is_work(const Stretch& stretch, const ReadPaper& paper, const MentionFinder& finder);

}  // namespace collega::skills
