#pragma once

// Cells to rows: each cell read on its own, and nothing looked up yet.

#include <bitset>
#include <optional>
#include <string>
#include <vector>

#include "collega/administration/import.h"
#include "collega/people/contract.h"
#include "collega/people/person.h"
#include "columns.h"

namespace collega::administration {

using FieldSet = std::bitset<kImportFields>;
[[nodiscard]] constexpr std::size_t at(ImportField field) { return static_cast<std::size_t>(field); }

struct ImportRow {
  std::size_t line = 0;
  FieldSet given;   ///< with a value
  FieldSet none;    ///< said to be none: the empty cell of a field in which that says so
  FieldSet broken;  ///< with something that is no value
  bool bad = false;
  bool repeated = false;  ///< the very row that stood before it

  people::PersonEntry person;  ///< as far as given
  std::string house_number_addition;
  std::string employment_number;
  std::optional<people::ContractKind> kind;
  std::optional<Date> begin;
  std::optional<Date> last_day;
  std::optional<int> minutes;
  std::optional<int> full_time_minutes;
  std::optional<double> share;
  std::string function;
  std::string position_code;
  std::string scale;
  std::string step;
  std::optional<Money> wage;
  std::optional<people::WagePer> wage_per;
  std::string unit_code;
  std::string unit_name;
  std::string parent_unit_code;
  std::string manager;
  std::optional<Date> from;

  [[nodiscard]] bool has(ImportField field) const { return given[at(field)]; }
  [[nodiscard]] bool says_none(ImportField field) const { return none[at(field)]; }
  [[nodiscard]] bool is_broken(ImportField field) const { return broken[at(field)]; }
};

/// What was found, by line. A row with a finding that is no notice is bad.
class Findings {
 public:
  explicit Findings(const Columns& columns) : columns_(columns) {}

  void bad(ImportRow& row, Problem problem, std::optional<ImportField> field = {}, std::string_view value = {},
           std::string about = {});
  void notice(std::size_t line, Problem problem, std::optional<ImportField> field = {}, std::string_view value = {},
              std::string about = {});
  /// Those that make a row bad, and those that do not: by line, with their reasons. Empties this.
  void hand_over(ImportReport& report);
  [[nodiscard]] std::size_t count() const { return bad_.size(); }

 private:
  [[nodiscard]] RowFinding finding(std::size_t line, Problem problem, std::optional<ImportField> field,
                                   std::string_view value, std::string about) const;

  const Columns& columns_;
  std::vector<RowFinding> bad_;
  std::vector<RowFinding> notices_;
};

/// What is shown of a value: the last three of a BSN or IBAN, no control characters, and not more than fits.
[[nodiscard]] std::string shown(std::optional<ImportField> field, std::string_view value);

/// Error: import_bad_constant.
[[nodiscard]] Result<std::vector<ImportRow>> read_rows(const documents::Table& table, const Columns& columns,
                                                       const ImportRequest& request, Date today, Findings& findings);

}  // namespace collega::administration
