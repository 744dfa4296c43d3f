#include "keywords.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "words.h"

namespace collega::skills {
namespace {

// "SQL SQL SQL Java SQL …": from this many words on, a row of which at most half are new. Names that come back in
// versions ("Java 8, Java 11, Java 17") stay above it.
constexpr std::size_t kFewestWords = 8;
// Or one of which a single word is a quarter, and comes back so often.
constexpr std::size_t kOften = 5;
// Prose repeats itself too, the longer the more, but of every few words one is a little one.
constexpr std::size_t kLongestRow = 40;
constexpr std::size_t kWordsALittleOne = 7;

// Papers that name so much and tell nothing are a row as a whole. A scribbled note names less.
constexpr std::size_t kManySkills = 8;
// Whoever writes so few different little words has written no sentence; a name and an address hold two or three.
constexpr std::size_t kFewLittleWords = 5;

constexpr std::array<std::string_view, 52> kLittleWords = {
    "de",   "het",  "een", "en",   "of",  "in",   "op",  "van", "met", "voor", "bij",  "aan", "te",
    "door", "naar", "ik",  "mijn", "heb", "als",  "om",  "dat", "is",  "werk", "daar", "wij", "the",
    "a",    "an",   "and", "or",   "on",  "with", "for", "to",  "at",  "by",   "i",    "my",  "from",
    "have", "was",  "der", "die",  "und", "mit",  "für", "ich", "et",  "les",  "dans", "w",   "na"};

bool is_little(const Unit& unit) {
  return std::find(kLittleWords.begin(), kLittleWords.end(), unit.folded) != kLittleWords.end();
}

bool repeats_itself(const std::vector<Unit>& units) {
  std::map<std::string_view, std::size_t> times;
  std::size_t words = 0;
  std::size_t most = 0;
  std::size_t little = 0;
  for (const Unit& unit : units) {
    if (!unit.is_word) continue;
    ++words;
    const std::size_t now = ++times[unit.folded];
    if (is_little(unit))
      ++little;
    else
      most = std::max(most, now);
  }
  const bool prose = words > kLongestRow && little * kWordsALittleOne > words;
  return words >= kFewestWords && !prose && (times.size() * 2 <= words || (most >= kOften && most * 4 >= words));
}

bool is_shown_by_name(ConceptKind kind) { return kind == ConceptKind::skill || kind == ConceptKind::licence; }

// No work, no year and no sentence in any of the papers, and a great many names.
bool tell_nothing(const std::vector<ReadPaper>& papers, const Taxonomy& taxonomy) {
  std::set<std::string> little;
  std::set<ConceptRef> named;
  for (const ReadPaper& read : papers) {
    if (!read.stretches.empty()) return false;
    for (const Unit& unit : units_of(read.paper->text)) {
      if (is_year(unit)) return false;
      if (is_little(unit)) little.insert(unit.folded);
    }
    for (const Mention& mention : read.reading.mentions) {
      if (is_shown_by_name(taxonomy.at(mention.concept_ref).kind)) named.insert(mention.concept_ref);
    }
  }
  return little.size() < kFewLittleWords && named.size() >= kManySkills;
}

}  // namespace

std::vector<std::vector<Span>> keyword_rows(const std::vector<ReadPaper>& papers, const Taxonomy& taxonomy) {
  const bool all = tell_nothing(papers, taxonomy);
  std::vector<std::vector<Span>> rows;
  for (const ReadPaper& read : papers) {
    auto& of_paper = rows.emplace_back();
    for (const Mention& mention : read.reading.mentions) {
      if (!of_paper.empty() && of_paper.back() == mention.sentence) continue;
      const bool row = all || repeats_itself(units_of(mention.sentence.of(read.paper->text)));
      if (row && is_shown_by_name(taxonomy.at(mention.concept_ref).kind)) of_paper.push_back(mention.sentence);
    }
  }
  return rows;
}

}  // namespace collega::skills
