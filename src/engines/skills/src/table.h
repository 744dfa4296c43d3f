#pragma once

// A table of tab-separated values with a header row, as the data files have it.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collega/base/result.h"

namespace collega::skills {

class Table {
 public:
  /// Error: taxonomy_broken with `name` and the line as place when a row has not as many cells as the header.
  [[nodiscard]] static Result<Table> parse(std::string_view name, std::string_view text);

  [[nodiscard]] std::size_t rows() const { return cells_.size(); }
  /// Empty when there is no such column.
  [[nodiscard]] std::string_view cell(std::size_t row, std::string_view column) const;
  /// The items of a cell, set apart by '|'.
  [[nodiscard]] std::vector<std::string> list(std::size_t row, std::string_view column) const;
  /// "skills line 12", for messages.
  [[nodiscard]] std::string place(std::size_t row) const;

 private:
  std::string name_;
  std::unordered_map<std::string, std::size_t> columns_;
  std::vector<std::vector<std::string_view>> cells_;
  std::vector<std::size_t> lines_;
};

}  // namespace collega::skills
