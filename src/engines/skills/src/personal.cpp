#include "personal.h"

#include <algorithm>
#include <array>

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

}  // namespace collega::skills
