#pragma once

// FA*IR: is one group, at every length of the top of a ranking, not fewer than chance would place there?
// Zehlike, Bonchi, Castillo, Hajian, Megahed, Baeza-Yates: FA*IR, a fair top-k ranking algorithm (CIKM 2017).

#include <cstddef>
#include <optional>
#include <vector>

#include "collega/base/result.h"

namespace collega::statistics {

/// For the first 1, 2, ..., `top` places the least number of the group that is not too few: the smallest m such that
/// at most m of that many are of the group with a probability of at least `alpha`, where each is with probability
/// `proportion`.
[[nodiscard]] std::vector<std::size_t> minimum_table(std::size_t top, double proportion, double alpha);

/// The probability that a fair ranking falls under the table at one of its lengths. Exact; time: length × last minimum.
[[nodiscard]] double failure_probability(const std::vector<std::size_t>& table, double proportion);

/// A table with how often it fails a fair ranking. The authors' own program does not look at the last length;
/// `published` is what it gives, `failure` the probability over all of them. They differ where the last minimum is
/// above the one before.
struct MinimumTable {
  double alpha = 0;
  std::vector<std::size_t> minimum = {};
  double failure = 0;
  double published = 0;
};
[[nodiscard]] MinimumTable table_at(std::size_t top, double proportion, double alpha);

/// Every length is a test, so a table made at `alpha` fails fair rankings more often than that. This is the table made
/// at a lower level, found by halving, whose published failure lies nearest to `alpha`.
[[nodiscard]] MinimumTable adjusted_table(std::size_t top, double proportion, double alpha);

/// What the test asks. Bounds: proportion and alpha in (0, 1), top in [1, kLongestTop].
inline constexpr std::size_t kLongestTop = 1000;
struct RankedGroupTest {
  std::size_t top = 0;
  double proportion = 0;
  double alpha = 0;
  MinimumTable unadjusted = {};
  MinimumTable adjusted = {};
  std::vector<std::size_t> found = {};       ///< of the group in the first 1, 2, ... places
  std::optional<std::size_t> fails_at = {};  ///< the first length with too few, by the adjusted table

  [[nodiscard]] bool passes() const { return !fails_at; }
};

/// `is_member`: of each place, best first; its first `top` places count. Errors: out_of_range naming top, proportion or
/// alpha; a top longer than the ranking is one. Misuse: passing says that the group is not placed lower than chance
/// would, not that anybody was judged well.
[[nodiscard]] Result<RankedGroupTest> ranked_group_test(const std::vector<bool>& is_member, std::size_t top,
                                                        double proportion, double alpha);

}  // namespace collega::statistics
