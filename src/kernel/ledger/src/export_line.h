#pragma once

// One line of the export file:  {"at":"...","heads":[...],"mac":"<64 hexadecimal digits>"}
// The mac covers the bytes before `,"mac"`.

#include "chain.h"
#include "collega/base/moment.h"

namespace collega::ledger {

struct ExportLine {
  Moment at;
  std::vector<NamedHead> heads;
};

/// Without the end of the line.
[[nodiscard]] std::string export_line(const Keys& keys, JsonArray heads, Moment at);

/// Errors: bad_json and others of reading when it is no such line; key_wrong when its mac does not fit.
[[nodiscard]] Result<ExportLine> read_export_line(const Keys& keys, std::string_view line);

}  // namespace collega::ledger
