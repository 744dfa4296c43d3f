#include "words.h"

#include <algorithm>
#include <array>

namespace collega::skills {
namespace {

constexpr std::array<std::string_view, 85> kNotContent = {
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

bool is_content(const Unit& unit) {
  return unit.is_word && unit.folded.size() > 1 &&
         std::find(kNotContent.begin(), kNotContent.end(), unit.folded) == kNotContent.end() &&
         !std::all_of(unit.folded.begin(), unit.folded.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

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

const Unit* find_all(const std::vector<Unit>& units, const std::vector<std::string>& stems) {
  const Unit* first = nullptr;
  for (const std::string& stem : stems) {
    const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.nl == stem; });
    if (found == units.end()) return nullptr;
    if (!first) first = &*found;
  }
  return first;
}

}  // namespace collega::skills
