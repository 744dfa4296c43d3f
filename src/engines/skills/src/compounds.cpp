#include "compounds.h"

namespace collega::skills {
namespace {

// Below this a word is more often a word of its own than a compound of two known ones.
constexpr std::size_t kShortestCompound = 8;
constexpr std::size_t kShortestPart = 3;

bool is_joining_word(const Unit& unit) { return unit.folded == "en" || unit.folded == "of"; }

}  // namespace

void CompoundReader::learn(std::string_view name) {
  for (const Unit& unit : units_of(name)) {
    if (unit.is_word && unit.folded.size() >= kShortestPart) words_.insert(unit.folded);
  }
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
