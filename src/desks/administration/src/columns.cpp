#include "columns.h"

#include <optional>

#include "words.h"

namespace collega::administration {
namespace {

std::optional<std::size_t> index_of(const MappedColumn& mapped, const std::vector<std::string>& header) {
  const std::string wanted = plain_name(mapped.header);
  int occurrence = 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const bool is_it = header[i] == mapped.header || plain_name(header[i]) == wanted;
    if (is_it && ++occurrence == mapped.occurrence) return i;
  }
  return std::nullopt;
}

Result<Done> take(Columns& all, ImportField field, const std::string& where) {
  bool& taken = all.has_[static_cast<std::size_t>(field)];
  if (taken) return Error{ErrorCode::import_field_twice, std::string{name_of(field)} + ": " + where};
  taken = true;
  return Done{};
}

}  // namespace

std::string Columns::header_of(ImportField field) const {
  for (const SourceColumn& column : columns) {
    if (column.field == field) return column.header;
  }
  return {};
}

Result<Columns> resolved(const Mapping& mapping, const std::vector<std::string>& header) {
  Columns all;
  for (const MappedColumn& mapped : mapping.columns) {
    const auto index = index_of(mapped, header);
    if (!index) return Error{ErrorCode::import_mapping_misfit, mapped.header};
    TRY(take(all, mapped.field, mapped.header));
    all.columns.push_back({*index, header[*index], mapped.field, mapped.dates, mapped.decimals});
  }
  for (const Constant& constant : mapping.constants) TRY(take(all, constant.field, constant.value));
  all.constants = mapping.constants;
  for (const OwnWord& word : mapping.words) all.words[{word.field, plain_name(word.text)}] = word.value;
  all.is_of_units = !all.has(ImportField::personnel_number);
  if (!all.is_of_units) return all;
  for (const ImportField needed : {ImportField::unit_code, ImportField::unit_name}) {
    if (all.has(needed)) continue;
    const ImportField lacking = all.has(ImportField::unit_code) ? needed : ImportField::personnel_number;
    return Error{ErrorCode::import_column_missing, std::string{name_of(lacking)}};
  }
  return all;
}

}  // namespace collega::administration
