#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collega::documents {

/// Opens a file so that Excel takes it for UTF-8.
constexpr std::string_view kByteOrderMark = "\ufeff";

/// Whether a spreadsheet would take a text for a formula: it begins with = + - @, a tab or a return.
[[nodiscard]] bool looks_like_formula(std::string_view text);

/// One line with ; between the cells, in quotes where needed, and a ' before what looks like a formula.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace collega::documents
