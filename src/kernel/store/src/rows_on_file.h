#pragma once

// Rows as bytes, for a backup.
//
//   row    =  value, one for each column
//   value  =  'n' | 'v' number (8 bytes, little end first: a whole number, or the bits of a real)
//          |  'v' length (4 bytes) bytes      for text and blob

#include <string>
#include <string_view>
#include <vector>

#include "connection.h"

namespace collega::store {

void write_row(std::string& bytes, const RowSource& row, const std::vector<Column>& columns);

/// Takes one row from the front of `bytes`; arguments refer to it. Error: backup_broken.
[[nodiscard]] Result<std::vector<Argument>> read_row(std::string_view& bytes, const std::vector<Column>& columns);

}  // namespace collega::store
