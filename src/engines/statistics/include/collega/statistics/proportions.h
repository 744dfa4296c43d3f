#pragma once

// Shares of people, and two shares beside each other, with what chance alone could make of them.

#include <cstddef>

namespace collega::statistics {

struct Interval {
  double lower = 0;
  double upper = 0;  ///< may be infinite, for a ratio
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// `hits` of `n`, n > 0, hits <= n.
struct Share {
  std::size_t hits = 0;
  std::size_t n = 0;
  [[nodiscard]] double value() const { return static_cast<double>(hits) / static_cast<double>(n); }
};

/// How many standard deviations either side hold `confidence`, in (0, 1), of a normal distribution: 0.95 is 1.96.
[[nodiscard]] double normal_width(double confidence);

/// Wilson's score interval for a share (Wilson 1927), within [0, 1]. Holds its coverage on average from n = 5 or so,
/// also for shares near 0 and 1, where the interval of Wald is far too short.
[[nodiscard]] Interval wilson_interval(Share share, double confidence);

/// Interval for the ratio of two independent shares, `of` over `to`, by the score statistic with the variance of
/// Miettinen and Nurminen (Statistics in Medicine 4, 1985). Holds for small groups and for shares of 0, where an
/// interval by logarithms does not exist. Lower end 0 where of.hits is 0, upper end infinite where to.hits is 0.
/// Misuse: the two groups must have been chosen before looking. Beside the highest of many groups a ratio under 1 is
/// partly chance.
[[nodiscard]] Interval ratio_interval(Share of, Share to, double confidence);

/// Fisher's exact test, two-sided: the probability, where both shares are equal and the totals are as they are, of a
/// table that is not likelier than this one. Time linear in the smallest total.
[[nodiscard]] double fisher_exact(Share one, Share other);

}  // namespace collega::statistics
