#include <algorithm>
#include <map>

#include "plan.h"

namespace collega::administration {
namespace {

using people::Change;

/// The units of a file by code, each with its days.
class UnitPlanner {
 public:
  explicit UnitPlanner(PlanInput& input) : input_(input) {}

  Result<std::vector<UnitStep>> plan() {
    for (std::size_t i = 0; i < input_.rows.size(); ++i) gather(i);
    TRY(check_parents());
    TRY(check_cycles());
    for (auto& [code, steps] : by_code_) TRY(settle(code, steps));
    return in_order();
  }

 private:
  [[nodiscard]] Date from_of(const ImportRow& row) const {
    return input_.columns.is_of_units ? input_.day_of(row) : input_.request.effective_from.value_or(input_.today);
  }

  void gather(std::size_t index) {
    ImportRow& row = input_.rows[index];
    if (row.repeated || row.unit_code.empty() || row.unit_name.empty()) return;
    if (row.bad) {
      if (input_.counts(row)) of_bad_rows_.insert(row.unit_code);
      return;
    }
    UnitStep step{
        .row = index, .code = row.unit_code, .name = row.unit_name, .parent = {}, .from = from_of(row), .id = {}};
    if (!row.parent_unit_code.empty()) step.parent = row.parent_unit_code;
    std::vector<UnitStep>& steps = by_code_[row.unit_code];
    const auto same_day =
        std::find_if(steps.begin(), steps.end(), [&](const UnitStep& one) { return one.from == step.from; });
    if (same_day == steps.end()) return steps.push_back(std::move(step));
    if (same_day->name == step.name && same_day->parent == step.parent) return;
    const std::string line = std::to_string(input_.rows[same_day->row].line);
    const ImportField field = same_day->name == step.name ? ImportField::parent_unit_code : ImportField::unit_name;
    input_.findings.bad(row, Problem::other_unit, field,
                        field == ImportField::unit_name ? row.unit_name : row.parent_unit_code, line);
  }

  [[nodiscard]] bool is_in_file(const std::string& code) const {
    return by_code_.contains(code) || of_bad_rows_.contains(code);
  }

  /// Leaves steps out whose unit above is not there, and then those under them.
  Result<Done> check_parents() {
    for (bool again = true; again;) {
      again = false;
      for (auto& [code, steps] : by_code_) {
        for (const UnitStep& step : steps) {
          ImportRow& row = input_.rows[step.row];
          if (row.bad || !step.parent || is_in_file(*step.parent) || TRY(input_.records.unit(*step.parent))) continue;
          input_.findings.bad(row, Problem::unknown_parent, ImportField::parent_unit_code, *step.parent);
          again = true;
        }
        std::erase_if(steps, [&](const UnitStep& step) { return input_.rows[step.row].bad; });
      }
      std::erase_if(by_code_, [](const auto& entry) { return entry.second.empty(); });
    }
    return Done{};
  }

  /// The code above, as the file has it, else the records.
  Result<std::optional<std::string>> above(const std::string& code) {
    const auto found = by_code_.find(code);
    if (found == by_code_.end() || !input_.columns.has(ImportField::parent_unit_code)) {
      return input_.records.parent_of(code, input_.today);
    }
    return found->second.back().parent;
  }

  Result<Done> check_cycles() {
    for (auto& [code, steps] : by_code_) {
      std::optional<std::string> up = TRY(above(code));
      std::size_t depth = 0;
      for (; up && *up != code && depth < kDeepest; ++depth) up = TRY(above(*up));
      depth_[code] = depth;
      if (!up || *up != code) continue;
      ImportRow& row = input_.rows[steps.back().row];
      input_.findings.bad(row, Problem::unit_cycle, ImportField::parent_unit_code, steps.back().parent.value_or(""),
                          code);
    }
    std::erase_if(by_code_, [&](const auto& entry) { return input_.rows[entry.second.back().row].bad; });
    return Done{};
  }

  /// Which of the steps change something, and from when they can.
  Result<Done> settle(const std::string& code, std::vector<UnitStep>& steps) {
    std::sort(steps.begin(), steps.end(), [](const UnitStep& a, const UnitStep& b) { return a.from < b.from; });
    const KnownUnit* known = TRY(input_.records.unit(code));
    const bool parents_are_said = input_.columns.has(ImportField::parent_unit_code);
    std::string name;
    std::optional<std::string> parent;
    if (known && !known->history.empty()) {
      parent = TRY(input_.records.parent_of(code, input_.today));
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
      UnitStep& step = steps[i];
      if (known) {
        step.id = known->id;
        step.from = std::max(step.from, known->history.front().begin);
        if (i == 0) {
          const people::UnitFrom* row = on_day(known->history, step.from);
          name = row ? row->name : "";
        }
      } else {
        step.id = people::UnitId{-(++made_)};
        if (i > 0) step.id = steps[0].id;
        if (i == 0) step.from = people::kFirstDay;
      }
      if (!parents_are_said) step.parent = parent;
      const bool is_new = !known && i == 0;
      step.change = is_new                                       ? Change::created
                    : name == step.name && parent == step.parent ? Change::same
                                                                 : Change::changed;
      name = step.name;
      parent = step.parent;
    }
    return Done{};
  }

  /// New units first, each behind the one above it; then what changes, by day.
  Result<std::vector<UnitStep>> in_order() {
    std::vector<UnitStep> ordered;
    for (auto& [code, steps] : by_code_) std::move(steps.begin(), steps.end(), std::back_inserter(ordered));
    const auto place = [&](const UnitStep& step) {
      return std::tuple{step.change == Change::created ? 0 : 1, step.change == Change::created ? Date{} : step.from,
                        depth_.at(step.code)};
    };
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const UnitStep& a, const UnitStep& b) { return place(a) < place(b); });
    std::map<std::string, Date> begins;
    for (UnitStep& step : ordered) {
      if (step.change != Change::created) continue;
      if (step.parent) step.from = std::max(step.from, TRY(begin_of(*step.parent, begins)));
      begins[step.code] = step.from;
    }
    return ordered;
  }

  Result<Date> begin_of(const std::string& code, const std::map<std::string, Date>& begins) {
    if (const auto made = begins.find(code); made != begins.end()) return made->second;
    const KnownUnit* known = TRY(input_.records.unit(code));
    return known && !known->history.empty() ? known->history.front().begin : people::kFirstDay;
  }

  static constexpr std::size_t kDeepest = 1000;  // no organisation is deeper; ends the climb in a cycle above

  PlanInput& input_;
  std::map<std::string, std::vector<UnitStep>> by_code_;
  std::set<std::string> of_bad_rows_;
  std::map<std::string, std::size_t> depth_;
  std::int64_t made_ = 0;
};

}  // namespace

Result<std::vector<UnitStep>> plan_units(PlanInput& input) { return UnitPlanner{input}.plan(); }

UnitsOfPlan::UnitsOfPlan(const std::vector<UnitStep>& steps, Records& records, bool bad_rows_count,
                         const PlanInput& input)
    : steps_(steps), records_(records) {
  for (std::size_t i = 0; i < steps.size(); ++i) first_step_.try_emplace(steps[i].code, i);
  if (!bad_rows_count) return;
  for (const ImportRow& row : input.rows) {
    if (row.bad && !row.unit_name.empty()) of_bad_rows_.insert(row.unit_code);
  }
}

Result<std::optional<people::UnitId>> UnitsOfPlan::on(const std::string& code, Date day) {
  const KnownUnit* known = TRY(records_.unit(code));
  if (known && on_day(known->history, day)) return std::optional{known->id};
  const auto found = first_step_.find(code);
  if (found != first_step_.end()) {
    const UnitStep& step = steps_[found->second];
    return step.from <= day ? std::optional{step.id} : std::nullopt;
  }
  // Comes with a row that is bad for a reason of its own, which is told; this row is not to blame.
  if (of_bad_rows_.contains(code)) return std::optional{people::UnitId{-1'000'000'000}};
  return std::optional<people::UnitId>{};
}

}  // namespace collega::administration
