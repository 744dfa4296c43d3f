#pragma once

// Many rows in one statement: a group of entries costs PostgreSQL few round trips. The sizes are few, because each is a
// prepared statement of its own.

#include <string>
#include <string_view>
#include <vector>

#include "collega/store/store.h"

namespace collega::ledger {

[[nodiscard]] constexpr std::size_t rows_at_once(std::size_t left) { return left >= 64 ? 64 : left >= 8 ? 8 : 1; }

/// "(?,?,?)"
[[nodiscard]] inline std::string places(std::size_t count) {
  std::string text = "(?";
  for (std::size_t i = 1; i < count; ++i) text += ",?";
  return text + ')';
}

/// SQLite holds what it is given, in whichever column: 0 where someone put what is no whole number.
[[nodiscard]] inline std::int64_t number_or_0(const store::Rows& rows, int column) {
  return rows.source().is_number(column) ? rows.get<std::int64_t>(column) : 0;
}

/// `insert` ends with "values "; `arguments` are those of all rows, `columns` a row.
[[nodiscard]] inline Result<Done> insert_rows(store::WriteTransaction& write, std::string_view insert,
                                              std::size_t columns, const std::vector<store::Argument>& arguments) {
  const std::string row = places(columns);
  for (auto at = arguments.begin(); at != arguments.end();) {
    const std::size_t count = rows_at_once(static_cast<std::size_t>(arguments.end() - at) / columns);
    std::string sql{insert};
    for (std::size_t i = 0; i < count; ++i) sql += i == 0 ? row : ',' + row;
    const auto end = at + static_cast<std::ptrdiff_t>(count * columns);
    TRY(write.execute(sql, std::vector<store::Argument>(at, end)));
    at = end;
  }
  return Done{};
}

}  // namespace collega::ledger
