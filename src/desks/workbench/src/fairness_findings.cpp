// What stands out in an audit of fairness, in words.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "fairness.h"
#include "texts.h"

namespace collega::workbench {
namespace {

using statistics::Compared;
using statistics::FairnessAudit;
using statistics::FairnessGroup;
using Kind = FairnessFindingKind;

// A difference that chance makes less often than this is called unlikely: the custom of the field, and information
// only.
constexpr double kUnlikely = 0.05;
constexpr double kSmallestShown = 0.001;

class Wording {
 public:
  Wording(const FairnessRequest& request, Language language)
      : words_{texts(language)},
        language_{language},
        confidence_{percent(request.confidence)},
        left_out_{percent(request.left_out_below)} {}

  template <class... Argument>
  void add(Kind kind, std::string attribute, std::string value, std::string_view key, const Argument&... arguments) {
    findings_.push_back({kind, if_any(std::move(attribute)), if_any(std::move(value)), words_(key, arguments...)});
  }

  void comparison(Kind kind, const FairnessGroup& group, const Compared& own, const FairnessGroup& highest,
                  const Compared& top) {
    std::string text =
        words_("fairness." + std::string{name_of(kind)}, named(group), percent(own.rate), counted(own.share),
               named(highest), percent(top.rate), counted(top.share), decimal(*own.ratio_kept));
    text += " " + words_("fairness.interval", confidence_, decimal(own.interval_kept->lower),
                         decimal(own.interval_kept->upper));
    const bool unlikely = *own.p_value < kUnlikely;
    text += " " + words_(unlikely ? "fairness.unlikely" : "fairness.may_be_chance", probability(*own.p_value));
    if (highest.small) text += " " + words_("fairness.small_highest", named(highest), highest.n);
    text += " " + words_("fairness.signal");
    findings_.push_back({kind, group.attribute, group.value, std::move(text)});
  }

  [[nodiscard]] std::string named(const FairnessGroup& group) const {
    return group.value + " (" + group.attribute + ")";
  }
  [[nodiscard]] std::string percent(double share) const {
    const bool is_whole = std::abs(share * 100 - std::round(share * 100)) < 1e-9;
    return printed(is_whole ? "%.0f" : "%.1f", share * 100) + "%";
  }
  [[nodiscard]] std::string decimal(double number) const { return printed("%.2f", number); }
  [[nodiscard]] const std::string& left_out() const { return left_out_; }
  [[nodiscard]] bool any() const { return !findings_.empty(); }
  [[nodiscard]] std::vector<FairnessFinding> take() && { return std::move(findings_); }

 private:
  static std::optional<std::string> if_any(std::string text) {
    if (text.empty()) return std::nullopt;
    return text;
  }
  [[nodiscard]] std::string printed(const char* form, double number) const {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), form, number);
    std::string text{buffer.data()};
    if (language_ == Language::nl) std::ranges::replace(text, '.', ',');
    return text;
  }
  [[nodiscard]] std::string counted(statistics::Share share) const {
    return words_("fairness.of", share.hits, share.n);
  }
  [[nodiscard]] std::string probability(double p) const {
    return p < kSmallestShown ? words_("fairness.less_than", printed("%.3f", kSmallestShown)) : printed("%.3f", p);
  }

  const Messages& words_;
  Language language_;
  std::string confidence_, left_out_;
  std::vector<FairnessFinding> findings_;
};

using Figure = std::optional<Compared> FairnessGroup::*;

// Each group under four fifths, beside the highest of its attribute.
void below_four_fifths(Wording& wording, const std::vector<FairnessGroup>& groups, Figure figure, Kind kind,
                       bool also_small) {
  for (const FairnessGroup& group : groups) {
    if (!(group.*figure) || !(group.*figure)->below_four_fifths || (group.small && !also_small)) continue;
    const auto highest = std::ranges::find_if(groups, [&](const FairnessGroup& other) {
      return other.attribute == group.attribute && (other.*figure)->highest_kept;
    });
    wording.comparison(kind, group, *(group.*figure), *highest, *((*highest).*figure));
  }
}

void suitable_passed_over(Wording& wording, const std::vector<FairnessGroup>& groups) {
  for (const FairnessGroup& group : groups) {
    if (!group.errors || group.errors->tpr_ratio.value_or(1) >= statistics::kFourFifths) continue;
    wording.add(Kind::suitable_passed_over, group.attribute, group.value, "fairness.suitable_passed_over",
                wording.named(group), wording.percent(*group.errors->tpr), wording.decimal(*group.errors->tpr_ratio));
  }
}

void about_attributes(Wording& wording, const FairnessAudit& audit) {
  for (const statistics::FairnessAttribute& one : audit.attributes) {
    const auto is_own = [&](const FairnessGroup& group) { return group.attribute == one.attribute; };
    if (one.not_stated > 0)
      wording.add(Kind::not_stated, one.attribute, "", "fairness.not_stated", one.not_stated, one.attribute);
    if (std::ranges::count_if(audit.groups, is_own) == 1)
      wording.add(Kind::one_group, one.attribute, "", "fairness.one_group", one.attribute);
  }
  const bool selections = !audit.groups.empty() && audit.groups.front().selection;
  const auto selects_nobody = [](const FairnessGroup& group) { return group.selection->share.hits == 0; };
  if (selections && std::ranges::all_of(audit.groups, selects_nobody))
    wording.add(Kind::nobody_selected, "", "", "fairness.nobody_selected");
}

void about_sizes(Wording& wording, const FairnessAudit& audit) {
  for (const FairnessGroup& group : audit.groups) {
    if (group.left_out) {
      wording.add(Kind::left_out, group.attribute, group.value, "fairness.left_out", wording.named(group), group.n,
                  wording.left_out());
    } else if (group.small) {
      wording.add(Kind::small_group, group.attribute, group.value, "fairness.small_group", wording.named(group),
                  group.n);
    }
  }
}

void ranked_low(Wording& wording, const FairnessAudit& audit) {
  for (const auto& [group, test] : audit.rankings) {
    if (test.passes()) continue;
    const std::size_t length = *test.fails_at;
    wording.add(Kind::ranked_low, group.attribute, group.value, "fairness.ranked_low", length, test.found[length - 1],
                group.value + " (" + group.attribute + ")", test.adjusted.minimum[length - 1],
                wording.percent(test.proportion), wording.percent(test.adjusted.failure));
  }
}

}  // namespace

std::vector<FairnessFinding> findings_of(const FairnessAudit& audit, std::size_t rows, const FairnessRequest& request,
                                         Language language) {
  Wording wording{request, language};
  if (rows == 0) {
    wording.add(Kind::no_rows, "", "", "fairness.no_rows");
    return std::move(wording).take();
  }
  below_four_fifths(wording, audit.groups, &FairnessGroup::selection, Kind::below_four_fifths, true);
  below_four_fifths(wording, audit.groups, &FairnessGroup::scoring, Kind::scores_below_four_fifths, true);
  below_four_fifths(wording, audit.intersections, &FairnessGroup::selection, Kind::below_four_fifths, false);
  below_four_fifths(wording, audit.intersections, &FairnessGroup::scoring, Kind::scores_below_four_fifths, false);
  suitable_passed_over(wording, audit.groups);
  ranked_low(wording, audit);
  if (!wording.any() && !audit.groups.empty()) wording.add(Kind::no_signal, "", "", "fairness.no_signal");
  about_attributes(wording, audit);
  about_sizes(wording, audit);
  return std::move(wording).take();
}

}  // namespace collega::workbench
