#include "fairness.h"

#include <algorithm>

#include "texts.h"

namespace collega::workbench {
namespace {

using statistics::Compared;
using statistics::FairnessAudit;
using statistics::FairnessGroup;
using statistics::FairnessOptions;
using statistics::FairnessRow;

std::int64_t whole(std::size_t count) { return static_cast<std::int64_t>(count); }

std::vector<std::int64_t> wholes(const std::vector<std::size_t>& counts) { return {counts.begin(), counts.end()}; }

Bounds bounds(statistics::Interval interval) { return {interval.lower, interval.upper}; }

std::optional<Bounds> bounds(const std::optional<statistics::Interval>& interval) {
  if (!interval) return std::nullopt;
  return bounds(*interval);
}

// A value as text; a null is not stated.
Result<std::string> value_of(const Json& value, const std::string& path) {
  if (value.is_null()) return std::string{};
  if (const auto* text = value.if_string()) return std::string{*text};
  if (value.is_number() || value.is_bool()) return to_text(value);
  return Error{ErrorCode::wrong_type, path + ": text, number, true or false"};
}

std::string group_path(std::size_t row) { return "rows[" + std::to_string(row) + "].group"; }

// Every attribute that any row names, in the order in which they are first named.
Result<std::vector<std::string>> attributes_of(const std::vector<FairnessCase>& cases) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const JsonObject* group = cases[i].group.if_object();
    if (!group) return Error{ErrorCode::wrong_type, group_path(i) + ": object"};
    for (const auto& member : *group) {
      if (std::ranges::find(names, member.key()) == names.end()) names.emplace_back(member.key());
    }
  }
  return names;
}

Result<std::vector<FairnessRow>> rows_of(const std::vector<FairnessCase>& cases,
                                         const std::vector<std::string>& attributes) {
  std::vector<FairnessRow> rows;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    FairnessRow row{.score = cases[i].score, .selected = cases[i].selected, .outcome = cases[i].outcome};
    for (const std::string& attribute : attributes) {
      const Json* value = cases[i].group.as_object().if_contains(attribute);
      row.values.push_back(value ? TRY(value_of(*value, group_path(i) + "." + attribute)) : std::string{});
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

FairnessOptions options_of(const FairnessRequest& request) {
  FairnessOptions options{.confidence = request.confidence,
                          .left_out_below = request.left_out_below,
                          .small = static_cast<std::size_t>(request.small),
                          .ranked = request.ranked,
                          .proportion = request.proportion,
                          .alpha = request.alpha};
  if (request.protected_group)
    options.protected_group = {request.protected_group->attribute, request.protected_group->value};
  if (request.top) options.top = static_cast<std::size_t>(*request.top);
  return options;
}

void fill_in(GroupAnswer& answer, const Compared& selection) {
  answer.selected = whole(selection.share.hits);
  answer.selection_rate = selection.rate;
  answer.rate_interval = bounds(selection.rate_interval);
  answer.impact_ratio = selection.ratio;
  answer.interval = bounds(selection.interval);
  answer.impact_ratio_kept = selection.ratio_kept;
  answer.interval_kept = bounds(selection.interval_kept);
  answer.p_value = selection.p_value;
  answer.below_four_fifths = selection.below_four_fifths;
}

void fill_in(GroupAnswer& answer, const statistics::Errors& errors) {
  answer.true_positives = whole(errors.true_positives);
  answer.false_positives = whole(errors.false_positives);
  answer.true_negatives = whole(errors.true_negatives);
  answer.false_negatives = whole(errors.false_negatives);
  answer.tpr = errors.tpr;
  answer.fpr = errors.fpr;
  answer.fnr = errors.fnr;
  answer.tnr = errors.tnr;
  answer.precision = errors.precision;
  answer.false_omission_rate = errors.false_omission_rate;
  answer.prevalence = errors.prevalence;
  answer.tpr_interval = bounds(errors.tpr_interval);
  answer.fpr_interval = bounds(errors.fpr_interval);
  answer.tpr_ratio = errors.tpr_ratio;
}

ScoringAnswer scoring_of(const Compared& scoring) {
  return {whole(scoring.share.hits), scoring.rate,       bounds(scoring.rate_interval), scoring.ratio,
          bounds(scoring.interval),  scoring.ratio_kept, bounds(scoring.interval_kept), scoring.p_value,
          scoring.below_four_fifths};
}

std::vector<GroupAnswer> answers_of(const std::vector<FairnessGroup>& groups) {
  std::vector<GroupAnswer> answers;
  for (const FairnessGroup& group : groups) {
    GroupAnswer& answer = answers.emplace_back();
    answer.attribute = group.attribute;
    answer.value = group.value;
    answer.n = whole(group.n);
    answer.share = group.share_of_rows;
    answer.small = group.small;
    answer.left_out = group.left_out;
    if (group.selection) fill_in(answer, *group.selection);
    if (group.scoring) answer.scoring = scoring_of(*group.scoring);
    if (group.errors) fill_in(answer, *group.errors);
    answer.exposure = group.exposure;
  }
  return answers;
}

std::optional<std::string> if_any(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

MinimumAnswer minimum_of(const statistics::MinimumTable& table) {
  return {table.alpha, wholes(table.minimum), table.failure, table.published};
}

RankingAnswer ranking_of(const statistics::FairnessRanking& ranking) {
  const statistics::RankedGroupTest& test = ranking.test;
  RankingAnswer answer{.attribute = ranking.group.attribute,
                       .value = ranking.group.value,
                       .top = whole(test.top),
                       .proportion = test.proportion,
                       .alpha = test.alpha,
                       .unadjusted = minimum_of(test.unadjusted),
                       .adjusted = minimum_of(test.adjusted),
                       .found = wholes(test.found),
                       .passes = test.passes(),
                       .fails_at = {}};
  if (test.fails_at) answer.fails_at = whole(*test.fails_at);
  return answer;
}

}  // namespace

Result<FairnessAnswer> fairness(const FairnessRequest& request, Language otherwise) {
  const Language language = request.language.value_or(otherwise);
  const std::vector<std::string> attributes = TRY(attributes_of(request.rows));
  const std::vector<FairnessRow> rows = TRY(rows_of(request.rows, attributes));
  const FairnessAudit audit = TRY(statistics::audit(attributes, rows, options_of(request)));
  FairnessAnswer answer;
  answer.groups = answers_of(audit.groups);
  answer.intersections = answers_of(audit.intersections);
  for (const statistics::FairnessAttribute& one : audit.attributes) {
    answer.attributes.push_back({one.attribute, whole(one.stated), whole(one.not_stated), if_any(one.highest_selection),
                                 if_any(one.highest_scoring)});
  }
  for (const statistics::FairnessRanking& ranking : audit.rankings) answer.rankings.push_back(ranking_of(ranking));
  answer.median_score = audit.median_score;
  answer.findings = findings_of(audit, rows.size(), request, language);
  const Messages& words = texts(language);
  for (const std::string_view limit : {"fairness.limit.law", "fairness.limit.cause", "fairness.limit.chance"})
    answer.limits.push_back(words(limit));
  return answer;
}

}  // namespace collega::workbench
