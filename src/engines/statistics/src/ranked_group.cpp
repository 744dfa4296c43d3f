#include "collega/statistics/ranked_group.h"

#include <cmath>
#include <numeric>

namespace collega::statistics {
namespace {

// No two tables of neighbouring mass lie closer than this: a double has no more halvings.
constexpr int kHalvings = 60;

// One more draw: the chances of having 0, 1, ... of the group.
void draw(std::vector<double>& chances, double proportion) {
  chances.push_back(0);
  for (std::size_t m = chances.size() - 1; m > 0; --m)
    chances[m] = chances[m] * (1 - proportion) + chances[m - 1] * proportion;
  chances[0] *= 1 - proportion;
}

std::size_t mass(const MinimumTable& one) {
  return std::accumulate(one.minimum.begin(), one.minimum.end(), std::size_t{0});
}

}  // namespace

std::vector<std::size_t> minimum_table(std::size_t top, double proportion, double alpha) {
  std::vector<std::size_t> table;
  std::vector<double> chances{1};
  for (std::size_t length = 1; length <= top; ++length) {
    draw(chances, proportion);
    double sum = chances[0];
    std::size_t least = 0;
    while (sum < alpha && least < length) sum += chances[++least];
    table.push_back(least);
  }
  return table;
}

double failure_probability(const std::vector<std::size_t>& table, double proportion) {
  std::vector<double> chances{1};  // of the rankings that have not failed so far
  for (const std::size_t least : table) {
    draw(chances, proportion);
    for (std::size_t m = 0; m < least; ++m) chances[m] = 0;
  }
  return 1 - std::accumulate(chances.begin(), chances.end(), 0.0);
}

MinimumTable table_at(std::size_t top, double proportion, double alpha) {
  MinimumTable made{.alpha = alpha, .minimum = minimum_table(top, proportion, alpha)};
  made.failure = failure_probability(made.minimum, proportion);
  made.published = failure_probability({made.minimum.begin(), made.minimum.end() - 1}, proportion);
  return made;
}

MinimumTable adjusted_table(std::size_t top, double proportion, double alpha) {
  const auto nearer = [alpha](const MinimumTable& one, const MinimumTable& other) {
    return std::abs(other.published - alpha) < std::abs(one.published - alpha) ? other : one;
  };
  MinimumTable low{.alpha = 0, .minimum = std::vector<std::size_t>(top, 0)};
  MinimumTable high = table_at(top, proportion, alpha);
  for (int i = 0; i < kHalvings && mass(high) > mass(low) + 1; ++i) {
    const MinimumTable middle = table_at(top, proportion, (low.alpha + high.alpha) / 2);
    if (mass(high) <= mass(middle) + 1 && mass(middle) <= mass(low) + 1) return nearer(nearer(middle, low), high);
    (middle.published < alpha ? low : high) = middle;
  }
  return nearer(high, low);
}

Result<RankedGroupTest> ranked_group_test(const std::vector<bool>& is_member, std::size_t top, double proportion,
                                          double alpha) {
  if (top == 0 || top > kLongestTop || top > is_member.size()) return Error{ErrorCode::out_of_range, "top"};
  if (!(proportion > 0 && proportion < 1)) return Error{ErrorCode::out_of_range, "proportion"};
  if (!(alpha > 0 && alpha < 1)) return Error{ErrorCode::out_of_range, "alpha"};
  RankedGroupTest test{.top = top, .proportion = proportion, .alpha = alpha};
  test.unadjusted = table_at(top, proportion, alpha);
  test.adjusted = adjusted_table(top, proportion, alpha);
  std::size_t members = 0;
  for (std::size_t place = 0; place < top; ++place) {
    members += is_member[place] ? 1 : 0;
    test.found.push_back(members);
    if (!test.fails_at && members < test.adjusted.minimum[place]) test.fails_at = place + 1;
  }
  return test;
}

}  // namespace collega::statistics
