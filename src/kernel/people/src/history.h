#pragma once

// Rows of a history, the oldest first, each with `begin` and `end`; gaps are days on which there is nothing.

#include <optional>
#include <vector>

#include "collega/base/date.h"

namespace collega::people {

template <class Row>
[[nodiscard]] bool is_in_effect(const Row& row, Date day) {
  return row.begin <= day && (!row.end || day < *row.end);
}

/// `next` from its begin on: what was before stays, the rest goes. Where that day says the same already, all stays.
template <class Row, class Same>
[[nodiscard]] std::vector<Row> replaced_from(std::vector<Row> rows, Row next, Same same) {
  for (const Row& row : rows) {
    if (is_in_effect(row, next.begin) && same(row, next)) return rows;
  }
  std::erase_if(rows, [&](const Row& row) { return row.begin >= next.begin; });
  if (!rows.empty() && is_in_effect(rows.back(), next.begin)) rows.back().end = next.begin;
  if (!rows.empty() && rows.back().end == next.begin && same(rows.back(), next)) {
    rows.back().end = next.end;
  } else {
    rows.push_back(std::move(next));
  }
  return rows;
}

/// Where two histories part: rows before it are equal.
template <class Row>
[[nodiscard]] std::size_t first_difference(const std::vector<Row>& a, const std::vector<Row>& b) {
  std::size_t i = 0;
  while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
  return i;
}

}  // namespace collega::people
