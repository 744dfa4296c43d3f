#pragma once

// A mapping laid on the columns of one file.

#include <array>
#include <map>
#include <string>
#include <vector>

#include "collega/administration/mapping.h"

namespace collega::administration {

struct SourceColumn {
  std::size_t index = 0;  ///< of the cell
  std::string header;
  ImportField field = ImportField::personnel_number;
  DateForm dates = DateForm::automatic;
  DecimalMark decimals = DecimalMark::automatic;
};

struct Columns {
  std::vector<SourceColumn> columns;
  std::vector<Constant> constants;
  std::map<std::pair<ImportField, std::string>, std::string> words;  ///< by plain_name of the text
  bool is_of_units = false;                                          ///< no personnel_number: a row is a unit

  [[nodiscard]] bool has(ImportField field) const { return has_[static_cast<std::size_t>(field)]; }
  /// The header of the field's column; empty for a constant.
  [[nodiscard]] std::string header_of(ImportField field) const;

  std::array<bool, kImportFields> has_{};
};

/// Errors: import_mapping_misfit, import_field_twice, import_column_missing.
[[nodiscard]] Result<Columns> resolved(const Mapping& mapping, const std::vector<std::string>& header);

}  // namespace collega::administration
