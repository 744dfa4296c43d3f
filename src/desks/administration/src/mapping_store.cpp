#include "mapping_store.h"

#include "columns.h"
#include "embedded.h"
#include "tsv.h"

namespace collega::administration {
namespace {

Mapping read_ready(std::string_view file) {
  Mapping mapping;
  for (const auto& row : tsv_rows(file)) {
    if (row.at(0) == "name") {
      mapping.name = row.at(1);
    } else {
      mapping.columns.push_back(
          {.header = std::string{row.at(0)}, .field = described::enum_named<ImportField>(row.at(1)).value()});
    }
  }
  return mapping;
}

Result<Mapping> parsed(std::string_view json) { return from_json<Mapping>(TRY(parse_json(json))); }

}  // namespace

const std::vector<Mapping>& ready_mappings() {
  static const std::vector<Mapping> all = [] {
    std::vector<Mapping> mappings;
    for (const std::string_view file :
         {embedded_afas_tsv(), embedded_visma_raet_tsv(), embedded_nmbrs_tsv(), embedded_exact_tsv(),
          embedded_adp_tsv(), embedded_loket_tsv(), embedded_sdworx_tsv()}) {
      mappings.push_back(read_ready(file));
    }
    return mappings;
  }();
  return all;
}

Result<Done> remember_mapping(store::WriteTransaction& write, const std::vector<std::string>& header,
                              const Mapping& mapping, Moment now) {
  if (mapping.name.empty()) return Error{ErrorCode::missing_member, "mapping.name"};
  TRY(resolved(mapping, header));
  const std::string digest = digest_of_header(header);
  TRY(write.execute("delete from import_mapping where name = ? or header_digest = ?", mapping.name, digest));
  TRY(write.execute("insert into import_mapping (name, header_digest, mapping, remembered_at) values (?, ?, ?, ?)",
                    mapping.name, digest, to_text(to_json(mapping)), now));
  return Done{};
}

Result<std::vector<Mapping>> remembered_mappings(store::ReadTransaction& read) {
  store::Rows rows = TRY(read.query("select mapping from import_mapping order by name"));
  std::vector<Mapping> all;
  while (TRY(rows.next())) all.push_back(TRY(parsed(rows.view(0))));
  return all;
}

Result<std::optional<Mapping>> remembered_mapping(store::ReadTransaction& read, const std::string& header_digest) {
  const auto json =
      TRY(read.first<std::string>("select mapping from import_mapping where header_digest = ?", header_digest));
  if (!json) return std::optional<Mapping>{};
  return std::optional{TRY(parsed(*json))};
}

Result<Done> forget_mapping(store::WriteTransaction& write, const std::string& name) {
  if (TRY(write.execute("delete from import_mapping where name = ?", name)) == 0) {
    return Error{ErrorCode::unknown_value, name};
  }
  return Done{};
}

}  // namespace collega::administration
