#pragma once

// Rows sorted into the groups of one attribute, or of two at once.

#include <cstdint>
#include <string>
#include <vector>

#include "collega/statistics/fairness.h"

namespace collega::statistics {

inline constexpr std::uint32_t kNotStated = UINT32_MAX;

/// One attribute: which group each row is in.
struct Column {
  std::string attribute = {};
  std::vector<std::string> values = {};      // of the groups = {}, in order
  std::vector<std::uint32_t> group_of = {};  // of each row: place in `values`, or kNotStated
};

[[nodiscard]] Column column_of(std::string attribute, const std::vector<FairnessRow>& rows, std::size_t place);

/// Groups in which anybody is.
[[nodiscard]] Column crossed(const Column& one, const Column& other);

/// What is true of a row whatever group it is in.
struct RowFacts {
  const FairnessRow* row = nullptr;
  bool above_median = false;
  double weight = 0;  // of its place in the ranking
};

/// How the groups of `column` fare. `mean_weight`: of all places; 0 where there is no ranking.
[[nodiscard]] std::vector<FairnessGroup> groups_in(const Column& column, const std::vector<RowFacts>& facts,
                                                   double mean_weight, const FairnessOptions& options);

}  // namespace collega::statistics
