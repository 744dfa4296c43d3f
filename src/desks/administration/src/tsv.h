#pragma once

// Lines of cells set apart by tabs; a line that begins with # or holds nothing is none.

#include <string_view>
#include <vector>

namespace collega::administration {

[[nodiscard]] std::vector<std::vector<std::string_view>> tsv_rows(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char mark);

}  // namespace collega::administration
