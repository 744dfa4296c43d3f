#include "groups.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace collega::statistics {
namespace {

struct Tally {
  std::size_t n = 0, selected = 0, above_median = 0, with_outcome = 0;
  Errors errors;
  double weight = 0;
};

void count(Tally& tally, const RowFacts& facts) {
  const FairnessRow& row = *facts.row;
  const bool selected = row.selected.value_or(false);
  ++tally.n;
  tally.selected += selected ? 1 : 0;
  tally.above_median += facts.above_median ? 1 : 0;
  tally.weight += facts.weight;
  if (!row.outcome || !row.selected) return;
  ++tally.with_outcome;
  Errors& errors = tally.errors;
  ++(*row.outcome ? (selected ? errors.true_positives : errors.false_negatives)
                  : (selected ? errors.false_positives : errors.true_negatives));
}

std::optional<double> part(std::size_t of, std::size_t all) {
  if (all == 0) return std::nullopt;
  return Share{of, all}.value();
}

std::optional<Interval> interval_of(std::size_t of, std::size_t all, double confidence) {
  if (all == 0) return std::nullopt;
  return wilson_interval({of, all}, confidence);
}

Errors with_rates(Errors errors, double confidence) {
  const std::size_t positives = errors.true_positives + errors.false_negatives;
  const std::size_t negatives = errors.false_positives + errors.true_negatives;
  const std::size_t passed_over = errors.true_negatives + errors.false_negatives;
  errors.tpr = part(errors.true_positives, positives);
  errors.fnr = part(errors.false_negatives, positives);
  errors.fpr = part(errors.false_positives, negatives);
  errors.tnr = part(errors.true_negatives, negatives);
  errors.precision = part(errors.true_positives, errors.true_positives + errors.false_positives);
  errors.false_omission_rate = part(errors.false_negatives, passed_over);
  errors.prevalence = part(positives, positives + negatives);
  errors.tpr_interval = interval_of(errors.true_positives, positives, confidence);
  errors.fpr_interval = interval_of(errors.false_positives, negatives, confidence);
  return errors;
}

using Figure = std::optional<Compared> FairnessGroup::*;

// The group with the highest rate, of two the larger; none where every rate is 0.
const FairnessGroup* highest_of(const std::vector<FairnessGroup>& groups, Figure figure, bool also_left_out) {
  const FairnessGroup* highest = nullptr;
  for (const FairnessGroup& group : groups) {
    if ((group.left_out && !also_left_out) || (group.*figure)->rate == 0) continue;
    const bool higher = !highest || (group.*figure)->rate > (highest->*figure)->rate ||
                        ((group.*figure)->rate == (highest->*figure)->rate && group.n > highest->n);
    if (higher) highest = &group;
  }
  return highest;
}

// In whole numbers: 24% beside 30% is four fifths, and not a little less by the last bit of a fraction.
bool is_below_four_fifths(Share share, Share highest) {
  return 5 * share.hits * highest.n < 4 * highest.hits * share.n;
}

void compare(std::vector<FairnessGroup>& groups, Figure figure, double confidence) {
  const FairnessGroup* of_all = highest_of(groups, figure, true);
  const FairnessGroup* of_kept = highest_of(groups, figure, false);
  for (FairnessGroup& group : groups) {
    Compared& own = *(group.*figure);
    own.rate_interval = wilson_interval(own.share, confidence);
    if (of_all) {
      const Compared& highest = *(of_all->*figure);
      own.ratio = own.rate / highest.rate;
      if (&group != of_all) own.interval = ratio_interval(own.share, highest.share, confidence);
    }
    if (!of_kept || group.left_out) continue;
    const Compared& highest = *(of_kept->*figure);
    own.highest_kept = &group == of_kept;
    own.ratio_kept = own.rate / highest.rate;
    own.below_four_fifths = is_below_four_fifths(own.share, highest.share);
    if (own.highest_kept) continue;
    own.interval_kept = ratio_interval(own.share, highest.share, confidence);
    own.p_value = fisher_exact(own.share, highest.share);
  }
}

void compare_tpr(std::vector<FairnessGroup>& groups) {
  double highest = 0;
  for (const FairnessGroup& group : groups) {
    if (!group.left_out && group.errors) highest = std::max(highest, group.errors->tpr.value_or(0));
  }
  for (FairnessGroup& group : groups) {
    if (highest > 0 && !group.left_out && group.errors && group.errors->tpr)
      group.errors->tpr_ratio = *group.errors->tpr / highest;
  }
}

Compared rate_of(std::size_t hits, std::size_t n) {
  const Share share{hits, n};
  return {.share = share, .rate = share.value()};
}

}  // namespace

Column column_of(std::string attribute, const std::vector<FairnessRow>& rows, std::size_t place) {
  Column column{std::move(attribute), {}, {}};
  std::map<std::string_view, std::uint32_t> places;
  for (const FairnessRow& row : rows) {
    if (!row.values[place].empty()) places.emplace(row.values[place], 0);
  }
  for (auto& [value, number] : places) {
    number = static_cast<std::uint32_t>(column.values.size());
    column.values.emplace_back(value);
  }
  for (const FairnessRow& row : rows)
    column.group_of.push_back(row.values[place].empty() ? kNotStated : places.at(row.values[place]));
  return column;
}

Column crossed(const Column& one, const Column& other) {
  constexpr std::string_view kCross = " × ";
  Column both{one.attribute + std::string{kCross} + other.attribute, {}, {}};
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> places;
  const auto stated = [&](std::size_t row) {
    return one.group_of[row] != kNotStated && other.group_of[row] != kNotStated;
  };
  for (std::size_t row = 0; row < one.group_of.size(); ++row) {
    if (stated(row)) places.emplace(std::pair{one.group_of[row], other.group_of[row]}, 0);
  }
  for (auto& [pair, number] : places) {
    number = static_cast<std::uint32_t>(both.values.size());
    both.values.push_back(one.values[pair.first] + std::string{kCross} + other.values[pair.second]);
  }
  for (std::size_t row = 0; row < one.group_of.size(); ++row)
    both.group_of.push_back(stated(row) ? places.at({one.group_of[row], other.group_of[row]}) : kNotStated);
  return both;
}

std::vector<FairnessGroup> groups_in(const Column& column, const std::vector<RowFacts>& facts, double mean_weight,
                                     const FairnessOptions& options) {
  std::vector<Tally> tallies(column.values.size());
  for (std::size_t row = 0; row < facts.size(); ++row) {
    if (column.group_of[row] != kNotStated) count(tallies[column.group_of[row]], facts[row]);
  }
  const std::size_t stated = std::accumulate(tallies.begin(), tallies.end(), std::size_t{0},
                                             [](std::size_t sum, const Tally& tally) { return sum + tally.n; });
  const bool selections = !facts.empty() && facts.front().row->selected;
  const bool scores = !facts.empty() && facts.front().row->score;
  std::vector<FairnessGroup> groups;
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    const Tally& tally = tallies[i];
    FairnessGroup group{.attribute = column.attribute, .value = column.values[i], .n = tally.n};
    group.share_of_rows = Share{tally.n, stated}.value();
    group.small = tally.n < options.small;
    group.left_out = group.share_of_rows < options.left_out_below;
    if (selections) group.selection = rate_of(tally.selected, tally.n);
    if (scores) group.scoring = rate_of(tally.above_median, tally.n);
    if (tally.with_outcome > 0) group.errors = with_rates(tally.errors, options.confidence);
    if (mean_weight > 0) group.exposure = tally.weight / static_cast<double>(tally.n) / mean_weight;
    groups.push_back(std::move(group));
  }
  if (selections) compare(groups, &FairnessGroup::selection, options.confidence);
  if (scores) compare(groups, &FairnessGroup::scoring, options.confidence);
  compare_tpr(groups);
  return groups;
}

}  // namespace collega::statistics
