// Special categories: a word of the list counts when the sentence tells it of somebody. "Zwangerschapsverlof duurt 16
// weken" tells nothing of anybody; "zij is zwanger" does.

#include <algorithm>
#include <array>

#include "collega/base/utf8.h"
#include "letters.h"
#include "recognisers.h"
#include "special_phrases.h"

namespace collega::privacy {
namespace {

/// Somebody: pronouns and the words for one person.
constexpr std::array<std::string_view, 44> kSomebody{
    "hij",    "zij",     "ze",          "hem",          "haar",      "ik",           "mij",
    "me",     "mijn",    "zijn",        "je",           "jij",       "jou",          "jouw",
    "u",      "uw",      "medewerker",  "medewerkster", "werknemer", "werkneemster", "betrokkene",
    "client", "patient", "sollicitant", "kandidaat",    "mevrouw",   "meneer",       "dhr",
    "mw",     "mevr",    "he",          "she",          "him",       "her",          "his",
    "i",      "my",      "employee",    "candidate",    "applicant", "patient",      "mr",
    "mrs",    "ms"};
/// Words of rules and offers, in which the same words speak of nobody.
constexpr std::array<std::string_view, 40> kRules{
    "recht",       "artikel",      "lid",       "wet",        "regeling",    "cao",       "beleid",    "verlof",
    "verzekering", "protocol",     "werkgever", "werknemers", "medewerkers", "indien",    "ieder",     "iedere",
    "elke",        "alle",         "bedoeld",   "krachtens",  "policy",      "entitled",  "employees", "employer",
    "statutory",   "act",          "law",       "cursus",     "training",    "workshop",  "folder",    "brochure",
    "informatie",  "voorlichting", "congres",   "afdeling",   "clienten",    "patienten", "bewoners",  "doelgroep"};

constexpr double kTold = 0.85, kNamed = 0.9;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

struct Sentence {
  std::size_t first = 0, last = 0;  ///< words
  bool somebody = false, named = false, rules = false;
};

class Special {
 public:
  Special(Sheet& sheet, const SpecialPhrases& phrases) : sheet_(sheet), words_(sheet.words()), phrases_(phrases) {}

  void find() {
    for (std::size_t at = 0; at < words_.size();) {
      const SpecialPhrases::Match match = phrases_.at(sheet_, at);
      if (match.words == 0) {
        ++at;
        continue;
      }
      judge(at, match);
      at += match.words;
    }
  }

 private:
  void judge(std::size_t at, const SpecialPhrases::Match& match) {
    const Sentence sentence = around(at);
    if (sentence.rules && !sentence.named) return;
    const double score = sentence.named ? kNamed : sentence.somebody ? kTold : 0;
    if (score == 0) return;
    sheet_.add(words_[at].begin, words_[at + match.words - 1].end, match.kind, score, "special");
  }

  /// The sentence that word `at` stands in, and of whom it speaks; the one before it tells who "she" is.
  [[nodiscard]] Sentence around(std::size_t at) {
    if (at < sentence_.last && at >= sentence_.first && sentence_.last > 0) return sentence_;
    Sentence out;
    out.first = at;
    while (out.first > 0 && !ends_before(out.first)) --out.first;
    out.last = at + 1;
    while (out.last < words_.size() && !ends_before(out.last)) ++out.last;
    for (std::size_t i = out.first; i < out.last; ++i) {
      const std::uint32_t bits = words_[i].bits;
      if ((bits & (kKin | kTitle | kFunction | kRole | kWordNl | kWordEn)) == 0) continue;
      const std::string word = fold(sheet_.of(words_[i]));
      out.somebody |= is_one_of(kSomebody, word) || (bits & kKin) != 0;
      out.rules |= is_one_of(kRules, word);
    }
    const std::size_t begin = words_[out.first].begin, end = words_[out.last - 1].end;
    // People found so far stand in the order of the text.
    const auto& found = sheet_.found();
    out.named = std::ranges::any_of(found, [&](const Finding& finding) {
      return finding.kind == Kind::PERSON && finding.span.begin >= begin && finding.span.end <= end &&
             finding.score > 0.6;
    });
    return sentence_ = out;
  }

  [[nodiscard]] bool ends_before(std::size_t at) const {
    const Word& word = words_[at];
    return word.lines > 1 ||
           (word.starts && (word.before == '.' || word.before == '!' || word.before == '?') && word.capital);
  }

  Sheet& sheet_;
  const std::vector<Word>& words_;
  const SpecialPhrases& phrases_;
  Sentence sentence_;
};

}  // namespace

void find_special(Sheet& sheet, const SpecialPhrases& phrases) { Special(sheet, phrases).find(); }

}  // namespace collega::privacy
