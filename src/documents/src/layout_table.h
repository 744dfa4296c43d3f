#pragma once

// Is what stands side by side a table or columns, and the rows of a table.

#include "layout.h"

namespace collega::documents {

/// The segments by line, from top to bottom and in a line from left to right.
[[nodiscard]] std::vector<std::vector<Segment>> rows_of(const std::vector<Segment>& segments);

/// True when `left` and `right` of a gutter are to be read row by row: what stands left belongs to what stands right of
/// it.
[[nodiscard]] bool is_table(const std::vector<Segment>& left, const std::vector<Segment>& right);

/// Adds the rows of the table that `segments` are, and lines for what stands in one column of it under a row.
void add_table(const std::vector<Segment>& segments, double right_limit, std::vector<Line>& out);

}  // namespace collega::documents
