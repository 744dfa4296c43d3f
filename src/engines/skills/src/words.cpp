#include "words.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>

namespace collega::skills {
namespace {

bool is_function_word(std::string_view folded) {
  static const boost::unordered_flat_set<std::string_view> kNotContent = {
      "de",       "het",      "een",    "en",     "of",      "in",         "op",         "van",        "met",
      "voor",     "als",      "te",     "bij",    "aan",     "tot",        "door",       "uit",        "naar",
      "om",       "over",     "je",     "jij",    "jouw",    "wij",        "we",         "ons",        "is",
      "zijn",     "hebt",     "hebben", "bent",   "ben",     "ook",        "minimaal",   "minstens",   "jaar",
      "jaren",    "ervaring", "kennis", "goede",  "goed",    "affiniteit", "binnen",     "uur",        "per",
      "week",     "the",      "a",      "an",     "and",     "or",         "of",         "to",         "with",
      "for",      "at",       "least",  "years",  "year",    "experience", "knowledge",  "good",       "you",
      "have",     "are",      "your",   "our",    "on",      "from",       "beschikt",   "bezit",      "kunt",
      "kan",      "kunnen",   "wilt",   "bereid", "minimum", "ability",    "woonachtig", "woonplaats", "regio",
      "omgeving", "wonen",    "living", "region"};
  return kNotContent.contains(folded);
}

// A shorter word begins too many others.
constexpr std::size_t kShortestBeginning = 5;
bool begins(std::string_view word, std::string_view beginning) {
  return beginning.size() >= kShortestBeginning && word.starts_with(beginning);
}

}  // namespace

bool is_content(const Unit& unit) {
  return unit.is_word && unit.folded.size() > 1 && !is_function_word(unit.folded) &&
         !std::all_of(unit.folded.begin(), unit.folded.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> content_words(std::string_view phrase) {
  std::vector<std::string> stems;
  for (const Unit& unit : units_of(phrase)) {
    if (is_content(unit) && std::find(stems.begin(), stems.end(), unit.nl) == stems.end()) stems.push_back(unit.nl);
  }
  return stems;
}

bool is_year(const Unit& unit) {
  return unit.folded.size() == 4 && (unit.folded.starts_with("19") || unit.folded.starts_with("20")) &&
         std::all_of(unit.folded.begin(), unit.folded.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const Unit* find_all(const std::vector<Unit>& units, const std::vector<std::string>& stems, Agree how) {
  const Unit* first = nullptr;
  for (const std::string& stem : stems) {
    const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
      return how == Agree::stem ? unit.nl == stem : begins(stem, unit.nl);
    });
    if (found == units.end()) return nullptr;
    if (!first) first = &*found;
  }
  return first;
}

}  // namespace collega::skills
