#pragma once

// Chance that is the same everywhere: the engine is fixed by the standard, its distributions are not, so these are
// ours. Whole numbers only, so that no library's logarithm decides about a person.

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace collega::organisation {

/// What chance is drawn for. Each part has a stream of its own: asking for pay lines changes no spell.
enum class Stream : std::uint64_t { structure = 1, people, careers, agreements, absence, pay, errors };

class Random {
 public:
  Random(std::uint64_t seed, Stream stream) : engine_{seed * kSpread + static_cast<std::uint64_t>(stream)} {}

  /// 0 to `n` - 1. The modulus prefers low numbers by n / 2^64, which nobody will see.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  /// `low` to `high`, both included
  int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
  bool chance(int part, int of) { return static_cast<int>(below(static_cast<std::size_t>(of))) < part; }

  template <class List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }

  /// An index, as often as its weight says.
  std::size_t weighted(std::span<const int> weights) {
    int sum = 0;
    for (const int weight : weights) sum += weight;
    int left = static_cast<int>(below(static_cast<std::size_t>(sum)));
    std::size_t i = 0;
    while (left >= weights[i]) left -= weights[i++];
    return i;
  }

  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
  }

 private:
  // 2^64 over the golden ratio: neighbouring seeds get engines far apart.
  static constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15u;
  std::mt19937_64 engine_;
};

}  // namespace collega::organisation
