#pragma once

// People, contracts and units from a table.
//
//   table + mapping  →  rows  →  plan (what would be new, changed, the same; what is wrong with which row)  →  records
//
// A dry run stops at the plan, which is made by reading only: nobody waits for it, and the import makes the very same
// one before it writes. A file whose mapping has no personnel_number is one of units: a row is a unit. In any other
// file a row is a person with, where the file has it, one contract, its terms, unit and manager: they come in together
// or not at all.
//
// What a file does not say stays as it is. A corrected name or address takes the place of the old one; other hours,
// pay, function or unit are new terms from the day that the row is true from.
//
// Rows of one key with different days are a history. Who somebody is, is told by the rows of the latest day that has
// come (records keep one name a person); a unit gets each of its names and places from the first row that has it. Only
// rows of the same day that differ contradict each other.

#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "collega/administration/mapping.h"
#include "collega/base/date.h"
#include "collega/base/moment.h"
#include "collega/documents/table.h"
#include "collega/people/person.h"
#include "collega/store/store.h"

namespace collega::administration {

[[nodiscard]] std::vector<store::Migration> migrations();

struct ImportRun;
using ImportRunId = Id<ImportRun>;

/// Told now and then how many of how many rows are done. Not called after the last.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

enum class OnBadRows { all_or_nothing, skip_bad_rows };
BOOST_DESCRIBE_ENUM(OnBadRows, all_or_nothing, skip_bad_rows)

/// What an empty cell says in a field whose emptiness by itself says nothing (FieldInfo::empty): keep what is known, or
/// clear it. BSN and IBAN are never cleared by an empty cell.
enum class EmptyCells { keep, clear };
BOOST_DESCRIBE_ENUM(EmptyCells, keep, clear)

/// How a file is taken.
struct ImportChoices {
  std::string source = "payroll";  ///< whose people these are: who left is looked for among those of the same source
  OnBadRows on_bad_rows = OnBadRows::all_or_nothing;
  EmptyCells empty_cells = EmptyCells::keep;
  std::optional<Date> effective_from = {};     ///< for rows without a day of their own; absent: today
  std::optional<Date> absent_left_after = {};  ///< who is absent from the file has this last day in service; absent:
                                               ///< who left is reported only
  double most_left_percent = 5;  ///< more of the source's people gone than this: refused, unless confirmed
  bool many_left_confirmed = false;

  bool operator==(const ImportChoices&) const = default;
};

struct ImportRequest : ImportChoices {
  Mapping mapping;
  std::string file_name;    ///< for the list of imports
  std::string file_digest;  ///< of its bytes (SHA-256), where the caller has them

  bool operator==(const ImportRequest&) const = default;
};

/// What can be wrong with a cell or a row. The reasons for people are in messages/ under "problem.<name>".
enum class Problem {
  // a cell
  missing,
  not_a_date,
  no_such_day,
  date_out_of_range,
  two_digit_year,
  not_a_number,
  too_low,
  too_high,
  unknown_word,
  bad_key,
  mangled_by_excel,
  bad_bsn,
  bad_iban,
  bad_email,
  bad_phone,
  bad_postcode,
  bad_country,
  too_long,
  control_character,
  broken_letters,
  formula_error,
  formula_text,
  // a row
  too_few_columns,
  too_many_columns,
  stray_quote,
  row_twice,
  other_person,
  other_unit,
  bsn_twice,
  bsn_of_another,
  end_before_begin,
  begin_before_birth,
  born_in_future,
  contract_overlaps,
  outside_contract,
  hours_disagree,
  unknown_unit,
  unknown_parent,
  unit_cycle,
  unknown_position,
  unknown_manager,
  own_manager,
  manager_cycle,
  refused_by_records,
  // notices: the row comes in
  bsn_zero_added,
  same_row_again,
  letters_may_be_wrong,
  name_on_other_day,
  unit_on_other_day
};
BOOST_DESCRIBE_ENUM(Problem, missing, not_a_date, no_such_day, date_out_of_range, two_digit_year, not_a_number, too_low,
                    too_high, unknown_word, bad_key, mangled_by_excel, bad_bsn, bad_iban, bad_email, bad_phone,
                    bad_postcode, bad_country, too_long, control_character, broken_letters, formula_error, formula_text,
                    too_few_columns, too_many_columns, stray_quote, row_twice, other_person, other_unit, bsn_twice,
                    bsn_of_another, end_before_begin, begin_before_birth, born_in_future, contract_overlaps,
                    outside_contract, hours_disagree, unknown_unit, unknown_parent, unit_cycle, unknown_position,
                    unknown_manager, own_manager, manager_cycle, refused_by_records, bsn_zero_added, same_row_again,
                    letters_may_be_wrong, name_on_other_day, unit_on_other_day)

/// One thing that is wrong, or worth a look, on one line of the file.
struct RowFinding {
  std::size_t line = 0;  ///< of the file, from 1; 0: the whole file
  std::string column;    ///< header of the column; empty: the row as a whole, or a constant
  std::optional<ImportField> field = {};
  std::string value;  ///< at most kShownValue letters; of BSN and IBAN the last three
  Problem problem = Problem::missing;
  std::string about;  ///< what it hangs on: another line, a code
  std::string reason_nl;
  std::string reason_en;

  bool operator==(const RowFinding&) const = default;
};
BOOST_DESCRIBE_STRUCT(RowFinding, (), (line, column, field, value, problem, about, reason_nl, reason_en))
constexpr std::size_t kShownValue = 60;

struct ImportCounts {
  std::int64_t created = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;

  bool operator==(const ImportCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(ImportCounts, (), (created, changed, same))

/// Somebody of the same source, in service, whom the file does not name.
struct Absent {
  people::PersonId person;
  std::string personnel_number;
  std::string name;

  bool operator==(const Absent&) const = default;
};
BOOST_DESCRIBE_STRUCT(Absent, (), (person, personnel_number, name))

/// What became of a file, but for what is wrong with it.
struct ImportSummary {
  bool imported = false;
  std::optional<ImportRunId> run = {};
  std::int64_t rows = 0;
  std::int64_t good_rows = 0;
  std::int64_t bad_rows = 0;
  ImportCounts people;
  ImportCounts contracts;
  ImportCounts units;
  ImportCounts managers;
  std::vector<Absent> left;    ///< by personnel number
  bool too_many_left = false;  ///< an import that ends their contracts would be refused

  bool operator==(const ImportSummary&) const = default;
};

struct ImportReport : ImportSummary {
  std::vector<RowFinding> bad;      ///< by line: each cell that is wrong, or, where all cells of a row are right,
                                    ///< what does not fit other rows or the records
  std::vector<RowFinding> notices;  ///< by line

  bool operator==(const ImportReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(ImportReport, (),
                      (imported, run, rows, good_rows, bad_rows, people, contracts, units, managers, bad, notices, left,
                       too_many_left))

/// What an import would do; changes nothing. In the counts are the good rows. 50,000 rows in 5 s on SQLite. Errors:
/// import_mapping_misfit (a column of the mapping is not in the file, in `where`), import_column_missing (a field
/// without which nothing can be imported), import_field_twice, import_bad_constant.
[[nodiscard]] Result<ImportReport> dry_run_import(store::ReadTransaction& read, const documents::Table& table,
                                                  const ImportRequest& request, Date today,
                                                  const Progress& progress = {});

/// Imports the good rows. With bad rows and all_or_nothing, or with too many left, `imported` is false and the
/// transaction is as it was. 50,000 rows in 10 s on SQLite. Errors: as dry_run_import.
Result<ImportReport> run_import(store::WriteTransaction& write, const documents::Table& table,
                                const ImportRequest& request, const std::string& account, Moment now, Date today,
                                const Progress& progress = {});

/// The reason of a finding, for a page that keeps findings without it.
[[nodiscard]] std::string reason_of(const RowFinding& finding, Language language);

/// Everything wrong, as a CSV that opens in a spreadsheet: line, column, value, code, reason.
[[nodiscard]] std::string findings_csv(const ImportReport& report, Language language);

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::RowFinding> {
  static constexpr Field rows[] = {
      {.name = "line", .meaning = {"regel in het bestand", "line of the file"}, .min = 0},
      {.name = "column", .meaning = {"kolom", "column"}},
      {.name = "field", .meaning = {"veld", "field"}},
      {.name = "value", .meaning = {"wat er staat", "what it says"}, .personal = Personal::ordinary},
      {.name = "problem", .meaning = {"wat eraan scheelt", "what is wrong"}},
      {.name = "about", .meaning = {"waar het mee samenhangt", "what it hangs on"}, .personal = Personal::ordinary},
      {.name = "reason_nl",
       .meaning = {"reden, in het Nederlands", "reason, in Dutch"},
       .personal = Personal::ordinary},
      {.name = "reason_en", .meaning = {"reden, in het Engels", "reason, in English"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::ImportCounts> {
  static constexpr Field rows[] = {
      {.name = "created", .meaning = {"nieuw", "new"}, .min = 0},
      {.name = "changed", .meaning = {"gewijzigd", "changed"}, .min = 0},
      {.name = "same", .meaning = {"gelijk", "the same"}, .min = 0},
  };
};

template <>
struct FieldTable<administration::Absent> {
  static constexpr Field rows[] = {
      {.name = "person", .meaning = {"medewerker", "employee"}, .personal = Personal::ordinary},
      {.name = "personnel_number", .meaning = {"personeelsnummer", "personnel number"}, .personal = Personal::ordinary},
      {.name = "name", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::ImportReport> {
  static constexpr Field rows[] = {
      {.name = "imported", .meaning = {"ingelezen", "imported"}},
      {.name = "run", .meaning = {"nummer van de import", "number of the import"}},
      {.name = "rows", .meaning = {"regels in het bestand", "rows in the file"}, .min = 0},
      {.name = "good_rows", .meaning = {"goede regels", "good rows"}, .min = 0},
      {.name = "bad_rows", .meaning = {"foute regels", "bad rows"}, .min = 0},
      {.name = "people", .meaning = {"mensen", "people"}},
      {.name = "contracts", .meaning = {"dienstverbanden", "contracts"}},
      {.name = "units", .meaning = {"afdelingen", "units"}},
      {.name = "managers", .meaning = {"leidinggevenden", "managers"}},
      {.name = "bad", .meaning = {"wat er fout is", "what is wrong"}, .personal = Personal::ordinary},
      {.name = "notices", .meaning = {"wat opviel", "what stood out"}, .personal = Personal::ordinary},
      {.name = "left",
       .meaning = {"niet meer in het bestand", "no longer in the file"},
       .personal = Personal::ordinary},
      {.name = "too_many_left", .meaning = {"meer weg dan mag", "more gone than may be"}},
  };
};

}  // namespace collega
