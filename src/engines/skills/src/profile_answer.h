#pragma once

// What a fact answers.

#include "profile_segment.h"

namespace collega::skills {

/// What a fact of this level gives for this alternative.
[[nodiscard]] Met met_by(const Alternative& alternative, int level);
/// And why.
[[nodiscard]] Ground ground_of(const Alternative& alternative, int level);

/// From unknown over no and partly to yes.
[[nodiscard]] constexpr int strength_of(Met met) {
  switch (met) {
    case Met::yes:
      return 3;
    case Met::partly:
      return 2;
    case Met::no:
      return 1;
    case Met::unknown:
      break;
  }
  return 0;
}
[[nodiscard]] constexpr double share_of(Met met) { return met == Met::yes ? 1.0 : met == Met::partly ? kPartly : 0.0; }

}  // namespace collega::skills
