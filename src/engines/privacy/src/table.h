#pragma once

// The tables of data/: a line is "name TAB phrase|phrase|...", or a comment.

#include <string_view>

namespace collega::privacy {

/// Calls `each(name, phrase)`.
template <class Each>
void for_each_row(std::string_view table, Each each) {
  while (!table.empty()) {
    const std::size_t end = table.find('\n');
    std::string_view line = table.substr(0, end);
    table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, tab);
    line.remove_prefix(tab + 1);
    while (!line.empty()) {
      const std::size_t bar = line.find('|');
      each(name, line.substr(0, bar));
      line.remove_prefix(bar == std::string_view::npos ? line.size() : bar + 1);
    }
  }
}

}  // namespace collega::privacy
