#pragma once

// Groups beside each other: who is selected, who scores high, on whom mistakes fall, and who stands where in a ranking.
//
// A ratio under four fifths is American practice (29 CFR 1607.4 D) and a signal. Dutch law knows no such threshold, and
// a figure is no verdict: what is behind it, a person finds out. Protected attributes come in here and nowhere else,
// and go out in aggregate.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "collega/base/result.h"
#include "collega/statistics/proportions.h"
#include "collega/statistics/ranked_group.h"

namespace collega::statistics {

/// One person, or one case. `values` beside the attributes of the audit; empty: not stated.
struct FairnessRow {
  std::vector<std::string> values = {};
  std::optional<double> score = {};
  std::optional<bool> selected = {};
  std::optional<bool> outcome = {};  ///< what proved true later, of whoever it is known: suitable, stayed
};

struct GroupName {
  std::string attribute = {};
  std::string value = {};
  friend bool operator==(const GroupName&, const GroupName&) = default;
};

struct FairnessOptions {
  double confidence = 0.95;
  double left_out_below = 0.02;  ///< of all with that attribute stated; New York City, 6 RCNY 5-301
  std::size_t small = 30;  ///< fewer people bear no conclusion: their rate may lie anywhere within a third of the scale
  bool ranked = false;     ///< the rows are a ranking, best first; else scores make one
  std::optional<GroupName> protected_group = {};  ///< of the ranked group test; none: each group under half of the rows
  std::optional<std::size_t> top = {};            ///< none: kUsualTop, or all where there are fewer
  std::optional<double> proportion = {};          ///< of the protected group; none: its share of the rows
  double alpha = 0.1;
};
inline constexpr std::size_t kUsualTop = 20;
inline constexpr double kFourFifths = 0.8;

/// A rate beside the highest rate of the attribute.
struct Compared {
  Share share = {};
  double rate = 0;
  Interval rate_interval = {};
  std::optional<double> ratio = {};       ///< over the highest of all groups; none where that is 0
  std::optional<Interval> interval = {};  ///< of ratio; none for the highest itself
  std::optional<double> ratio_kept =
      {};  ///< over the highest of the groups that are not left out; none for one that is
  std::optional<Interval> interval_kept = {};  ///< of ratio_kept; none for the highest itself
  std::optional<double> p_value = {};          ///< Fisher's exact test beside the highest that is not left out
  bool highest_kept = false;                   ///< the highest of the groups that are not left out
  bool below_four_fifths = false;              ///< ratio_kept is
};

/// Against the outcome. What has no denominator is not there.
struct Errors {
  std::size_t true_positives = 0, false_positives = 0, true_negatives = 0, false_negatives = 0;
  std::optional<double> tpr = {}, fpr = {}, fnr = {}, tnr = {}, precision = {}, false_omission_rate = {},
                        prevalence = {};
  std::optional<Interval> tpr_interval = {}, fpr_interval = {};
  std::optional<double> tpr_ratio = {};  ///< over the highest of the groups that are not left out
};

struct FairnessGroup {
  std::string attribute = {};
  std::string value = {};
  std::size_t n = 0;
  double share_of_rows = 0;  ///< of those whose attribute is stated
  bool small = false;
  bool left_out = false;
  std::optional<Compared> selection = {};
  std::optional<Compared> scoring = {};  ///< scores above the median of the whole sample (6 RCNY 5-301)
  std::optional<Errors> errors = {};
  /// Mean weight of their places in the ranking over the mean of everybody, a place weighing 1 / log2(1 + place); equal
  /// scores share their places (Singh and Joachims, KDD 2018). 1: their share.
  std::optional<double> exposure = {};
};

struct FairnessAttribute {
  std::string attribute = {};
  std::size_t stated = 0;
  std::size_t not_stated = 0;
  std::string highest_selection = {};  ///< of the groups that are not left out; empty where nobody was selected
  std::string highest_scoring = {};
};

struct FairnessRanking {
  GroupName group = {};
  RankedGroupTest test = {};
};

struct FairnessAudit {
  std::vector<FairnessAttribute> attributes = {};
  std::vector<FairnessGroup> groups = {};         ///< in the order of the attributes; values in order of their text
  std::vector<FairnessGroup> intersections = {};  ///< of each two attributes: "sex × origin"
  std::vector<FairnessRanking> rankings = {};
  std::optional<double> median_score = {};
};

/// `attributes`: the names of `values`. Cost: rows × attributes², and of sorting the scores.
/// Errors, with the path of what is wrong: missing_member where only some rows have a score or a selection, none has
/// either, or the ranked group test is asked of rows without a score that are no ranking; out_of_range, also for an
/// attribute with more than kMostValues values; unknown_value for a protected group that is not there.
[[nodiscard]] Result<FairnessAudit> audit(const std::vector<std::string>& attributes,
                                          const std::vector<FairnessRow>& rows, const FairnessOptions& options = {});

/// An attribute with more values than this is a name or a number, and no group.
inline constexpr std::size_t kMostValues = 1000;

}  // namespace collega::statistics
