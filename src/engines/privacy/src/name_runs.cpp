#include "name_runs.h"

#include <algorithm>

#include "collega/base/utf8.h"
#include "letters.h"

namespace collega::privacy {
namespace {

constexpr std::size_t kMostParticles = 3;

/// Whether word `at` follows the one before it within a name: a space between, the full stop of an initial, or one line
/// break.
bool follows(const Sheet& sheet, std::size_t at) {
  const Word& word = sheet.words()[at];
  if (word.lines > 1) return false;
  if (word.before == 0) return true;
  if ((word.before == '.' || word.before == '/') && is_abbreviated_particle(sheet, at - 1)) return true;
  // "T. (Tom) Groen"
  const bool called = word.before == '(' && is_initial(sheet, at - 1) && word.end < sheet.text().size() &&
                      sheet.text()[word.end] == ')';
  const bool behind = word.before == ')' && at > 1 && sheet.words()[at - 1].before == '(' && is_initial(sheet, at - 2);
  return called || behind || (word.before == '.' && is_initial(sheet, at - 1));
}

/// "hey ed", "hoi bram": behind a greeting a first name in lower case may be a word too.
bool greeted(const Sheet& sheet, std::size_t at) {
  const Word& word = sheet.words()[at];
  constexpr std::uint32_t kOther =
      kFunction | kParticle | kArticle | kGreeting | kMonth | kWeekday | kKin | kSaying | kLabel | kTitle | kRole;
  return at > 0 && word.before == 0 && word.lines == 0 && (word.bits & kFirst) != 0 && (word.bits & kOther) == 0 &&
         (sheet.words()[at - 1].bits & kGreeting) != 0;
}

/// "mevrouw van der meulen", "dhr. jansen": behind a form of address a family name may be in lower case.
bool addressed(const Sheet& sheet, std::size_t at) {
  const auto& words = sheet.words();
  const Word& word = words[at];
  constexpr std::uint32_t kOther =
      kFunction | kParticle | kArticle | kSaying | kLabel | kTitle | kRole | kKin | kPlaceBefore | kPersonBefore;
  if (at == 0 || word.has_digit || word.lines > 0 || (word.bits & kOther) != 0 || word.end - word.begin < 3)
    return false;
  std::size_t first = at;
  while (first > 0 && at - first < 3 && words[first].lines == 0 && !words[first - 1].capital &&
         is_name_particle(sheet, first - 1))
    --first;
  const bool particles = first < at;
  const Word& before = words[first > 0 ? first - 1 : 0];
  const bool title = first > 0 && (before.bits & kTitle) != 0 && words[first].lines == 0 &&
                     (words[first].before == 0 || words[first].before == '.');
  const bool beside = particles ? words[at].before == 0 : true;
  return title && beside &&
         (particles ? (word.bits & kLast) != 0 || (word.bits & kWordEn) == 0
                    : (word.bits & (kLast | kFirst)) != 0 && (word.bits & (kWordNl | kWordEn)) == 0);
}

bool begins(const Sheet& sheet, std::size_t at) {
  const Word& word = sheet.words()[at];
  if (word.digits) return false;
  return word.capital || is_lower_name(word) || greeted(sheet, at) || addressed(sheet, at);
}

}  // namespace

/// "v" of "v.", "v.d." and "v/d", "d" of the last two, "vd" with or without a full stop.
bool is_abbreviated_particle(const Sheet& sheet, std::size_t at) {
  const auto& words = sheet.words();
  const Word& word = words[at];
  const std::string_view text = sheet.of(word);
  const auto mark_after = [&](const Word& w) { return w.end < sheet.text().size() ? sheet.text()[w.end] : ' '; };
  if (text == "vd") return true;
  if (text == "v") return mark_after(word) == '.' || mark_after(word) == '/';
  return text == "d" && at > 0 && sheet.of(words[at - 1]) == "v" && words[at - 1].end + 1 == word.begin;
}

bool is_name_particle(const Sheet& sheet, std::size_t at) {
  const auto& words = sheet.words();
  const auto is = [&](std::size_t i, std::initializer_list<std::string_view> list) {
    const std::string_view text = sheet.of(words[i]);
    return std::ranges::any_of(list, [&](std::string_view known) {
      return known.size() == text.size() &&
             std::ranges::equal(known, text, [](char a, char b) { return a == lower_of(b); });
    });
  };
  if ((words[at].bits & kParticle) == 0) return false;
  // "v.d. Berg", "v. Dalen", "v/d Kolk": a letter is a particle only with a mark behind it or another letter.
  if (is(at, {"v", "d"}) && !is_abbreviated_particle(sheet, at)) return false;
  if (!is(at, {"op", "in", "over", "bij", "aan", "uit", "het", "voor", "onder"})) return true;
  return at + 1 < words.size() && is(at + 1, {"t", "'t", "den", "der"}) && words[at + 1].lines == 0;
}

bool is_lower_name(const Word& word) {
  constexpr std::uint32_t kOther =
      kWordNl | kWordEn | kFunction | kParticle | kArticle | kMonth | kWeekday | kTitle | kRole | kSaying | kLabel;
  return !word.capital && !word.has_digit && word.end - word.begin >= 3 && (word.bits & kFirst) != 0 &&
         (word.bits & kOther) == 0;
}

bool is_initial(const Sheet& sheet, std::size_t at) {
  const Word& word = sheet.words()[at];
  if (!word.capital || word.end >= sheet.text().size() || sheet.text()[word.end] != '.') return false;
  if (word.letter) return true;
  const std::string_view text = sheet.of(word);
  return text == "Th" || text == "Chr" || text == "Ph" || text == "Joh" || text == "Fr" || text == "Jac" ||
         text == "IJ" || text == "Tj" || text == "Sj" || text == "Wm";
}

std::size_t place_phrase_end(const Sheet& sheet, std::size_t at) {
  constexpr std::size_t kMostWords = 4;
  const auto& words = sheet.words();
  if ((words[at].bits & kPlaceHead) == 0) return at;
  std::string phrase = fold(sheet.of(words[at]));
  std::size_t best = at;
  for (std::size_t i = at + 1; i < std::min(words.size(), at + kMostWords); ++i) {
    if (words[i].before != 0 || words[i].lines > 0) break;
    phrase += ' ';
    phrase += fold(sheet.of(words[i]));
    if (words[i].capital && (sheet.lexicon().bits(phrase) & (kPlaceNear | kPlaceBig | kPlaceSmall | kCountry)) != 0)
      best = i;
  }
  return best;
}

std::vector<NameRun> name_runs(const Sheet& sheet) {
  const auto& words = sheet.words();
  std::vector<NameRun> runs;
  for (std::size_t at = 0; at < words.size();) {
    if (!begins(sheet, at)) {
      ++at;
      continue;
    }
    NameRun run{at, place_phrase_end(sheet, at)};
    for (std::size_t next = run.last + 1; next < words.size() && follows(sheet, next);) {
      if (begins(sheet, next)) {
        run.last = place_phrase_end(sheet, next);
        next = run.last + 1;
        continue;
      }
      // Particles in lower case, when a capital follows them; after a name in lower case any word does.
      std::size_t end = next;
      while (end < words.size() && end - next < kMostParticles && !words[end].capital && is_name_particle(sheet, end) &&
             follows(sheet, end))
        ++end;
      const bool lower = !words[at].capital && end < words.size() && !words[end].digits &&
                         words[end].end - words[end].begin > 2 &&
                         ((words[end].bits & kLast) != 0 || words[end].bits == 0);
      if (end == next && !(lower && run.last == at)) break;
      if (end >= words.size() || !follows(sheet, end) || words[end].digits || !(words[end].capital || lower)) break;
      run.last = end;
      next = end + 1;
    }
    runs.push_back(run);
    at = run.last + 1;
  }
  return runs;
}

}  // namespace collega::privacy
