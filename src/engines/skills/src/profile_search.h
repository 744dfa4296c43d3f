#pragma once

// The best of many segments, without looking at most profiles one by one:
//
//   1. of each requirement a bit a profile, from the lists of its alternatives: met, partly, no;
//   2. the musts met and denied of all profiles added up as bit slices, 64 at a time;
//   3. classes of profiles with as many musts met and denied, the best first, until no class can bring anything;
//   4. within the last class an upper bound of the score, in bit slices too: only who can still enter is scored.

#include <memory>
#include <span>
#include <vector>

#include "profile_segment.h"

namespace collega::skills {

/// A segment and who in it still counts.
struct Part {
  std::shared_ptr<const Segment> segment;
  std::shared_ptr<const Bits> live;
  std::size_t size = 0;    ///< how many are live
  std::uint64_t file = 0;  ///< its number in the folder; 0: in memory alone
};

[[nodiscard]] std::vector<FoundProfile> search(std::span<const Part> parts, const ProfileQuery& query, std::size_t top);

}  // namespace collega::skills
