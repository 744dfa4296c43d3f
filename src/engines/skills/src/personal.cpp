#include "personal.h"

#include <algorithm>
#include <array>

#include "collega/base/utf8.h"

namespace collega::skills {
namespace {

constexpr std::array<std::string_view, 20> kFields = {
    "naam",           "voornaam",     "achternaam",    "voornamen",   "roepnaam",  "adres",   "geboren",
    "geboorteplaats", "geboorteland", "nationaliteit", "name",        "firstname", "surname", "address",
    "birthplace",     "born",         "nationality",   "citizenship", "geslacht",  "gender"};

// A whole address fits behind a colon; behind "mijn naam is" no more than a name.
constexpr std::size_t kReachBehindColon = 10;
constexpr std::size_t kReachBehindIs = 3;

bool is_field(const Unit& unit) { return std::find(kFields.begin(), kFields.end(), unit.folded) != kFields.end(); }

bool ends_field(const std::vector<Unit>& units, std::size_t i, bool behind_is) {
  const std::string& word = units[i].folded;
  const bool separator = word == "|" || word == ";" || word == "·" || word == "•";
  const bool next_field = i + 1 < units.size() && units[i + 1].folded == ":";
  return separator || next_field || (behind_is && (word == "," || word == "en" || word == "and"));
}

// A paper may also begin with what it is, or with a job.
constexpr std::array<std::string_view, 12> kNoNames = {"curriculum",     "vitae",  "cv",   "resume",   "senior",
                                                       "junior",         "medior", "lead", "allround", "sollicitatie",
                                                       "motivatiebrief", "profiel"};
constexpr std::array<std::string_view, 18> kParticles = {"van", "de", "der", "den", "ten", "ter", "te", "t",  "op",
                                                         "in",  "el", "al",  "bin", "von", "di",  "da", "du", "le"};
// Under a letter the name stands last, or above an address.
constexpr std::size_t kFootLines = 3;
constexpr std::size_t kFewestNameWords = 2;
constexpr std::size_t kMostNameWords = 5;

bool is_no_name(const Unit& unit) {
  const bool has_digit =
      std::any_of(unit.folded.begin(), unit.folded.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_digit || std::find(kNoNames.begin(), kNoNames.end(), unit.folded) != kNoNames.end();
}

bool starts_with_capital(std::string_view word) {
  std::string first;
  append_code_point(first, code_point_at(word, 0).value);
  return to_lower(first) != first;
}

std::vector<std::string> name_in_line(std::string_view line) {
  std::vector<std::string> words;
  for (const Unit& unit : units_of(line)) {
    const std::string_view written = unit.span.of(line);
    if (!unit.is_word) continue;
    if (is_no_name(unit)) return {};
    if (starts_with_capital(written)) {
      words.emplace_back(written);
    } else if (std::find(kParticles.begin(), kParticles.end(), unit.folded) == kParticles.end()) {
      return {};
    }
  }
  const bool is_name = words.size() >= kFewestNameWords && words.size() <= kMostNameWords;
  return is_name ? words : std::vector<std::string>{};
}

}  // namespace

std::vector<bool> personal_units(const std::vector<Unit>& units) {
  std::vector<bool> personal(units.size());
  for (std::size_t i = 0; i + 2 < units.size(); ++i) {
    const bool behind_is = units[i + 1].folded == "is";
    if (!is_field(units[i]) || !(behind_is || units[i + 1].folded == ":")) continue;
    const std::size_t end = std::min(units.size(), i + 2 + (behind_is ? kReachBehindIs : kReachBehindColon));
    for (std::size_t k = i + 2; k < end && !ends_field(units, k, behind_is); ++k) personal[k] = true;
  }
  return personal;
}

std::vector<std::string> names_in(const Paper& paper) {
  if (paper.lines.empty()) return {};
  std::vector<std::string> words = name_in_line(paper.lines.front().span.of(paper.text));
  for (std::size_t i = 0; i < std::min(kFootLines, paper.lines.size()); ++i) {
    const auto signature = name_in_line(paper.lines[paper.lines.size() - 1 - i].span.of(paper.text));
    words.insert(words.end(), signature.begin(), signature.end());
  }
  return words;
}

bool is_in_name(std::string_view text, Span words, const std::vector<std::string>& name) {
  const auto known = [&](std::string_view word) { return std::find(name.begin(), name.end(), word) != name.end(); };
  if (!known(words.of(text))) return false;
  const std::string_view before = text.substr(0, words.begin);
  const std::string_view behind = text.substr(words.end);
  return std::any_of(name.begin(), name.end(), [&](const std::string& word) {
    return before.ends_with(word + " ") || behind.starts_with(" " + word);
  });
}

}  // namespace collega::skills
