#include "collega/documents/csv_line.h"

namespace collega::documents {
namespace {

std::string csv_cell(std::string_view text) {
  const bool guarded = looks_like_formula(text);
  const bool quoted = text.find_first_of(";\"\r\n,\t") != std::string_view::npos;
  std::string cell = guarded ? "'" : "";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return quoted ? '"' + cell + '"' : cell;
}

}  // namespace

bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view{"=+-@\t\r"}.find(text[0]) != std::string_view::npos;
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? ";" : "") + csv_cell(cells[i]);
  return line + "\r\n";
}

}  // namespace collega::documents
