#include "forms.h"

#include <array>

#include "collega/language/tokens.h"

namespace collega::skills {
namespace {

struct Ending {
  std::string_view hers, his;
};
constexpr std::array<Ending, 5> kEndings = {
    {{"vrouw", "man"}, {"euse", "eur"}, {"trice", "teur"}, {"eres", "er"}, {"ares", "aar"}}};
constexpr std::string_view kSter = "ster";

// What stands before an ending has at least a syllable of its own: a "vrouw" alone is no job.
constexpr std::size_t kShortestBefore = 3;

bool is_vowel(char c) { return std::string_view{"aeiou"}.find(c) != std::string_view::npos; }

// Behind a long vowel "f" and "s" become voiced: "schrijf" but "schrijver".
char voiced(char c) { return c == 'f' ? 'v' : c == 's' ? 'z' : c; }

// "werk" → "werker", "kap" → "kapper", "koop" → "koper", "schrijf" → "schrijver", "beheer" → "beheerder"; an
// "ontwikkelaar" is one already.
std::string with_er(std::string_view before) {
  std::string word{before};
  const char last = word.back(), middle = word[word.size() - 2], first = word[word.size() - 3];
  if (word.ends_with("aar") || word.ends_with("ier")) return word;
  if (last == 'r') return word + "der";
  if (word.ends_with("ig")) return word + "er";
  const bool is_short = is_vowel(middle) && !is_vowel(first);
  if (is_short) return word + last + "er";
  const bool is_long = is_vowel(middle) || (first == 'i' && middle == 'j');
  if (is_long) word.back() = voiced(last);
  if (first == middle) word.erase(word.size() - 2, 1);
  return word + "er";
}

}  // namespace

std::string form_for_both(std::string_view folded) {
  for (const std::string_view plural : {"", "s"}) {
    if (!folded.ends_with(plural)) continue;
    const std::string_view one = folded.substr(0, folded.size() - plural.size());
    for (const auto& [hers, his] : kEndings) {
      if (one.size() >= hers.size() + kShortestBefore && one.ends_with(hers))
        return std::string{one.substr(0, one.size() - hers.size())} + std::string{his};
    }
    if (one.size() < kSter.size() + kShortestBefore || !one.ends_with(kSter)) continue;
    const std::string_view before = one.substr(0, one.size() - kSter.size());
    if (!is_vowel(before.back())) return with_er(before);
  }
  return std::string{folded};
}

std::string dutch_stem(std::string_view folded) { return language::stem(form_for_both(folded), Language::nl); }

}  // namespace collega::skills
