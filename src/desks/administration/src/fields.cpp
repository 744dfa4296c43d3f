#include "collega/administration/fields.h"

#include <stdexcept>

#include "embedded.h"
#include "tsv.h"
#include "words.h"

namespace collega::administration {
namespace {

FieldInfo read_field(const std::vector<std::string_view>& row) {
  FieldInfo info{.field = described::enum_named<ImportField>(row.at(0)).value(),
                 .shape = described::enum_named<FieldShape>(row.at(1)).value(),
                 .empty = described::enum_named<EmptyCell>(row.at(2)).value(),
                 .title_nl = std::string{row.at(3)},
                 .title_en = std::string{row.at(4)},
                 .names = {}};
  for (const std::string_view name : {row.at(0), row.at(3), row.at(4)}) info.names.push_back(plain_name(name));
  for (const std::string_view name : split(row.at(5), '|')) info.names.push_back(plain_name(name));
  return info;
}

std::vector<FieldInfo> read_fields() {
  std::vector<FieldInfo> all;
  for (const auto& row : tsv_rows(embedded_fields_tsv())) {
    all.push_back(read_field(row));
    if (static_cast<std::size_t>(all.back().field) + 1 != all.size()) {
      throw std::logic_error("fields.tsv: not in the order of ImportField");
    }
  }
  if (all.size() != kImportFields) throw std::logic_error("fields.tsv: not as many rows as fields");
  return all;
}

}  // namespace

std::span<const FieldInfo> import_fields() {
  static const std::vector<FieldInfo> all = read_fields();
  return all;
}

const FieldInfo& info_of(ImportField field) { return import_fields()[static_cast<std::size_t>(field)]; }

}  // namespace collega::administration
