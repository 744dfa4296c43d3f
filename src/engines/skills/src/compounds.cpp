#include "compounds.h"

#include <algorithm>
#include <array>

namespace collega::skills {
namespace {

// Below this a word is more often a word of its own than a compound of two known ones.
constexpr std::size_t kShortestCompound = 8;
constexpr std::size_t kShortestPart = 3;

// A shorter name runs into too many words that have nothing to do with it.
constexpr std::size_t kShortestFirst = 6;

// What somebody has who works with the first part, in Dutch. "Wondzorgsoftware" and "wondzorgafdeling" tell nothing of
// the one who names them.
constexpr std::array<std::string_view, 29> kHeads = {
    "protocol",   "protocollen", "cursussen",   "verpleegkundige", "consulent",     "specialist",
    "medewerker", "adviseur",    "coördinator", "taken",           "werkzaamheden", "handelingen",
    "ervaring",   "expertise",   "kennis",      "technieken",      "methodiek",     "cursus",
    "training",   "opleiding",   "certificaat", "diploma",         "module",        "rapportages",
    "dossiers",   "trajecten",   "gesprekken",  "projecten",       "procedures"};

bool is_head(std::string_view word) {
  const std::string stem = language::stem(word, Language::nl);
  return std::any_of(kHeads.begin(), kHeads.end(),
                     [&](std::string_view head) { return language::stem(head, Language::nl) == stem; });
}

bool is_joining_word(const Unit& unit) { return unit.folded == "en" || unit.folded == "of"; }

}  // namespace

void CompoundReader::learn(const std::vector<Unit>& name) {
  for (const Unit& unit : name) {
    if (unit.is_word && unit.folded.size() >= kShortestPart) words_.insert(unit.folded);
  }
}

void CompoundReader::learn_first(const std::vector<Unit>& name) {
  if (name.size() == 1 && name[0].folded.size() >= kShortestFirst) firsts_.insert(name[0].folded);
}

std::string CompoundReader::first_part(std::string_view word) const {
  for (std::size_t at = word.size(); at > kShortestFirst;) {
    const std::string_view first = word.substr(0, --at);
    if (!firsts_.contains(first)) continue;
    const std::string_view rest = word.substr(at);
    if (is_head(rest) || (rest.starts_with("s") && is_head(rest.substr(1)))) return std::string{first};
  }
  return {};
}

void CompoundReader::finish() { splitter_.emplace(std::vector<std::string>(words_.begin(), words_.end())); }

std::vector<std::vector<std::string>> CompoundReader::readings(const std::vector<Unit>& units, std::size_t i) const {
  std::vector<std::vector<std::string>> rows;
  const std::string& word = units[i].folded;
  if (word.size() >= kShortestCompound) {
    auto parts = splitter_->split(word);
    if (parts.size() > 1) rows.push_back(std::move(parts));
  }
  // "wond- en decubituszorg": the tokenizer gives the stump, its hyphen, the joining word and the whole word.
  const std::size_t join = i + 2;
  if (join + 1 < units.size() && units[i + 1].folded == "-" && is_joining_word(units[join])) {
    const std::string& whole = units[join + 1].folded;
    for (std::size_t at = kShortestPart; at + kShortestPart <= whole.size(); ++at) {
      const std::string tail = whole.substr(at);
      if (words_.contains(word + tail)) rows.push_back({word + tail});
      if (words_.contains(tail)) rows.push_back({word, tail});
    }
  }
  return rows;
}

}  // namespace collega::skills
