#include "mention_words.h"

#include <iterator>

namespace collega::skills {

// Names in other languages go with the English ones: they are listed in every form, so any stemmer will do.
std::vector<std::string> names_in(const Concept& known, Language language) {
  std::vector<std::string> names = language == Language::nl ? known.also_nl : known.also_en;
  names.push_back(known.label(language));
  if (language == Language::en) names.insert(names.end(), known.also_other.begin(), known.also_other.end());
  return names;
}

bool is_written_exactly(const Concept& known, std::string_view surface) {
  return any_name(known, [&](const std::string& name) { return name == surface; });
}

// "Engels" is a language, "Engelse kust" is none: languages are found by their names, not by their stems.
bool is_name_of_language(const Concept& language, std::string_view folded) {
  return any_name(language, [&](const std::string& name) { return fold(name) == folded; });
}

// "MA", "WO" and "BEd" are degrees, "ma t/m wo" are days and a "bed" is to lie in.
namespace {
constexpr std::size_t kLongestDay = 2;
constexpr std::size_t kLongestSmallWord = 3;
}  // namespace

bool is_small_word(const Concept& known, std::string_view surface) {
  if (known.kind != ConceptKind::degree_level || surface.size() > kLongestSmallWord || fold(surface) != surface)
    return false;
  const bool may_be_word = surface.find_first_of("aeiou") != std::string_view::npos;
  return surface.size() <= kLongestDay || (may_be_word && !is_written_exactly(known, surface));
}

// "De wijkverpleegkundige is mijn voorbeeld", "mijn teamleider", "elke manager": somebody else, save in "ik was de
// teamleider".
bool is_of_another(const std::vector<Unit>& units, std::size_t first) {
  constexpr std::string_view kAnother[] = {"de",  "the",   "onze", "our",   "mijn", "my",
                                           "hun", "their", "elke", "every", "each", "andere"};
  constexpr std::string_view kIsWriter[] = {"ik", "i", "als", "as", "ben", "was", "am", "werd", "became"};
  constexpr std::size_t kReach = 4;
  const auto holds = [](const auto& words, const Unit& unit) {
    return std::find(std::begin(words), std::end(words), unit.folded) != std::end(words);
  };
  if (first == 0 || !holds(kAnother, units[first - 1])) return false;
  for (std::size_t i = first - 1; i-- > (first > kReach ? first - kReach : 0);) {
    if (holds(kIsWriter, units[i])) return false;
  }
  return true;
}

// "Leiding aan 31 verzorgenden", "hiring developers": nobody is more than one.
bool is_several(const Concept& job, const Unit& last) {
  const std::string& word = last.folded;
  if (!word.ends_with('s') && !word.ends_with("en")) return false;
  return !any_name(job, [&](const std::string& name) { return fold(name).ends_with(word); });
}

}  // namespace collega::skills
