#pragma once

// Duties told in other words than their name: "deelt 's avonds de medicijnen uit" for "medicijnen uitdelen". A name of
// two words that carry its meaning is found where both stand near each other, in any order.

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <vector>

#include "phrases.h"

namespace collega::skills {

class PairIndex {
 public:
  void learn(const std::vector<Unit>& name, Language language, std::uint32_t value);

  /// Pairs that stand within a few words, with no comma or stop between them.
  [[nodiscard]] std::vector<PhraseHit> find(const std::vector<Unit>& units) const;

 private:
  // Most pairs of words are none; a few bits tell that without a look at the table.
  static constexpr std::size_t kBits = std::size_t{1} << 20;
  [[nodiscard]] static std::size_t bit_of(std::uint64_t key) { return (key ^ key >> 32) & (kBits - 1); }

  boost::unordered_flat_map<std::uint64_t, std::uint32_t> values_;  // by both stems, in either order
  std::vector<bool> may_be_ = std::vector<bool>(kBits);
};

}  // namespace collega::skills
