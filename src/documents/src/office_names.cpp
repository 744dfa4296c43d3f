#include "office_names.h"

#include <algorithm>

#include "collega/base/utf8.h"

namespace collega::documents {

int level_of_style_name(std::string_view name) {
  if (!is_valid_utf8(name)) return 0;
  std::string folded = fold(name);
  // ODT writes a space in a name so.
  if (const std::size_t space = folded.find("_20_"); space != std::string::npos) {
    folded = folded.substr(0, space) + folded.substr(space + 3);
  }
  while (!folded.empty() && (folded.back() == ';' || folded.back() == ' ')) folded.pop_back();
  if (folded == "title" || folded == "titel") return 1;
  for (const std::string_view stem : {"heading", "kop", "uberschrift", "titre"}) {
    if (!folded.starts_with(stem)) continue;
    const std::size_t digit = folded.find_first_of("123456789");
    if (digit != std::string::npos && digit - stem.size() <= 1) return std::min(folded[digit] - '0', 6);
  }
  return 0;
}

bool is_page_number(std::string_view text) {
  std::string word;
  bool has_number = false;
  const auto known = [&] {
    return word.empty() || word == "page" || word == "pagina" || word == "pag" || word == "p" || word == "of" ||
           word == "van" || word == "blad" || word == "seite" || word == "von";
  };
  constexpr std::size_t kLongest = 40;
  if (text.size() > kLongest || !is_valid_utf8(text)) return false;
  for (const char c : fold(text)) {
    has_number = has_number || (c >= '0' && c <= '9');
    if ((c >= 'a' && c <= 'z') || c == '+' || c == '@' || static_cast<unsigned char>(c) >= 0xC3) {
      word += c;
    } else {
      if (!known()) return false;
      word.clear();
    }
  }
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  constexpr int kMostDigits = 6;  // "Pagina 100 van 120"; a telephone number has more
  return known() && has_number && digits <= kMostDigits;
}

std::string meaningful_title(std::string_view title) {
  if (!is_valid_utf8(title)) return {};
  const std::string folded = fold(title);
  for (const std::string_view made_up :
       {"microsoft word -", "untitled", "naamloos", "document1", "powerpoint presentation"}) {
    if (folded.starts_with(made_up)) return {};
  }
  return std::string{title};
}

}  // namespace collega::documents
