#include "collega/skills/paper.h"

namespace collega::skills {

Paper paper_from_text(std::string text) {
  Paper paper;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::size_t first = text.find_first_not_of(" \t\r", begin);
    if (first < end) {
      LineKind kind = LineKind::text;
      const auto starts = [&](std::string_view mark) {
        return std::string_view{text}.substr(first, mark.size()) == mark;
      };
      if (starts("# ") || starts("## ") || starts("### ")) {
        kind = LineKind::heading;
        first = text.find(' ', first) + 1;
      } else if (starts("- ") || starts("* ")) {
        kind = LineKind::item;
        first += 2;
      } else if (starts("• ")) {
        kind = LineKind::item;
        first += 4;
      }
      const std::size_t last = text.find_last_not_of(" \t\r", end - 1);
      if (last >= first) paper.lines.push_back({kind, {first, last + 1}});
    }
    begin = end + 1;
  }
  paper.text = std::move(text);
  return paper;
}

}  // namespace collega::skills
