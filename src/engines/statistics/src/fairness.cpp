#include "collega/statistics/fairness.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "groups.h"

namespace collega::statistics {
namespace {

std::string at_row(std::size_t row, std::string_view member) {
  return "rows[" + std::to_string(row) + "]." + std::string{member};
}

// A score or a selection is there for every row or for none.
template <class Has>
Result<bool> everywhere(const std::vector<FairnessRow>& rows, std::string_view member, Has has) {
  const bool first = has(rows.front());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (has(rows[i]) != first) return Error{ErrorCode::missing_member, at_row(first ? i : 0, member)};
  }
  return first;
}

bool between(double value, double low, double high) { return value > low && value < high; }

Result<Done> check(const FairnessOptions& options) {
  if (!between(options.confidence, 0, 1)) return Error{ErrorCode::out_of_range, "confidence"};
  if (!(options.left_out_below >= 0 && options.left_out_below < 1))
    return Error{ErrorCode::out_of_range, "left_out_below"};
  if (!between(options.alpha, 0, 1)) return Error{ErrorCode::out_of_range, "alpha"};
  if (options.proportion && !between(*options.proportion, 0, 1)) return Error{ErrorCode::out_of_range, "proportion"};
  return Done{};
}

double median_of(const std::vector<FairnessRow>& rows) {
  std::vector<double> scores;
  for (const FairnessRow& row : rows) scores.push_back(*row.score);
  std::ranges::sort(scores);
  const std::size_t middle = scores.size() / 2;
  return scores.size() % 2 == 1 ? scores[middle] : (scores[middle - 1] + scores[middle]) / 2;
}

// Rows from best to worst; equal scores in the order in which they came.
std::vector<std::size_t> places_of(const std::vector<FairnessRow>& rows, bool ranked) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (!ranked)
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return *rows[a].score > *rows[b].score; });
  return order;
}

// Gives each row the weight of its place; equal scores share theirs.
double weigh(std::vector<RowFacts>& facts, const std::vector<std::size_t>& order, bool ranked) {
  double all = 0;
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    double sum = 0;
    do {
      sum += 1 / std::log2(2 + static_cast<double>(last));
      ++last;
    } while (!ranked && last < order.size() && *facts[order[last]].row->score == *facts[order[first]].row->score);
    for (std::size_t i = first; i < last; ++i) facts[order[i]].weight = sum / static_cast<double>(last - first);
    all += sum;
    first = last;
  }
  return all / static_cast<double>(order.size());
}

FairnessAttribute about(const Column& column, const std::vector<FairnessGroup>& groups) {
  FairnessAttribute attribute{.attribute = column.attribute};
  for (const FairnessGroup& group : groups) {
    attribute.stated += group.n;
    if (group.selection && group.selection->highest_kept) attribute.highest_selection = group.value;
    if (group.scoring && group.scoring->highest_kept) attribute.highest_scoring = group.value;
  }
  attribute.not_stated = column.group_of.size() - attribute.stated;
  return attribute;
}

bool is_tested(const FairnessGroup& group, std::size_t rows, const FairnessOptions& options) {
  if (options.protected_group) return GroupName{group.attribute, group.value} == *options.protected_group;
  return !group.left_out && 2 * group.n <= rows;
}

Result<FairnessRanking> ranking_of(const FairnessGroup& group, const Column& column,
                                   const std::vector<std::size_t>& order, const FairnessOptions& options) {
  const auto own = static_cast<std::uint32_t>(std::ranges::find(column.values, group.value) - column.values.begin());
  std::vector<bool> is_member;
  for (const std::size_t row : order) is_member.push_back(column.group_of[row] == own);
  const std::size_t top = options.top.value_or(std::min(kUsualTop, order.size()));
  const double proportion = options.proportion.value_or(Share{group.n, order.size()}.value());
  return FairnessRanking{{group.attribute, group.value},
                         TRY(ranked_group_test(is_member, top, proportion, options.alpha))};
}

// Rows with what is true of each, whatever its group.
struct Sample {
  std::vector<RowFacts> facts;
  std::vector<std::size_t> order;  // best first; empty without a ranking
  double mean_weight = 0;
  std::optional<double> median;
};

Result<Sample> sample_of(const std::vector<FairnessRow>& rows, const FairnessOptions& options) {
  Sample sample;
  const bool scores = TRY(everywhere(rows, "score", [](const FairnessRow& row) { return row.score.has_value(); }));
  const bool selections =
      TRY(everywhere(rows, "selected", [](const FairnessRow& row) { return row.selected.has_value(); }));
  const bool ranking = options.ranked || scores;
  if (!ranking && !selections) return Error{ErrorCode::missing_member, at_row(0, "selected")};
  if (!ranking && options.protected_group) return Error{ErrorCode::missing_member, at_row(0, "score")};
  if (scores) sample.median = median_of(rows);
  for (const FairnessRow& row : rows) sample.facts.push_back({&row, scores && *row.score > *sample.median, 0});
  if (ranking) sample.order = places_of(rows, options.ranked);
  if (ranking) sample.mean_weight = weigh(sample.facts, sample.order, options.ranked);
  return sample;
}

}  // namespace

Result<FairnessAudit> audit(const std::vector<std::string>& attributes, const std::vector<FairnessRow>& rows,
                            const FairnessOptions& options) {
  TRY(check(options));
  FairnessAudit made;
  if (rows.empty()) return made;
  const Sample sample = TRY(sample_of(rows, options));
  made.median_score = sample.median;

  std::vector<Column> columns;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const Column& column = columns.emplace_back(column_of(attributes[i], rows, i));
    if (column.values.size() > kMostValues) return Error{ErrorCode::out_of_range, "group." + attributes[i]};
    const auto groups = groups_in(column, sample.facts, sample.mean_weight, options);
    made.attributes.push_back(about(column, groups));
    for (const FairnessGroup& group : groups) {
      if (!sample.order.empty() && is_tested(group, rows.size(), options))
        made.rankings.push_back(TRY(ranking_of(group, column, sample.order, options)));
    }
    made.groups.insert(made.groups.end(), groups.begin(), groups.end());
  }
  if (options.protected_group && made.rankings.empty()) {
    return Error{ErrorCode::unknown_value,
                 "protected: " + options.protected_group->attribute + " = " + options.protected_group->value};
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t j = i + 1; j < columns.size(); ++j) {
      const auto groups = groups_in(crossed(columns[i], columns[j]), sample.facts, sample.mean_weight, options);
      made.intersections.insert(made.intersections.end(), groups.begin(), groups.end());
    }
  }
  return made;
}

}  // namespace collega::statistics
