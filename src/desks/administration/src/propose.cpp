#include <algorithm>
#include <array>
#include <map>

#include "collega/administration/mapping.h"
#include "collega/base/digest.h"
#include "column_content.h"
#include "mapping_store.h"
#include "texts.h"
#include "values.h"
#include "words.h"

namespace collega::administration {
namespace {

// How sure a ground makes: a person confirmed it, the name is the field's own, one that files use, one with a word
// more, or the cells look like it. Below a name, because an IBAN may be of the employer.
constexpr double kRemembered = 1.0;
constexpr double kOwnName = 0.98;
constexpr double kKnownName = 0.9;
constexpr double kNameAlike = 0.6;
constexpr double kContent = 0.5;
/// A shorter name stands in too many others: "nr", "land" in "landelijk".
constexpr std::size_t kShortestAlike = 5;
/// The share of the file's columns that a ready mapping must know, and how many at the least: a file of three columns
/// is everybody's.
constexpr double kReadyShare = 0.6;
constexpr std::size_t kReadyFewest = 6;

std::vector<std::string_view> sample(const documents::Table& table, std::size_t column) {
  std::vector<std::string_view> cells;
  for (std::size_t i = 0; i < table.rows.size() && i < kSampleRows; ++i) {
    const auto& row = table.rows[i].cells;
    const std::string_view cell = column < row.size() ? trimmed_cell(row[column]) : std::string_view{};
    if (!cell.empty()) cells.push_back(cell);
  }
  return cells;
}

void give(ColumnProposal& column, ImportField field, double confidence, MappingGround ground, std::string_view key,
          const std::string& a = {}, const std::string& b = {}) {
  column.field = field;
  column.confidence = confidence;
  column.ground = ground;
  column.why_nl = texts(Language::nl)(key, a, b);
  column.why_en = texts(Language::en)(key, a, b);
}

void propose_by_name(ColumnProposal& column) {
  const std::string name = plain_name(column.header);
  if (name.empty()) return;
  for (const FieldInfo& info : import_fields()) {
    const auto found = std::find(info.names.begin(), info.names.end(), name);
    if (found == info.names.end()) continue;
    const double confidence = found - info.names.begin() < 3 ? kOwnName : kKnownName;  // field, nl, en come first
    if (confidence > column.confidence)
      give(column, info.field, confidence, MappingGround::name_equal, "why.name_equal");
  }
  if (column.field) return;
  std::size_t longest = 0;
  for (const FieldInfo& info : import_fields()) {
    for (const std::string& known : info.names) {
      if (known.size() < kShortestAlike || known.size() <= longest || name.find(known) == std::string::npos) continue;
      longest = known.size();
      give(column, info.field, kNameAlike, MappingGround::name_alike, "why.name_alike", known);
    }
  }
}

void propose_by_content(ColumnProposal& column, const std::vector<std::string_view>& cells) {
  const auto like = likeness_of(cells);
  if (!like || (column.field && column.confidence >= kContent)) return;
  give(column, like->field, kContent, MappingGround::content, "why.content_" + std::string{name_of(like->field)},
       std::to_string(like->fitting), std::to_string(like->filled));
}

/// A column that was named an e-mail address, and holds none, is none.
void doubt(ColumnProposal& column, const std::vector<std::string_view>& cells) {
  if (!column.field || cells.empty()) return;
  const FieldShape shape = info_of(*column.field).shape;
  const bool is_day = shape == FieldShape::date;
  const auto fits = [&](std::string_view cell) {
    if (is_day)
      return !std::holds_alternative<Problem>(read_day(cell, DateForm::automatic)) ||
             !std::holds_alternative<Problem>(read_day(cell, DateForm::month_day_year)) ||
             says_no_end(cell, DateForm::automatic);
    if (shape == FieldShape::hours) return !std::holds_alternative<Problem>(read_hours(cell, DecimalMark::automatic));
    if (shape == FieldShape::amount) return !std::holds_alternative<Problem>(read_amount(cell, DecimalMark::automatic));
    return true;
  };
  if (std::none_of(cells.begin(), cells.end(), fits)) column = {.header = column.header, .column = column.column};
}

/// One column a field: the surest, of equals the first.
void settle(std::vector<ColumnProposal>& columns) {
  std::array<ColumnProposal*, kImportFields> best{};
  for (ColumnProposal& column : columns) {
    if (!column.field) continue;
    ColumnProposal*& holder = best[static_cast<std::size_t>(*column.field)];
    ColumnProposal* loser = &column;
    if (!holder || column.confidence > holder->confidence) std::swap(holder, loser);
    if (loser) *loser = {.header = loser->header, .column = loser->column};
  }
}

/// Puts the columns of `mapping` on those of the file; gives how many it found.
std::size_t lay(const Mapping& mapping, std::vector<ColumnProposal>& columns, MappingGround ground, double confidence,
                std::string_view key) {
  std::size_t found = 0;
  std::array<bool, kImportFields> taken{};
  for (const MappedColumn& mapped : mapping.columns) {
    int occurrence = 0;
    bool& is_taken = taken[static_cast<std::size_t>(mapped.field)];
    for (ColumnProposal& column : columns) {
      if (plain_name(column.header) != plain_name(mapped.header) || ++occurrence != mapped.occurrence) continue;
      if (is_taken || column.field) break;  // a ready mapping has several names for a field; the first counts
      give(column, mapped.field, confidence, ground, key, mapping.name);
      is_taken = true;
      ++found;
    }
  }
  return found;
}

std::vector<ColumnProposal> bare(const documents::Table& table) {
  std::vector<ColumnProposal> columns;
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    columns.push_back({.header = table.header[i], .column = static_cast<int>(i + 1)});
  }
  return columns;
}

/// The ready mapping most of whose fields this file has.
const Mapping* fitting_ready_mapping(const documents::Table& table) {
  const Mapping* best = nullptr;
  std::size_t most = kReadyFewest - 1;
  for (const Mapping& ready : ready_mappings()) {
    std::vector<ColumnProposal> columns = bare(table);
    const std::size_t found = lay(ready, columns, MappingGround::ready_mapping, kKnownName, "why.ready_mapping");
    if (found > most && static_cast<double>(found) >= kReadyShare * static_cast<double>(columns.size())) {
      best = &ready;
      most = found;
    }
  }
  return best;
}

void fill_mapping(MappingProposal& proposal, const documents::Table& table) {
  std::map<std::string, int> seen;
  for (const ColumnProposal& column : proposal.columns) {
    const int occurrence = ++seen[plain_name(column.header)];
    if (!column.field) continue;
    MappedColumn mapped{.header = column.header, .field = *column.field, .occurrence = occurrence};
    const auto cells = sample(table, static_cast<std::size_t>(column.column - 1));
    switch (info_of(*column.field).shape) {
      case FieldShape::date:
        mapped.dates = date_form_of(cells);
        break;
      case FieldShape::hours:
      case FieldShape::fraction:
      case FieldShape::amount:
        mapped.decimals = decimal_mark_of(cells);
        break;
      default:
        break;
    }
    proposal.mapping.columns.push_back(mapped);
  }
}

std::vector<ImportField> missing_fields(const Mapping& mapping) {
  const auto has = [&](ImportField field) {
    return std::any_of(mapping.columns.begin(), mapping.columns.end(),
                       [&](const MappedColumn& column) { return column.field == field; });
  };
  std::vector<ImportField> missing;
  const bool is_of_units =
      !has(ImportField::personnel_number) && !has(ImportField::surname) && has(ImportField::unit_name);
  for (const ImportField needed : is_of_units ? std::vector{ImportField::unit_code, ImportField::unit_name}
                                              : std::vector{ImportField::personnel_number}) {
    if (!has(needed)) missing.push_back(needed);
  }
  return missing;
}

}  // namespace

std::string digest_of_header(const std::vector<std::string>& header) {
  Digest digest;
  for (const std::string& name : header) digest.add(plain_name(name));
  return digest.hex();
}

Result<MappingProposal> propose_mapping(store::ReadTransaction& read, const documents::Table& table) {
  MappingProposal proposal{.mapping = {},
                           .columns = bare(table),
                           .missing = {},
                           .header_digest = digest_of_header(table.header),
                           .remembered = false,
                           .ready_mapping = {}};
  if (const auto known = TRY(remembered_mapping(read, proposal.header_digest))) {
    lay(*known, proposal.columns, MappingGround::remembered, kRemembered, "why.remembered");
    proposal.mapping = *known;
    proposal.remembered = true;
    proposal.missing = missing_fields(proposal.mapping);
    return proposal;
  }
  if (const Mapping* ready = fitting_ready_mapping(table)) {
    lay(*ready, proposal.columns, MappingGround::ready_mapping, kKnownName, "why.ready_mapping");
    proposal.ready_mapping = ready->name;
  }
  for (ColumnProposal& column : proposal.columns) {
    const auto cells = sample(table, static_cast<std::size_t>(column.column - 1));
    if (!column.field) propose_by_name(column);
    doubt(column, cells);
    propose_by_content(column, cells);
  }
  settle(proposal.columns);
  fill_mapping(proposal, table);
  proposal.mapping.name = proposal.ready_mapping;
  proposal.missing = missing_fields(proposal.mapping);
  return proposal;
}

}  // namespace collega::administration
