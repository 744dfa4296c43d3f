#pragma once

// Which column of a file is which field. A mapping is proposed with reasons, changed and confirmed by a person, and
// remembered, so that the same layout maps itself the next time.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/administration/fields.h"
#include "collega/base/moment.h"
#include "collega/documents/table.h"
#include "collega/store/store.h"

namespace collega::administration {

/// automatic: yyyy-mm-dd, dd-mm-yyyy (also with / or .), yyyymmdd and the day numbers of Excel. The others take their
/// own order and what cannot be mistaken (yyyy-mm-dd).
enum class DateForm { automatic, day_month_year, month_day_year, year_month_day, day_number };
BOOST_DESCRIBE_ENUM(DateForm, automatic, day_month_year, month_day_year, year_month_day, day_number)

/// automatic: of a single mark with three digits behind it, that mark parts thousands.
enum class DecimalMark { automatic, comma, point };
BOOST_DESCRIBE_ENUM(DecimalMark, automatic, comma, point)

struct MappedColumn {
  std::string header;  ///< as it stands in the file
  ImportField field = ImportField::personnel_number;
  DateForm dates = DateForm::automatic;
  DecimalMark decimals = DecimalMark::automatic;
  int occurrence = 1;  ///< of columns with the same header: the first, the second

  bool operator==(const MappedColumn&) const = default;
};
BOOST_DESCRIBE_STRUCT(MappedColumn, (), (header, field, dates, decimals, occurrence))

/// A field that is the same for each row, for want of a column: full_time_hours = 36.
struct Constant {
  ImportField field = ImportField::full_time_hours;
  std::string value;

  bool operator==(const Constant&) const = default;
};
BOOST_DESCRIBE_STRUCT(Constant, (), (field, value))

/// The organisation's own word for a value: contract_kind "ONB" = permanent.
struct OwnWord {
  ImportField field = ImportField::contract_kind;
  std::string text;
  std::string value;

  bool operator==(const OwnWord&) const = default;
};
BOOST_DESCRIBE_STRUCT(OwnWord, (), (field, text, value))

/// Columns that are not named are not read.
struct Mapping {
  std::string name;
  std::vector<MappedColumn> columns;
  std::vector<Constant> constants = {};
  std::vector<OwnWord> words = {};

  bool operator==(const Mapping&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mapping, (), (name, columns, constants, words))

/// Why a column is taken for a field.
enum class MappingGround { remembered, ready_mapping, name_equal, name_alike, content };
BOOST_DESCRIBE_ENUM(MappingGround, remembered, ready_mapping, name_equal, name_alike, content)

struct ColumnProposal {
  std::string header;
  int column = 1;                         ///< in the file, from 1
  std::optional<ImportField> field = {};  ///< absent: not recognised, or another column fits better
  double confidence = 0;                  ///< 0 to 1
  std::optional<MappingGround> ground = {};
  std::string why_nl = {};  ///< "de inhoud doorstaat de elfproef (18 van 18)"
  std::string why_en = {};

  bool operator==(const ColumnProposal&) const = default;
};
BOOST_DESCRIBE_STRUCT(ColumnProposal, (), (header, column, field, confidence, ground, why_nl, why_en))

struct MappingProposal {
  Mapping mapping;
  std::vector<ColumnProposal> columns;  ///< each column of the file, in its order
  std::vector<ImportField> missing;     ///< without these nothing can be imported
  std::string header_digest;            ///< by which the layout is known again
  bool remembered = false;              ///< somebody confirmed this layout before
  std::string ready_mapping;            ///< the ready mapping that fits; empty: none

  bool operator==(const MappingProposal&) const = default;
};
BOOST_DESCRIBE_STRUCT(MappingProposal, (), (mapping, columns, missing, header_digest, remembered, ready_mapping))

/// What was confirmed for this layout before; else the ready mapping of which most columns are there; else by name and
/// content of the columns. Looks at `kSampleRows` rows. Never fails on a strange file: it just recognises less.
[[nodiscard]] Result<MappingProposal> propose_mapping(store::ReadTransaction& read, const documents::Table& table);
constexpr std::size_t kSampleRows = 200;

/// The same layout gives the same digest: the names of the columns in their order, whatever their case.
[[nodiscard]] std::string digest_of_header(const std::vector<std::string>& header);

/// Remembers `mapping` for files with this header; one of the same header or the same name is replaced. Errors:
/// missing_member (name), import_mapping_misfit, import_field_twice, import_column_missing.
Result<Done> remember_mapping(store::WriteTransaction& write, const std::vector<std::string>& header,
                              const Mapping& mapping, Moment now);
[[nodiscard]] Result<std::vector<Mapping>> remembered_mappings(store::ReadTransaction& read);
/// Error: unknown_value.
Result<Done> forget_mapping(store::WriteTransaction& write, const std::string& name);

/// Starting points for the exports of common Dutch payroll systems (data/mappings): their usual field names, not
/// verified against any one version or layout.
[[nodiscard]] const std::vector<Mapping>& ready_mappings();

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::MappedColumn> {
  static constexpr Field rows[] = {
      {.name = "header", .meaning = {"kop van de kolom", "header of the column"}},
      {.name = "field", .meaning = {"veld", "field"}},
      {.name = "dates", .meaning = {"volgorde van dag en maand", "order of day and month"}, .has_default = true},
      {.name = "decimals",
       .meaning = {"komma of punt voor de decimalen", "comma or point before decimals"},
       .has_default = true},
      {.name = "occurrence",
       .meaning = {"de hoeveelste kolom met deze kop", "which of the columns with this header"},
       .min = 1,
       .has_default = true},
  };
};

template <>
struct FieldTable<administration::Constant> {
  static constexpr Field rows[] = {
      {.name = "field", .meaning = {"veld", "field"}},
      {.name = "value", .meaning = {"waarde voor elke regel", "value for each row"}},
  };
};

template <>
struct FieldTable<administration::OwnWord> {
  static constexpr Field rows[] = {
      {.name = "field", .meaning = {"veld", "field"}},
      {.name = "text", .meaning = {"zoals het in het bestand staat", "as it stands in the file"}},
      {.name = "value", .meaning = {"wat het betekent", "what it means"}},
  };
};

template <>
struct FieldTable<administration::Mapping> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"naam van de koppeling", "name of the mapping"}},
      {.name = "columns", .meaning = {"welke kolom welk veld is", "which column is which field"}},
      {.name = "constants", .meaning = {"vaste waarden", "constants"}, .has_default = true},
      {.name = "words", .meaning = {"eigen woorden voor waarden", "own words for values"}, .has_default = true},
  };
};

template <>
struct FieldTable<administration::ColumnProposal> {
  static constexpr Field rows[] = {
      {.name = "header", .meaning = {"kop van de kolom", "header of the column"}},
      {.name = "column", .meaning = {"de hoeveelste kolom", "which column"}, .min = 1},
      {.name = "field", .meaning = {"voorgesteld veld", "proposed field"}},
      {.name = "confidence",
       .meaning = {"zekerheid van het voorstel", "confidence of the proposal"},
       .min = 0,
       .max = 1},
      {.name = "ground", .meaning = {"grond van het voorstel", "ground of the proposal"}},
      {.name = "why_nl", .meaning = {"waarom, in het Nederlands", "why, in Dutch"}},
      {.name = "why_en", .meaning = {"waarom, in het Engels", "why, in English"}},
  };
};

template <>
struct FieldTable<administration::MappingProposal> {
  static constexpr Field rows[] = {
      {.name = "mapping", .meaning = {"voorgestelde koppeling", "proposed mapping"}},
      {.name = "columns", .meaning = {"de kolommen van het bestand", "the columns of the file"}},
      {.name = "missing", .meaning = {"velden die nog nodig zijn", "fields that are still needed"}},
      {.name = "header_digest", .meaning = {"kenmerk van de indeling", "digest of the layout"}},
      {.name = "remembered", .meaning = {"eerder bevestigd", "confirmed before"}},
      {.name = "ready_mapping", .meaning = {"kant-en-klare koppeling die past", "ready mapping that fits"}},
  };
};

}  // namespace collega
