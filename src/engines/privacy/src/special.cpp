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
constexpr std::array<std::string_view, 43> kRules{
    "ongeacht",  "feestdagen", "organisatie", "identiteit",  "recht",        "artikel",   "wet",        "regeling",
    "cao",       "beleid",     "verlof",      "verzekering", "protocol",     "werkgever", "werknemers", "medewerkers",
    "indien",    "ieder",      "iedere",      "elke",        "alle",         "bedoeld",   "krachtens",  "policy",
    "entitled",  "employees",  "employer",    "statutory",   "act",          "law",       "cursus",     "training",
    "workshop",  "folder",     "brochure",    "informatie",  "voorlichting", "congres",   "afdeling",   "clienten",
    "patienten", "bewoners",   "doelgroep"};

constexpr double kTold = 0.85, kNamed = 0.9;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

struct Sentence {
  std::size_t first = 0, last = 0;  ///< words
  bool somebody = false, named = false, rules = false;
};

/// Words after a people that say where somebody comes from: "Marokkaanse afkomst".
constexpr std::array<std::string_view, 11> kOrigins{"afkomst",    "achtergrond", "komaf",   "roots",
                                                    "herkomst",   "bloed",       "descent", "origin",
                                                    "background", "heritage",    "ouders"};

class Special {
 public:
  Special(Sheet& sheet, const SpecialPhrases& phrases) : sheet_(sheet), words_(sheet.words()), phrases_(phrases) {
    for (const Finding& finding : sheet.found())
      if (finding.kind == Kind::PERSON && finding.score > kSurePerson) people_.push_back(finding.span.begin);
    std::ranges::sort(people_);
  }

  void find() {
    for (std::size_t at = 0; at < words_.size();) {
      const SpecialPhrases::Match match =
          is_origin(at) ? SpecialPhrases::Match{2, Kind::ETHNICITY} : phrases_.at(sheet_, at);
      if (match.words == 0) {
        ++at;
        continue;
      }
      judge(at, match);
      at += match.words;
    }
  }

 private:
  [[nodiscard]] bool is_origin(std::size_t at) const {
    const Word& word = words_[at];
    if (at + 1 >= words_.size() || !word.capital || (word.bits & (kProperNl | kProperEn | kPeople)) == 0) return false;
    const Word& next = words_[at + 1];
    return next.before == 0 && next.lines == 0 && !next.capital && is_one_of(kOrigins, fold(sheet_.of(next)));
  }

  void judge(std::size_t at, const SpecialPhrases::Match& match) {
    const Sentence here = sentence(at);
    if (here.rules && !here.named) return;
    double score = here.named ? kNamed : here.somebody ? kTold : 0;
    // "Zij is ziek. Chemo volgt na de zomer.": of whom the sentence before spoke.
    if (score == 0 && here.first > 0 && words_[here.first].lines <= 1) {
      const Sentence before = sentence(here.first - 1);
      if (!before.rules && (before.named || before.somebody)) score = kTold - 0.2;
    }
    if (score > 0) sheet_.add(words_[at].begin, words_[at + match.words - 1].end, match.kind, score, "special");
  }

  /// The sentence that word `at` stands in, and of whom it speaks.
  [[nodiscard]] Sentence sentence(std::size_t at) {
    if (at >= sentence_.first && at < sentence_.last) return sentence_;
    Sentence out;
    out.first = at;
    while (out.first > 0 && at - out.first < kLongest && !begins(out.first)) --out.first;
    out.last = at + 1;
    while (out.last < words_.size() && out.last - at < kLongest && !begins(out.last)) ++out.last;
    for (std::size_t i = out.first; i < out.last; ++i) {
      const std::uint32_t bits = words_[i].bits;
      if ((bits & (kKin | kTitle | kFunction | kRole | kWordNl | kWordEn)) == 0) continue;
      const std::string word = fold(sheet_.of(words_[i]));
      out.somebody |= is_one_of(kSomebody, word) || (bits & kKin) != 0;
      out.rules |= is_one_of(kRules, word);
    }
    const auto first = std::ranges::lower_bound(people_, words_[out.first].begin);
    out.named = first != people_.end() && *first < words_[out.last - 1].end;
    return sentence_ = out;
  }

  [[nodiscard]] bool begins(std::size_t at) const {
    const Word& word = words_[at];
    return word.lines > 1 ||
           (word.starts && (word.before == '.' || word.before == '!' || word.before == '?') && word.capital);
  }

  /// Words of a sentence that are looked at on either side.
  static constexpr std::size_t kLongest = 40;
  static constexpr double kSurePerson = 0.6;

  Sheet& sheet_;
  const std::vector<Word>& words_;
  const SpecialPhrases& phrases_;
  std::vector<std::size_t> people_;  // where they begin
  Sentence sentence_;
};

}  // namespace

void find_special(Sheet& sheet, const SpecialPhrases& phrases) { Special(sheet, phrases).find(); }

}  // namespace collega::privacy
