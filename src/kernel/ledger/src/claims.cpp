#include "claims.h"

#include <fstream>

#include "export_line.h"

namespace collega::ledger {

Result<Done> check_claims(store::ReadTransaction& read, const std::vector<NamedHead>& claims, Fault fault,
                          const std::string& said_by, Findings& findings) {
  for (const NamedHead& claim : claims) {
    const auto mac = TRY(
        read.first<std::string>("select mac from ledger_entry where writer = ? and seq = ?", claim.writer, claim.seq));
    if (mac && store::to_hex(*mac) == claim.mac) continue;
    findings.add_claim(
        {fault, claim.writer, claim.seq, said_by + (mac ? " knew another entry here" : " knew an entry that is gone")});
  }
  return Done{};
}

Result<std::int64_t> check_exports(store::ReadTransaction& read, const Keys& keys, const std::filesystem::path& file,
                                   Findings& findings) {
  if (!std::filesystem::exists(file)) return Error{ErrorCode::file_not_found, file.string()};
  std::ifstream in{file, std::ios::binary};
  if (!in) return Error{ErrorCode::file_unreadable, file.string()};
  std::int64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const Result<ExportLine> exported = read_export_line(keys, line);
    if (!exported) {
      findings.add({Fault::export_differs, "", number,
                    exported.error().code == ErrorCode::key_wrong ? "this line of the export is not what was written"
                                                                  : "this line of the export cannot be read"});
      continue;
    }
    TRY(check_claims(read, exported->heads, Fault::export_differs, "the export of " + to_string(exported->at),
                     findings));
  }
  if (in.bad()) return Error{ErrorCode::file_unreadable, file.string()};
  return number;
}

}  // namespace collega::ledger
