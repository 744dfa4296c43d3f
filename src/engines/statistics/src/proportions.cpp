#include "collega/statistics/proportions.h"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <limits>
#include <numbers>

namespace collega::statistics {
namespace {

// Enough halvings for every bit of a double between any two bounds that occur.
constexpr int kHalvings = 200;
// Probabilities that are equal on paper differ in their last bits.
constexpr double kSameProbability = 1 + 1e-9;

double number(std::size_t count) { return static_cast<double>(count); }

// How far the two shares lie from the ratio `ratio`, in squared standard deviations: the shares that are likeliest
// where that ratio holds give the variance.
double distance(Share of, Share to, double ratio) {
  const double x = number(of.hits), m = number(of.n), y = number(to.hits), n = number(to.n);
  const double a = (m + n) * ratio;
  const double b = -(m * ratio + x + n + y * ratio);
  const double c = x + y;
  const double root = std::sqrt(std::max(0.0, b * b - 4 * a * c));
  const double base = std::clamp(2 * c / (-b + root), 0.0,
                                 1.0);  // the likeliest share of `to`: the smaller root, without a loss of digits
  const double raised = std::min(1.0, ratio * base);
  const double variance = (raised * (1 - raised) / m + ratio * ratio * base * (1 - base) / n) * (m + n) / (m + n - 1);
  const double gap = of.value() - ratio * to.value();
  if (gap == 0) return 0;
  return variance > 0 ? gap * gap / variance : std::numeric_limits<double>::infinity();
}

// Between a ratio that is near enough and one that is too far, where nearness ends. Ratios are halved by their
// logarithm.
double edge(Share of, Share to, double near, double far, double widest) {
  for (int i = 0; i < kHalvings && near != far; ++i) {
    const double middle = std::sqrt(near) * std::sqrt(far);
    if (middle == near || middle == far) break;
    (distance(of, to, middle) <= widest ? near : far) = middle;
  }
  return near;
}

double log_choose(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

}  // namespace

double normal_width(double confidence) { return std::numbers::sqrt2 * boost::math::erf_inv(confidence); }

Interval wilson_interval(Share share, double confidence) {
  const double z = normal_width(confidence), n = number(share.n), p = share.value();
  const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double reach = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {share.hits == 0 ? 0 : std::max(0.0, middle - reach),
          share.hits == share.n ? 1 : std::min(1.0, middle + reach)};
}

Interval ratio_interval(Share of, Share to, double confidence) {
  constexpr double kSmallest = 1e-12, kLargest = 1e12;  // no two groups of people lie further apart
  const double z = normal_width(confidence), widest = z * z;
  if (of.hits == 0 && to.hits == 0) return {0, std::numeric_limits<double>::infinity()};
  const double found = to.hits == 0 ? kLargest : of.hits == 0 ? kSmallest : of.value() / to.value();
  return {of.hits == 0 ? 0 : edge(of, to, found, kSmallest, widest),
          to.hits == 0 ? std::numeric_limits<double>::infinity() : edge(of, to, found, kLargest, widest)};
}

double fisher_exact(Share one, Share other) {
  const double hits = number(one.hits + other.hits), all = number(one.n + other.n);
  const double most = std::min(hits, number(one.n)), least = std::max(0.0, hits - number(other.n));
  const double whole = log_choose(all, hits);
  const auto probability = [&](double k) {
    return std::exp(log_choose(number(one.n), k) + log_choose(number(other.n), hits - k) - whole);
  };
  const double seen = probability(number(one.hits)) * kSameProbability;
  double sum = 0;
  for (double k = least; k <= most; ++k) {
    if (const double p = probability(k); p <= seen) sum += p;
  }
  return std::min(1.0, sum);
}

}  // namespace collega::statistics
