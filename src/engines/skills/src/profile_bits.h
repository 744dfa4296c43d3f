#pragma once

// A bit a profile, and small numbers a profile kept as bits: the first bits of all, then the second bits of all. A
// processor then counts for 64 profiles or more in one step.

#include <bit>
#include <cstdint>
#include <vector>

namespace collega::skills {

using Bits = std::vector<std::uint64_t>;

inline void set(Bits& bits, std::size_t place) { bits[place / 64] |= std::uint64_t{1} << (place % 64); }
inline void clear(Bits& bits, std::size_t place) { bits[place / 64] &= ~(std::uint64_t{1} << (place % 64)); }
[[nodiscard]] inline bool has(const std::uint64_t* bits, std::size_t place) {
  return (bits[place / 64] >> (place % 64) & 1) != 0;
}
[[nodiscard]] inline bool any(const Bits& bits) {
  std::uint64_t all = 0;
  for (const std::uint64_t word : bits) all |= word;
  return all != 0;
}
[[nodiscard]] inline std::size_t count(const Bits& bits) {
  std::size_t sum = 0;
  for (const std::uint64_t word : bits) sum += static_cast<std::size_t>(std::popcount(word));
  return sum;
}
template <class Use>
void each_bit(std::uint64_t word, Use use) {
  for (; word != 0; word &= word - 1) use(static_cast<std::size_t>(std::countr_zero(word)));
}

/// A number for each profile of a segment, at first 0.
class BitSlices {
 public:
  void reset(std::size_t words);

  /// Adds `amount` where the bit is set.
  void add(const Bits& bits, unsigned amount);
  /// What no number is above.
  [[nodiscard]] unsigned most() const { return most_; }
  /// The greatest number among these profiles; 0 when there are none.
  [[nodiscard]] unsigned greatest(const Bits& among) const;

  /// Of the 64 profiles of a word, those whose number is this, and those whose number is not below it.
  [[nodiscard]] std::uint64_t equal(std::size_t word, unsigned number) const;
  [[nodiscard]] std::uint64_t at_least(std::size_t word, unsigned number) const;

 private:
  void add_at(const Bits& bits, unsigned plane);

  std::size_t words_ = 0;
  unsigned most_ = 0;
  unsigned used_ = 0;         // planes: those above it hold nothing of this use
  std::vector<Bits> planes_;  // the lowest bit first
  Bits carry_;
};

}  // namespace collega::skills
