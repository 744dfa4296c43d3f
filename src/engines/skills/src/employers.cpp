#include "employers.h"

#include <algorithm>
#include <array>

#include "collega/base/utf8.h"
#include "personal.h"
#include "words.h"

namespace collega::skills {
namespace {

constexpr std::size_t kLongestTitle = 110;  // a longer line beside a year tells of the work instead of naming it
constexpr std::size_t kShortestName = 4;    // shorter words are abbreviations and ends of names
constexpr std::size_t kLongestEmployerName = 6;

// With what an employer works or what it uses, its people work too.
constexpr std::array<std::string_view, 15> kNoVerbs = {"met", "niet",  "het",      "tot",   "uit",
                                                       "als", "as",    "was",      "sinds", "plus",
                                                       "its", "werkt", "gebruikt", "works", "uses"};
constexpr std::array<std::string_view, 9> kInNames = {"de", "het", "van", "der", "en", "and", "of", "the", "&"};

template <class Range>
bool holds(const Range& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The first word of a line is a capital whatever it is.
void add_names(std::string_view line, std::vector<std::string>& names) {
  if (line.size() > kLongestTitle) return;
  const auto units = units_of(line);
  for (std::size_t i = 1; i < units.size(); ++i) {
    if (units[i].is_word && units[i].span.size() >= kShortestName && begins_with_capital(line, units[i]))
      names.emplace_back(units[i].span.of(line));
  }
}

}  // namespace

bool begins_with_capital(std::string_view text, const Unit& unit) {
  const char32_t first = code_point_at(text, unit.span.begin).value;
  std::string letter;
  append_code_point(letter, first);
  return to_lower(letter) != letter;
}

bool looks_like_third_person(std::string_view text, const Unit& unit) {
  const std::string& word = unit.folded;
  return unit.is_word && word.size() > 1 && !begins_with_capital(text, unit) && !holds(kNoVerbs, word) &&
         (word.back() == 't' || word.back() == 's');
}

PaperNames names_of(const Paper& paper) {
  PaperNames names{names_in(paper), {}};
  const auto text_of = [&](std::size_t i) { return paper.lines[i].span.of(paper.text); };
  for (std::size_t i = 0; i < paper.lines.size(); ++i) {
    const auto units = units_of(text_of(i));
    if (std::none_of(units.begin(), units.end(), is_year)) continue;
    for (std::size_t near = i == 0 ? 0 : i - 1; near <= std::min(i + 1, paper.lines.size() - 1); ++near) {
      const bool is_sentence = near != i && text_of(near).ends_with('.');  // it tells, and names nobody's work
      if (!is_sentence) add_names(text_of(near), names.employers);
    }
  }
  return names;
}

bool begins_with_employer(std::string_view text, const std::vector<Unit>& units, const PaperNames& names) {
  bool employer = false;
  for (std::size_t i = 0; i < std::min(units.size(), kLongestEmployerName + 1); ++i) {
    const std::string_view word = units[i].span.of(text);
    if (holds(names.owner, word)) return false;
    if (employer && looks_like_third_person(text, units[i])) return true;
    if (!begins_with_capital(text, units[i]) && !holds(kInNames, units[i].folded)) return false;
    employer = employer || holds(names.employers, word);
  }
  return false;
}

}  // namespace collega::skills
