#include "table.h"

namespace collega::skills {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \r") - begin + 1);
}

}  // namespace

Result<Table> Table::parse(std::string_view name, std::string_view text) {
  Table table;
  table.name_ = name;
  std::size_t number = 0;
  for (const std::string_view raw : split(text, '\n')) {
    ++number;
    if (trimmed(raw).empty()) continue;
    const auto cells = split(raw, '\t');
    if (table.columns_.empty()) {
      for (std::size_t i = 0; i < cells.size(); ++i) table.columns_.emplace(trimmed(cells[i]), i);
      continue;
    }
    if (cells.size() != table.columns_.size()) {
      return Error{ErrorCode::taxonomy_broken, table.name_ + " line " + std::to_string(number) + ": " +
                                                   std::to_string(cells.size()) + " cells where the header has " +
                                                   std::to_string(table.columns_.size())};
    }
    table.cells_.push_back(cells);
    table.lines_.push_back(number);
  }
  return table;
}

std::string_view Table::cell(std::size_t row, std::string_view column) const {
  const auto found = columns_.find(std::string{column});
  return found == columns_.end() ? std::string_view{} : trimmed(cells_[row][found->second]);
}

std::vector<std::string> Table::list(std::size_t row, std::string_view column) const {
  std::vector<std::string> items;
  for (const std::string_view item : split(cell(row, column), '|')) {
    if (!trimmed(item).empty()) items.emplace_back(trimmed(item));
  }
  return items;
}

std::string Table::place(std::size_t row) const { return name_ + " line " + std::to_string(lines_[row]); }

}  // namespace collega::skills
