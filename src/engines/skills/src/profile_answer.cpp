#include "profile_answer.h"

namespace collega::skills {
namespace {

Met met_at(FactKind kind, int level, int least) {
  if (level >= least) return Met::yes;
  const bool nearly = kind == FactKind::experience ? level * 2 >= least : level + 1 >= least;
  return level == 0 || nearly ? Met::partly : Met::no;
}

}  // namespace

Met met_by(const Alternative& alternative, int level) {
  const Met met = met_at(alternative.kind, level, alternative.least);
  if (alternative.gives == Met::yes) return met;
  return met == Met::no ? Met::unknown : Met::partly;
}

Ground ground_of(const Alternative& alternative, int level) {
  if (alternative.least == 0 || alternative.gives != Met::yes) return alternative.ground;
  const bool years = alternative.kind == FactKind::experience;
  if (level >= alternative.least) return years ? Ground::enough_experience : Ground::level_reached;
  if (level == 0) return years ? Ground::undated_experience : Ground::level_unstated;
  return years ? Ground::too_little_experience : Ground::level_below;
}

}  // namespace collega::skills
