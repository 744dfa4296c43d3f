#pragma once

// What a person's own papers show of each concept: how long, until when, at which level, and where it says so.

#include <optional>
#include <vector>

#include "collega/skills/match.h"

namespace collega::skills {

struct Possession {
  ConceptRef concept_ref = 0;
  double months = 0;  ///< of dated work that tells of it, time that two jobs share counted once; or what the papers say
                      ///< themselves ("zes jaar ervaring met Excel"), where that is more; 0: no time is told
  std::optional<Date> last_used;       ///< the end of the last such work; `today` while it goes on
  bool current = false;                ///< it goes on
  bool weak = false;                   ///< only as a beginner, or under guidance
  std::optional<ConceptRef> level;     ///< of a language, where one is told: the highest
  std::vector<EvidenceSpan> evidence;  ///< in order of place, one a sentence
};

/// Each concept that the papers claim, in order of place. What they deny, wish, learn or tell of others is not among
/// them, nor what stands only in a row of keywords, a licence that has expired, or a trait of character. `today` stands
/// for the end of what goes on: the day the papers came in, where their own date is missing.
[[nodiscard]] std::vector<Possession> possessed(const Candidate& candidate, const MentionFinder& finder, Date today);

}  // namespace collega::skills
