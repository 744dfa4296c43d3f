#include "levels.h"

#include <algorithm>

namespace collega::skills {
namespace {

constexpr std::size_t kReach = 48;  // bytes; farther off a level belongs to another language

std::size_t gap_between(Span a, Span b) {
  return b.begin >= a.end ? b.begin - a.end : a.begin - std::min(a.begin, b.end);
}

}  // namespace

int rank_beside(const Mention& language, const std::vector<Mention>& mentions, const Taxonomy& taxonomy) {
  int rank = 0;
  std::size_t nearest = kReach;
  for (const Mention& level : mentions) {
    const Concept& known = taxonomy.at(level.concept_ref);
    if (known.kind != ConceptKind::language_level || level.sentence != language.sentence) continue;
    // "Duits: B2, Engels: A2": as near before as behind, it stands behind.
    const std::size_t gap = gap_between(language.span, level.span) + (level.span.begin < language.span.begin ? 1 : 0);
    if (gap >= nearest) continue;
    nearest = gap;
    rank = known.rank;
  }
  return rank;
}

}  // namespace collega::skills
