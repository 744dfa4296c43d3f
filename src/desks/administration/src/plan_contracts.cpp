#include <algorithm>
#include <cmath>

#include "plan.h"

namespace collega::administration {
namespace {

using people::Change;
using people::Contract;
using people::ContractEntry;
using people::ContractKind;
using people::Terms;
using people::TermsFrom;

/// The number of somebody's only employment, where a file has none.
constexpr std::string_view kOnlyEmployment = "1";
/// Shares are written with two decimals, so hours that follow from one may differ by half a hundredth of full time.
constexpr double kShareRounding = 0.006;

/// Behind every day that a file may name.
constexpr Date kLastDay{std::chrono::year{9999} / 12 / 31};

bool is_in_service(const Contract& contract, Date day) {
  return contract.entry.begin <= day && (!contract.entry.end || day < *contract.entry.end);
}

bool overlap(const ContractEntry& a, const ContractEntry& b) {
  return (!a.end || b.begin < *a.end) && (!b.end || a.begin < *b.end);
}

FieldSet fields_of_contract(const Columns& columns) {
  FieldSet set;
  for (const ImportField field :
       {ImportField::contract_kind, ImportField::contract_begin, ImportField::contract_end, ImportField::hours_per_week,
        ImportField::full_time_hours, ImportField::fte, ImportField::function, ImportField::position_code,
        ImportField::scale, ImportField::step, ImportField::wage, ImportField::wage_per, ImportField::unit_code}) {
    set.set(at(field));
  }
  for (const Constant& constant : columns.constants) set.reset(at(constant.field));
  return set;
}

/// The contracts of one person as they come to be, row by row.
class ContractPlanner {
 public:
  ContractPlanner(PlanInput& input, const KnownPerson* known, UnitsOfPlan& units)
      : input_(input), units_(units), own_fields_(fields_of_contract(input.columns)) {
    if (known) contracts_ = known->contracts;
  }

  Result<Done> add(std::size_t index) {
    row_ = &input_.rows[index];
    index_ = index;
    if ((row_->given & own_fields_).none()) return Done{};
    Contract* contract = find();
    if (!contract && !row_->begin) {
      return refuse(Problem::missing, ImportField::contract_begin);
    }
    return contract ? change(*contract) : create();
  }

  [[nodiscard]] std::vector<ContractStep> steps() && { return std::move(steps_); }

 private:
  Result<Done> refuse(Problem problem, ImportField field, std::string_view value = {}, std::string about = {}) {
    if (!row_->is_broken(field)) input_.findings.bad(*row_, problem, field, value, std::move(about));
    return Done{};
  }

  [[nodiscard]] std::string number() const {
    return row_->employment_number.empty() ? std::string{kOnlyEmployment} : row_->employment_number;
  }

  /// The contract that the row is about: with its number and begin; without a number the one with that begin; without a
  /// begin the one that runs on the day.
  Contract* find() {
    Contract* found = nullptr;
    for (Contract& one : contracts_) {
      const bool numbered = !row_->employment_number.empty();
      if (numbered && one.entry.employment_number != row_->employment_number) continue;
      if (row_->begin ? one.entry.begin != *row_->begin : !is_in_service(one, input_.day_of(*row_))) continue;
      if (!found || one.entry.employment_number == kOnlyEmployment) found = &one;
    }
    return found;
  }

  /// Kind and end; false when the row is refused.
  bool take_entry(ContractEntry& entry, bool is_new) {
    if (row_->last_day) entry.end = people::end_after(*row_->last_day);
    if (row_->says_none(ImportField::contract_end)) entry.end.reset();
    if (row_->kind) {
      entry.kind = *row_->kind;
    } else if (is_new && input_.columns.has(ImportField::contract_kind)) {
      (void)refuse(Problem::missing, ImportField::contract_kind);
    } else if (is_new) {
      entry.kind = entry.end ? ContractKind::temporary : ContractKind::permanent;
    }
    if (entry.end && *entry.end <= entry.begin) {
      (void)refuse(Problem::end_before_begin, ImportField::contract_end,
                   to_string(people::last_day_before(*entry.end)));
    }
    for (const Contract& other : contracts_) {
      if (other.entry.begin == entry.begin && other.entry.employment_number == entry.employment_number) continue;
      if (other.entry.employment_number != entry.employment_number || !overlap(other.entry, entry)) continue;
      (void)refuse(Problem::contract_overlaps, ImportField::contract_begin, to_string(entry.begin),
                   to_string(other.entry.begin));
    }
    return !row_->bad;
  }

  void take_hours(Terms& terms, bool is_new, ContractKind kind) {
    if (row_->full_time_minutes) terms.full_time_minutes = *row_->full_time_minutes;
    const double by_share = row_->share.value_or(0) * terms.full_time_minutes;
    if (row_->minutes) terms.minutes_per_week = *row_->minutes;
    if (row_->share && !row_->minutes) terms.minutes_per_week = static_cast<int>(std::lround(by_share));
    if (terms.minutes_per_week > people::kMostMinutes) (void)refuse(Problem::too_high, ImportField::fte);
    const bool without_hours =
        kind == ContractKind::on_call || kind == ContractKind::hired_in || kind == ContractKind::volunteer;
    if (is_new && !row_->minutes && !row_->share && !without_hours)
      (void)refuse(Problem::missing, ImportField::hours_per_week);
    if (!row_->minutes || !row_->share) return;
    if (std::abs(by_share - *row_->minutes) > kShareRounding * terms.full_time_minutes + 1) {
      (void)refuse(Problem::hours_disagree, ImportField::fte, std::to_string(*row_->share),
                   std::to_string(*row_->minutes / 60.0).substr(0, 5));
    }
  }

  void take_text(std::string& to, const std::string& from, ImportField field) const {
    if (row_->has(field)) to = from;
    if (row_->says_none(field)) to.clear();
  }

  Result<Done> take_unit(Terms& terms, Date from, bool is_new) {
    if (row_->unit_code.empty()) {
      if (is_new) return refuse(Problem::missing, ImportField::unit_code);
      return Done{};
    }
    const auto unit = TRY(units_.on(row_->unit_code, from));
    if (!unit) return refuse(Problem::unknown_unit, ImportField::unit_code, row_->unit_code, to_string(from));
    terms.unit = *unit;
    return Done{};
  }

  Result<Done> take_terms(Terms& terms, Date from, bool is_new, ContractKind kind) {
    take_hours(terms, is_new, kind);
    take_text(terms.function, row_->function, ImportField::function);
    take_text(terms.scale, row_->scale, ImportField::scale);
    take_text(terms.step, row_->step, ImportField::step);
    if (row_->wage) terms.wage = row_->wage;
    if (row_->says_none(ImportField::wage)) terms.wage.reset();
    if (row_->wage_per) terms.wage_per = *row_->wage_per;
    TRY(take_unit(terms, from, is_new));
    if (row_->position_code.empty()) return Done{};
    const auto position = TRY(input_.records.position(row_->position_code));
    if (!position) return refuse(Problem::unknown_position, ImportField::position_code, row_->position_code);
    terms.position = position;
    return Done{};
  }

  Result<Done> create() {
    Contract made;
    made.entry = {.person = {}, .employment_number = number(), .kind = {}, .begin = *row_->begin, .end = {}};
    Terms terms;
    take_entry(made.entry, true);
    TRY(take_terms(terms, made.entry.begin, true, made.entry.kind));
    if (row_->bad) return Done{};
    made.terms = {{.begin = made.entry.begin, .end = made.entry.end, .terms = terms}};
    steps_.push_back({index_, made.entry, terms, made.entry.begin, Change::created});
    contracts_.push_back(std::move(made));
    return Done{};
  }

  Result<Done> change(Contract& contract) {
    ContractEntry entry = contract.entry;
    if (!take_entry(entry, false)) return Done{};
    const Date last = entry.end ? people::last_day_before(*entry.end) : kLastDay;
    const Date wanted = input_.day_of(*row_);
    if (row_->from && (wanted < entry.begin || wanted > last)) {
      return refuse(Problem::outside_contract, ImportField::effective_from, to_string(wanted), to_string(entry.begin));
    }
    const Date from = std::clamp(wanted, entry.begin, last);
    const TermsFrom* before = terms_on(contract, from);
    Terms terms = before->terms;
    TRY(take_terms(terms, from, false, entry.kind));
    if (row_->bad) return Done{};
    const bool is_same = entry == contract.entry && terms == before->terms;
    steps_.push_back({index_, entry, terms, from, is_same ? Change::same : Change::changed});
    if (is_same) return Done{};
    contract.entry = entry;
    put_terms(contract, from, terms);
    return Done{};
  }

  static const TermsFrom* terms_on(const Contract& contract, Date day) {
    const TermsFrom* found = &contract.terms.front();
    for (const TermsFrom& one : contract.terms) {
      if (one.begin <= day) found = &one;
    }
    return found;
  }

  /// As the records will have it: what stood from that day on goes, unless that day says the same already.
  static void put_terms(Contract& contract, Date from, const Terms& terms) {
    if (terms_on(contract, from)->terms == terms) return;
    std::erase_if(contract.terms, [&](const TermsFrom& one) { return one.begin >= from; });
    contract.terms.push_back({.begin = from, .end = contract.entry.end, .terms = terms});
  }

  PlanInput& input_;
  UnitsOfPlan& units_;
  FieldSet own_fields_;
  std::vector<Contract> contracts_;
  std::vector<ContractStep> steps_;
  ImportRow* row_ = nullptr;
  std::size_t index_ = 0;
};

}  // namespace

Result<std::vector<ContractStep>> plan_contracts(PlanInput& input, const std::vector<std::size_t>& rows,
                                                 const KnownPerson* known, UnitsOfPlan& units) {
  std::vector<std::size_t> by_day = rows;
  std::stable_sort(by_day.begin(), by_day.end(), [&](std::size_t a, std::size_t b) {
    const ImportRow& x = input.rows[a];
    const ImportRow& y = input.rows[b];
    return std::pair{x.begin.value_or(Date{}), x.from.value_or(Date{})} <
           std::pair{y.begin.value_or(Date{}), y.from.value_or(Date{})};
  });
  ContractPlanner planner{input, known, units};
  for (const std::size_t row : by_day) TRY(planner.add(row));
  return std::move(planner).steps();
}

}  // namespace collega::administration
