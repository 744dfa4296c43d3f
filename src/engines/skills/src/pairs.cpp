#include "pairs.h"

#include <algorithm>

#include "digest.h"
#include "words.h"

namespace collega::skills {
namespace {

constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kReach = 4;  // units from the one word to the other

bool may_be_half(const Unit& unit) { return unit.folded.size() >= kShortestWord && is_content(unit); }

std::uint64_t half(const Unit& unit, Language language) { return digest(language == Language::nl ? unit.nl : unit.en); }

// The same for both orders; another one a language.
std::uint64_t key_of(std::uint64_t a, std::uint64_t b, Language language) {
  constexpr std::uint64_t kMix = 0x9e3779b97f4a7c15ull;
  return (std::min(a, b) * kMix + std::max(a, b)) ^ (language == Language::nl ? 0 : kMix);
}

// "Medicijnen uitdelen", "begeleiden van verzuim", "giving medication": a duty has a verb in it.
bool names_duty(const Unit& first, const Unit& last, Language language) {
  return language == Language::nl ? first.folded.ends_with("en") || last.folded.ends_with("en")
                                  : first.folded.ends_with("ing");
}

bool is_joint(const Unit& unit) {
  return !unit.is_word || unit.folded == "en" || unit.folded == "and" || unit.folded == "of" || unit.folded == "or";
}

}  // namespace

void PairIndex::learn(const std::vector<Unit>& name, Language language, std::uint32_t value) {
  std::vector<const Unit*> halves;
  for (const Unit& unit : name) {
    if (may_be_half(unit))
      halves.push_back(&unit);
    else if (is_joint(unit) || is_content(unit) || unit.folded.size() >= kShortestWord)
      return;  // it means less without this word
  }
  if (halves.size() != 2 || !names_duty(*halves[0], *halves[1], language)) return;
  const std::uint64_t key = key_of(half(*halves[0], language), half(*halves[1], language), language);
  values_.emplace(key, value);
  may_be_[bit_of(key)] = true;
}

std::vector<PhraseHit> PairIndex::find(const std::vector<Unit>& units) const {
  std::vector<PhraseHit> hits;
  std::vector<std::uint64_t> halves[2];
  for (auto& of_language : halves) of_language.assign(units.size(), 0);
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!may_be_half(units[i])) continue;
    for (const Language language : {Language::nl, Language::en})
      halves[static_cast<std::size_t>(language)][i] = half(units[i], language);
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (halves[0][i] == 0) continue;
    for (std::size_t j = i + 1; j < std::min(i + 1 + kReach, units.size()) && !is_joint(units[j]); ++j) {
      if (halves[0][j] == 0) continue;
      for (const Language language : {Language::nl, Language::en}) {
        const auto& of_language = halves[static_cast<std::size_t>(language)];
        const std::uint64_t key = key_of(of_language[i], of_language[j], language);
        if (!may_be_[bit_of(key)]) continue;
        const auto found = values_.find(key);
        if (found != values_.end()) hits.push_back({i, j - i + 1, found->second});
      }
    }
  }
  return hits;
}

}  // namespace collega::skills
