#include "table_builder.h"

#include <algorithm>

namespace collega::documents {
namespace {

std::string trimmed(const std::string& text) {
  constexpr const char* kSpace = " \t\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  return begin == std::string::npos ? std::string{} : text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

bool is_empty(const std::string& cell) { return cell.empty(); }

}  // namespace

void TableBuilder::set_sheets(std::string sheet, std::vector<std::string> sheets) {
  table_.sheet = std::move(sheet);
  table_.sheets = std::move(sheets);
}

Result<Done> TableBuilder::add(std::size_t line, std::vector<std::string> cells) {
  if (std::all_of(cells.begin(), cells.end(), is_empty)) return Done{};
  if (cells.size() > cells_left()) return Error{ErrorCode::table_too_large};
  cells_ += cells.size();
  for (const std::string& cell : cells) text_bytes_ += cell.size();
  if (text_bytes_ > limits_.text_bytes) return Error{ErrorCode::table_too_large};

  if (table_.header_line == 0) {
    std::transform(cells.begin(), cells.end(), cells.begin(), trimmed);
    table_.header = std::move(cells);
    table_.header_line = line;
    return Done{};
  }
  if (table_.rows.size() >= limits_.rows) return Error{ErrorCode::table_too_large};
  const bool more = cells.size() > columns() &&
                    !std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(columns()), cells.end(), is_empty);
  if (more) notice(TableNoticeKind::more_cells, line);
  table_.rows.push_back({line, std::move(cells)});
  return Done{};
}

void TableBuilder::notice(TableNoticeKind kind, std::size_t line) {
  const TableNotice notice{kind, line};
  for (auto last = table_.notices.rbegin(); last != table_.notices.rend() && last->line == line; ++last) {
    if (*last == notice) return;
  }
  table_.notices.push_back(notice);
}

Result<Table> TableBuilder::build() && {
  if (table_.header_line == 0) return Error{ErrorCode::document_empty};
  return std::move(table_);
}

}  // namespace collega::documents
