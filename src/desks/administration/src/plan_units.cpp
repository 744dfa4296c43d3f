#include <algorithm>
#include <map>

#include "plan.h"

namespace collega::administration {
namespace {

using people::Change;

/// A unit from a day on, as one or more rows have it.
struct Draft {
  UnitStep step;
  std::vector<std::size_t> rows;
  std::size_t depth = 0;  ///< on its first day
};

bool say_the_same(const UnitStep& a, const UnitStep& b) { return a.name == b.name && a.parent == b.parent; }

/// A unit through time by the codes of what is above it, as the records will have it.
class Course {
 public:
  explicit Course(const KnownUnit* known) {
    if (!known) return;
    for (std::size_t i = 0; i < known->history.size(); ++i) {
      places_.push_back({known->history[i].begin, known->history[i].end, known->history[i].name, known->parents[i]});
    }
  }

  [[nodiscard]] std::optional<std::string> last_parent() const {
    return places_.empty() ? std::optional<std::string>{} : places_.back().parent;
  }

  [[nodiscard]] bool says(const UnitStep& step, bool with_parent) const {
    const auto after =
        std::find_if(places_.begin(), places_.end(), [&](const Place& one) { return step.from < one.begin; });
    if (after == places_.begin()) return false;
    const Place& then = *std::prev(after);
    if (then.end && step.from >= *then.end) return false;
    return then.name == step.name && (!with_parent || then.parent == step.parent);
  }

  void put(const UnitStep& step) {
    std::erase_if(places_, [&](const Place& one) { return one.begin >= step.from; });
    places_.push_back({step.from, {}, step.name, step.parent});
  }

 private:
  struct Place {
    Date begin;
    std::optional<Date> end;
    std::string name;
    std::optional<std::string> parent;
  };

  std::vector<Place> places_;
};

/// The units of a file by code, each with its days.
class UnitPlanner {
 public:
  UnitPlanner(PlanInput& input, Plan& plan)
      : input_(input), plan_(plan), parents_are_said_(input.columns.has(ImportField::parent_unit_code)) {}

  Result<Done> plan() {
    for (std::size_t i = 0; i < input_.rows.size(); ++i) gather(i);
    for (auto& [code, days] : said_) TRY(line_up(code, days));
    TRY(check_parents());
    TRY(check_cycles());
    for (auto& [code, drafts] : by_code_) TRY(settle(code, drafts));
    return put_in_order();
  }

 private:
  void gather(std::size_t index) {
    ImportRow& row = input_.rows[index];
    if (row.repeated || row.unit_code.empty() || row.unit_name.empty()) return;
    if (row.bad) {
      if (input_.counts(row)) of_bad_rows_.insert(row.unit_code);
      return;
    }
    UnitStep step{
        .row = index, .code = row.unit_code, .name = row.unit_name, .parent = {}, .from = input_.day_of(row), .id = {}};
    if (!row.parent_unit_code.empty()) step.parent = row.parent_unit_code;
    Draft& same_day = said_[row.unit_code].try_emplace(step.from, Draft{step, {}}).first->second;
    if (say_the_same(same_day.step, step)) return same_day.rows.push_back(index);
    const std::string line = std::to_string(input_.rows[same_day.step.row].line);
    const ImportField field = same_day.step.name == step.name ? ImportField::parent_unit_code : ImportField::unit_name;
    input_.findings.bad(row, Problem::other_unit, field,
                        field == ImportField::unit_name ? row.unit_name : row.parent_unit_code, line);
  }

  /// In a file of people the day is that of somebody's hours or pay. That rows of other days say the same of the unit
  /// makes no history, and where all do it is so from the day of the import.
  Result<Done> line_up(const std::string& code, std::map<Date, Draft>& days) {
    std::vector<Draft>& drafts = by_code_[code];
    for (auto& [day, draft] : days) {
      if (input_.columns.is_of_units || drafts.empty() || !say_the_same(drafts.back().step, draft.step)) {
        drafts.push_back(std::move(draft));
      } else {
        drafts.back().rows.insert(drafts.back().rows.end(), draft.rows.begin(), draft.rows.end());
      }
    }
    if (!input_.columns.is_of_units && drafts.size() == 1) drafts.front().step.from = input_.reference_day();
    set_begin(TRY(input_.records.unit(code)), drafts);
    return Done{};
  }

  /// A new unit counts from the first day on, and no row makes a known one older.
  static void set_begin(const KnownUnit* known, std::vector<Draft>& drafts) {
    if (!known) drafts.front().step.from = people::kFirstDay;
    for (Draft& one : drafts) {
      if (known && !known->history.empty()) one.step.from = std::max(one.step.from, known->history.front().begin);
    }
  }

  [[nodiscard]] bool is_in_file(const std::string& code) const {
    return by_code_.contains(code) || of_bad_rows_.contains(code);
  }

  void refuse(const Draft& draft, Problem problem, const std::string& value, const std::string& about = {}) {
    for (const std::size_t row : draft.rows) {
      input_.findings.bad(input_.rows[row], problem, ImportField::parent_unit_code, value, about);
    }
  }

  void leave_out_refused() {
    for (auto& [code, drafts] : by_code_) {
      std::erase_if(drafts, [&](const Draft& one) { return input_.rows[one.step.row].bad; });
    }
    std::erase_if(by_code_, [](const auto& entry) { return entry.second.empty(); });
  }

  /// Leaves steps out whose unit above is not there, and then those under them.
  Result<Done> check_parents() {
    for (bool again = true; again;) {
      again = false;
      for (const auto& [code, drafts] : by_code_) {
        for (const Draft& one : drafts) {
          const std::optional<std::string>& parent = one.step.parent;
          if (!parent || is_in_file(*parent) || TRY(input_.records.unit(*parent))) continue;
          refuse(one, Problem::unknown_parent, *parent);
          again = true;
        }
      }
      leave_out_refused();
    }
    return Done{};
  }

  /// The code above on that day, as the file has it, else the records.
  Result<std::optional<std::string>> above(const std::string& code, Date day) {
    const auto found = by_code_.find(code);
    if (found != by_code_.end() && parents_are_said_) {
      const std::vector<Draft>& drafts = found->second;
      const auto after =
          std::find_if(drafts.begin(), drafts.end(), [&](const Draft& one) { return day < one.step.from; });
      if (after != drafts.begin()) return std::prev(after)->step.parent;
    }
    return input_.records.parent_of(code, day);
  }

  Result<Done> check_cycles() {
    for (auto& [code, drafts] : by_code_) {
      for (Draft& one : drafts) {
        std::optional<std::string> up = TRY(above(code, one.step.from));
        for (one.depth = 0; up && *up != code && one.depth < kDeepest; ++one.depth) {
          up = TRY(above(*up, one.step.from));
        }
        if (up && *up == code) refuse(one, Problem::unit_cycle, one.step.parent.value_or(""), code);
      }
    }
    leave_out_refused();
    return Done{};
  }

  /// Which of the steps change something.
  Result<Done> settle(const std::string& code, std::vector<Draft>& drafts) {
    const KnownUnit* known = TRY(input_.records.unit(code));
    set_begin(known, drafts);
    const people::UnitId id = known ? known->id : people::UnitId{-(++made_)};
    Course course{known};
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      UnitStep& step = drafts[i].step;
      step.id = id;
      if (!parents_are_said_) step.parent = course.last_parent();
      const bool is_new = !known && i == 0;
      step.change = is_new ? Change::created : course.says(step, parents_are_said_) ? Change::same : Change::changed;
      if (step.change == Change::same) continue;
      course.put(step);
      if (i > 0 && !input_.columns.is_of_units) tell_change(drafts[i - 1].step, step);
    }
    return Done{};
  }

  void tell_change(const UnitStep& before, const UnitStep& step) {
    const bool is_name = before.name != step.name;
    plan_.notices.push_back({.row = step.row,
                             .problem = Problem::unit_on_other_day,
                             .field = is_name ? ImportField::unit_name : ImportField::parent_unit_code,
                             .value = is_name ? step.name : step.parent.value_or(""),
                             .about = before.row});
  }

  /// New units first, each behind the one above it and no older; then what changes, by day.
  Result<Done> put_in_order() {
    std::vector<Draft> made;
    std::vector<Draft> others;
    for (auto& [code, drafts] : by_code_) {
      for (Draft& one : drafts) (one.step.change == Change::created ? made : others).push_back(std::move(one));
    }
    std::stable_sort(made.begin(), made.end(), [](const Draft& a, const Draft& b) { return a.depth < b.depth; });
    std::map<std::string, Date> begins;
    for (Draft& one : made) {
      if (one.step.parent) one.step.from = std::max(one.step.from, TRY(begin_of(*one.step.parent, begins)));
      begins[one.step.code] = one.step.from;
    }
    for (Draft& one : others) {
      if (begins.contains(one.step.code)) one.step.from = std::max(one.step.from, begins[one.step.code]);
    }
    std::stable_sort(others.begin(), others.end(), [](const Draft& a, const Draft& b) {
      return std::tie(a.step.from, a.depth) < std::tie(b.step.from, b.depth);
    });
    for (Draft& one : made) plan_.units.push_back(std::move(one.step));
    for (Draft& one : others) plan_.units.push_back(std::move(one.step));
    return Done{};
  }

  Result<Date> begin_of(const std::string& code, const std::map<std::string, Date>& begins) {
    if (const auto made = begins.find(code); made != begins.end()) return made->second;
    const KnownUnit* known = TRY(input_.records.unit(code));
    return known && !known->history.empty() ? known->history.front().begin : people::kFirstDay;
  }

  static constexpr std::size_t kDeepest = 1000;  // no organisation is deeper; ends the climb in a cycle above

  PlanInput& input_;
  Plan& plan_;
  const bool parents_are_said_;
  std::map<std::string, std::map<Date, Draft>> said_;
  std::map<std::string, std::vector<Draft>> by_code_;
  std::set<std::string> of_bad_rows_;
  std::int64_t made_ = 0;
};

}  // namespace

Result<Done> plan_units(PlanInput& input, Plan& plan) { return UnitPlanner{input, plan}.plan(); }

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
