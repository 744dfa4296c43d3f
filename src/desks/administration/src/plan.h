#pragma once

// What an import would do: made from the good rows and the records, by reading only.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "records.h"
#include "rows.h"
#include "ticker.h"

namespace collega::administration {

/// A unit that a plan makes has a number below zero until it is made: place -n in Plan::new_units.
struct UnitStep {
  std::size_t row = 0;
  std::string code;
  std::string name;
  std::optional<std::string> parent;
  Date from;
  people::UnitId id;
  people::Change change = people::Change::same;
};

struct ContractStep {
  std::size_t row = 0;
  people::ContractEntry entry;
  people::Terms terms;
  Date from;
  people::Change change = people::Change::same;
};

/// Somebody becomes manager of a person, or of a unit.
struct ManagerStep {
  std::size_t row = 0;
  std::string manager;
  Date from;
  std::optional<Date> end = {};  ///< where another is to follow already
  people::Change change = people::Change::same;
};

struct PersonStep {
  std::size_t row = 0;  ///< the first of this person
  people::PersonEntry entry;
  std::optional<people::PersonId> known;
  people::Change change = people::Change::same;
  std::vector<ContractStep> contracts;
  std::optional<ManagerStep> manager;

  [[nodiscard]] bool changes_nothing() const;
};

struct UnitManagerStep {
  std::string code;
  ManagerStep step;
};

/// Worth a look, but the row comes in.
struct PlanNotice {
  std::size_t row = 0;
  Problem problem = Problem::name_on_other_day;
  ImportField field = ImportField::surname;
  std::string value;
  std::size_t about = 0;  ///< another row
};

struct Plan {
  std::vector<UnitStep> units;  ///< in the order to do them
  std::vector<PersonStep> people;
  std::vector<UnitManagerStep> unit_managers;
  std::vector<Absent> left;
  std::vector<PlanNotice> notices;
  std::int64_t in_service = 0;  ///< of the source
};

/// What a plan is made from.
struct PlanInput {
  const documents::Table& table;
  const Columns& columns;
  const ImportRequest& request;
  Date today;
  std::vector<ImportRow>& rows;
  Findings& findings;
  Records& records;

  [[nodiscard]] Date day_of(const ImportRow& row) const { return row.from ? *row.from : reference_day(); }
  /// Up to this day a row has come true; a later one is of what is planned.
  [[nodiscard]] Date reference_day() const { return request.effective_from.value_or(today); }
  /// Whether what this row brings will be there: with all_or_nothing only a file without bad rows comes in, and then it
  /// is.
  [[nodiscard]] bool counts(const ImportRow& row) const {
    return !row.bad || request.on_bad_rows == OnBadRows::all_or_nothing;
  }
};

/// Rows that do not go together: the same contract twice, two people under one number, a BSN of two people.
Result<Done> check_rows_together(PlanInput& input);

/// Rows that turn out bad meanwhile are left out of it, so it is to be made again until there are none.
[[nodiscard]] Result<Plan> make_plan(PlanInput& input, Ticker& ticker);

/// The parts of make_plan.
Result<Done> plan_units(PlanInput& input, Plan& plan);
class UnitsOfPlan;
[[nodiscard]] Result<std::vector<ContractStep>> plan_contracts(PlanInput& input, const std::vector<std::size_t>& rows,
                                                               const KnownPerson* known, UnitsOfPlan& units);
Result<Done> find_who_left(store::ReadTransaction& read, const PlanInput& input, Plan& plan);

/// Which units there will be, and from when.
class UnitsOfPlan {
 public:
  UnitsOfPlan(const std::vector<UnitStep>& steps, Records& records, bool bad_rows_count, const PlanInput& input);

  /// Nothing when there will be no such unit on that day.
  [[nodiscard]] Result<std::optional<people::UnitId>> on(const std::string& code, Date day);

 private:
  const std::vector<UnitStep>& steps_;
  Records& records_;
  std::unordered_map<std::string, std::size_t> first_step_;
  std::set<std::string> of_bad_rows_;  // units that come only with rows that are bad
};

}  // namespace collega::administration
