#pragma once

// Puts a Table together row by row and keeps it within its limits.

#include <cstddef>
#include <string>
#include <vector>

#include "collega/documents/table.h"

namespace collega::documents {

class TableBuilder {
 public:
  explicit TableBuilder(const TableLimits& limits) : limits_(limits) {}

  void set_sheets(std::string sheet, std::vector<std::string> sheets);
  /// The first row that holds something becomes the header; a row of empty cells is dropped.
  /// Error: table_too_large.
  [[nodiscard]] Result<Done> add(std::size_t line, std::vector<std::string> cells);
  void notice(TableNoticeKind kind, std::size_t line);

  [[nodiscard]] std::size_t columns() const { return table_.header.size(); }
  /// How many cells the next row may have.
  [[nodiscard]] std::size_t cells_left() const { return limits_.cells - cells_; }

  /// Error: document_empty when no row was added.
  [[nodiscard]] Result<Table> build() &&;

 private:
  TableLimits limits_;
  Table table_;
  std::size_t cells_ = 0;
  std::size_t text_bytes_ = 0;
};

}  // namespace collega::documents
