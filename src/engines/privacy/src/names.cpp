// Names of people, places and organisations. Each run of words with capitals is read as the likeliest row of names: for
// every word the signs for each kind of name add up (name_weights.h), and the best row is found by dynamic programming.
// A second reading knows what the first was sure of, so that "Verhofstadt" alone is the man whom the text named in full
// before.

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "collega/base/utf8.h"
#include "letters.h"
#include "name_runs.h"
#include "name_weights.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

enum Label : std::uint8_t { kNone, kPerson, kPlace, kOrganisation, kLabels };

struct Scores {
  std::array<double, kLabels> of{};
  std::string_view why = "name_context";  ///< the strongest sign of a person
  double strongest = 0;
  void person(double weight, std::string_view key) {
    of[kPerson] += weight;
    if (weight > strongest) strongest = weight, why = key;
  }
};

/// Words that were part of a name beyond doubt, by their hash.
using Seen = std::unordered_map<std::uint64_t, Label>;

constexpr std::uint32_t kAnyPlace = kPlaceNear | kPlaceBig | kPlaceSmall | kCountry;
constexpr std::uint32_t kAnyWord = kWordNl | kWordEn;

constexpr std::array<std::string_view, 20> kSurnameEnds{"stra", "sma",   "inga", "mans", "sen",  "sson", "ink",
                                                        "aert", "aerts", "huis", "veld", "kamp", "berg", "broek",
                                                        "ski",  "ska",   "oglu", "ović", "ovic", "ema"};
constexpr std::array<std::string_view, 8> kSurnameStarts{"vande", "vanden", "vander", "verh",
                                                         "verm",  "mc",     "mac",    "o'"};

/// Ends of words for kinds of firms and institutions.
constexpr std::array<std::string_view, 32> kFirms{
    "erij",    "werf",      "praktijk",    "hulp",        "groep",    "centrum", "zorg",      "bedrijf",
    "fabriek", "school",    "bureau",      "winkel",      "kliniek",  "huis",    "stichting", "vereniging",
    "bank",    "garage",    "makelaardij", "installatie", "techniek", "bouw",    "transport", "notariaat",
    "kantoor", "maatschap", "combinatie",  "holding",     "apotheek", "college", "instituut", "fonds"};

/// Ends of the names of laws and rules.
constexpr std::array<std::string_view, 6> kRules{"wet", "besluit", "regeling", "verordening", "richtlijn", "code"};

bool has_surname_form(std::string_view folded) {
  if (folded.size() < 6) return false;
  return std::ranges::any_of(kSurnameEnds, [&](std::string_view end) { return folded.ends_with(end); }) ||
         std::ranges::any_of(kSurnameStarts, [&](std::string_view start) { return folded.starts_with(start); });
}

/// "Nederlandse", "Fransman", "Duits": of a people. The dictionary has them with a capital.
bool is_of_a_people(std::uint32_t bits, std::string_view text) {
  if ((bits & kProperNl) == 0 || (bits & (kFirst | kLast | kAnyPlace)) != 0) return false;
  for (const std::string_view end : {"se", "sch", "aan", "anen", "iër", "iërs", "ezen"})
    if (text.ends_with(end)) return true;
  return false;
}

class Reader {
 public:
  explicit Reader(Sheet& sheet) : sheet_(sheet), words_(sheet.words()), runs_(name_runs(sheet)) {}

  void read() {
    std::vector<std::size_t> ends;  // of the first reading's names, a run each
    for (const NameRun& run : runs_) prepare(run);
    std::size_t offset = 0;
    for (const NameRun& run : runs_) {
      decode(run, offset, false);
      offset += run.last - run.first + 1;
      ends.push_back(named_.size());
    }
    for (const Named& named : named_) learn(named);
    std::vector<Named> first;
    first.swap(named_);
    offset = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (touched(runs_[i])) {
        named_.clear();
        decode(runs_[i], offset, true);
        for (const Named& named : named_) take(named);
      } else {
        for (std::size_t n = begin; n < ends[i]; ++n) take(first[n]);
      }
      begin = ends[i];
      offset += runs_[i].last - runs_[i].first + 1;
    }
  }

 private:
  /// Two words of the dictionary, of four letters or more each, that make this one: "Computerleraars".
  [[nodiscard]] bool is_compound(const Word& word) const {
    const std::string text = fold(sheet_.of(word));
    if (text.size() < 9) return false;
    for (std::size_t cut = 4; cut + 4 <= text.size(); ++cut) {
      if ((sheet_.lexicon().bits(std::string_view(text).substr(0, cut)) & kWordNl) == 0) continue;
      std::string_view rest = std::string_view(text).substr(cut);
      if ((sheet_.lexicon().bits(rest) & kWordNl) != 0) return true;
      if (rest.starts_with('s') && rest.size() > 4 && (sheet_.lexicon().bits(rest.substr(1)) & kWordNl) != 0)
        return true;
    }
    return false;
  }

  /// "Drukkerij De Gouden Letter", "Scheepswerf Hiltermann": a kind of firm with a capital, before another capital.
  [[nodiscard]] bool heads_organisation(std::size_t at) const {
    if (at + 1 >= words_.size() || !follows(at + 1) || !words_[at + 1].capital) return false;
    if ((words_[at].bits & kOrgHead) != 0) return true;
    const std::string word = fold(sheet_.of(words_[at]));
    return std::ranges::any_of(
        kFirms, [&](std::string_view end) { return word.size() > end.size() + 1 && word.ends_with(end); });
  }

  [[nodiscard]] bool shouted(std::size_t at) const {
    // A line in capitals: they say nothing then.
    const Word& word = words_[at];
    if (!word.all_capitals) return false;
    const auto loud = [&](std::size_t i) {
      return i < words_.size() && words_[i].all_capitals && words_[i].end - words_[i].begin > 3;
    };
    return (at > 0 && word.lines == 0 && loud(at - 1)) ||
           (at + 1 < words_.size() && words_[at + 1].lines == 0 && loud(at + 1));
  }

  /// "(Ita)", "(NL)", "(Rus / 6)": two or three letters between parentheses.
  [[nodiscard]] bool is_code(std::size_t at) const {
    const Word& word = words_[at];
    if (word.before != '(' || word.end - word.begin > 3 || word.end >= sheet_.text().size()) return false;
    return sheet_.text()[word.end] == ')' || sheet_.text().substr(word.end).starts_with(" /");
  }

  /// "II", "IVA": a Roman numeral, as parts of laws have.
  [[nodiscard]] bool is_numeral(const Word& word) const {
    return word.all_capitals && sheet_.of(word).find_first_not_of("IVXLCDMA") == std::string_view::npos &&
           (word.bits & kFirstNear) == 0;
  }

  [[nodiscard]] bool beside_digits(std::size_t at) const {
    return (at > 0 && words_[at - 1].digits && words_[at].lines == 0) ||
           (at + 1 < words_.size() && words_[at + 1].digits && words_[at + 1].lines == 0 && words_[at + 1].before == 0);
  }

  /// A particle with a capital, before a word with one: "Van Hove". True when it was one.
  [[nodiscard]] bool add_particle(std::size_t at, Scores& scores) const {
    const Word& word = words_[at];
    if (!is_name_particle(sheet_, at) || at + 1 >= words_.size() || !follows(at + 1)) return false;
    const bool article = (word.bits & kArticle) != 0;
    auto& of = scores.of;
    if (article && shouted(at)) of[kPerson] -= 2;  // "DE RECEPTIE"
    of[kPerson] += !word.starts ? weight::kParticleMiddle : article ? weight::kArticleStart : weight::kParticleStart;
    of[kPlace] += word.starts ? -3.0 : -1.5;
    of[kOrganisation] += word.starts ? -3.0 : -0.5;
    return true;
  }

  /// A word of the dictionary; one that is a first name too may be that.
  static void add_common(std::uint32_t bits, bool starts, bool loud, std::array<double, kLabels>& of) {
    const bool capital_says_little = starts || loud;
    const bool near = (bits & kFirstNear) != 0 && (bits & (kProperNl | kProperEn)) != 0;
    if (near) {
      of[kPerson] += capital_says_little ? weight::kNearNameWordAtStart : weight::kNearNameWord;
    } else if ((bits & kFirst) != 0) {
      of[kPerson] += capital_says_little ? weight::kNameWordAtStart : weight::kNameWord;
    } else if (loud && !starts && (bits & kLast) != 0) {
      of[kPerson] += weight::kWordPerson;
    } else {
      of[kPerson] += ((bits & kProperNl) != 0 ? weight::kProperWordPerson : weight::kWordPerson) +
                     (capital_says_little ? weight::kWordAtStart : 0);
    }
    of[kPlace] += weight::kWordPlace + (capital_says_little ? weight::kWordAtStart : 0);
    of[kOrganisation] += weight::kWordOrganisation + (capital_says_little ? weight::kWordAtStart : 0);
  }

  /// What the word is by itself.
  void add_form(std::size_t at, Scores& scores) const {
    const Word& word = words_[at];
    const std::uint32_t bits = word.bits;
    auto& of = scores.of;
    if (is_bv(at)) {
      of[kPerson] -= 4, of[kPlace] -= 4, of[kOrganisation] += 2;
      return;
    }
    const bool initial = is_initial(sheet_, at);
    if (initial) {
      of[kPerson] += 0.5, of[kPlace] -= 3, of[kOrganisation] -= 1;
      return;
    }
    if (word.letter) {
      of[kPerson] -= 3, of[kPlace] -= 4, of[kOrganisation] -= 1.5;
      return;
    }
    const bool loud = shouted(at);
    const bool capital_says_little = word.starts || loud;
    const bool common = (bits & kAnyWord) != 0;
    const bool named = (bits & (kFirst | kLast)) != 0;
    if (is_code(at)) {
      of[kPerson] += weight::kCode, of[kOrganisation] += weight::kCode;
      return;
    }
    if (add_particle(at, scores)) return;
    // "June" and "Mei" are people before a family name and behind a greeting.
    const bool called =
        (at + 1 < words_.size() && follows(at + 1) && (words_[at + 1].capital || is_name_particle(sheet_, at + 1))) ||
        (at > 0 && follows(at) && (words_[at - 1].bits & (kGreeting | kTitle)) != 0);
    const bool calendar = (bits & (kMonth | kWeekday)) != 0 && ((bits & kFirst) == 0 || beside_digits(at) || !called);
    if ((bits & (kFunction | kArticle)) != 0 || calendar)
      for (const Label label : {kPerson, kPlace, kOrganisation}) of[label] -= capital_says_little || calendar ? 5 : 2.5;
    if (common) {
      add_common(bits, word.starts, loud, of);
    } else if (!capital_says_little) {
      of[kPerson] += weight::kUnknownPerson, of[kPlace] += weight::kUnknownPlace,
          of[kOrganisation] += weight::kUnknownOrganisation;
    } else {
      of[kPerson] += weight::kStartPerson, of[kPlace] += weight::kStartPlace,
          of[kOrganisation] += weight::kStartOrganisation;
    }
    if ((bits & kFirstNear) != 0) {
      scores.person(weight::kFirstNearPerson, "name_first");
    } else if ((bits & kFirst) != 0) {
      scores.person(weight::kFirstPerson, "name_first");
    }
    if ((bits & kLastNear) != 0) {
      scores.person(weight::kLastNearPerson, "name_last");
    } else if ((bits & kLast) != 0 && (bits & kFirst) == 0) {
      scores.person(weight::kLastPerson, "name_last");
    }
    if ((bits & kAnyPlace) != 0 && (bits & kFirstNear) == 0) of[kPerson] += weight::kPlacePerson;
    if ((bits & kFirstNear) != 0 && (bits & kAnyPlace) != 0) of[kPlace] -= 1.0;
    if ((bits & kCountry) != 0) of[kPlace] += weight::kCountryPlace, of[kPerson] -= 1.0;
    if ((bits & kPlaceNear) != 0)
      of[kPlace] += weight::kNearPlace;
    else if ((bits & kPlaceBig) != 0)
      of[kPlace] += weight::kBigPlace;
    else if ((bits & kPlaceSmall) != 0)
      of[kPlace] += weight::kSmallPlace;
    if ((bits & kPeople) != 0 && !named) {
      for (const Label label : {kPerson, kPlace, kOrganisation}) of[label] += weight::kPeoples;
    } else if ((bits & kProperNl) != 0 && !named && !common && (bits & kAnyPlace) == 0) {
      of[kPerson] += weight::kProperPerson, of[kPlace] += weight::kProperPlace,
          of[kOrganisation] += weight::kProperOrganisation;
      if (is_of_a_people(bits, sheet_.of(word)))
        for (const Label label : {kPerson, kPlace, kOrganisation}) of[label] += weight::kPeoples;
    }
    if ((bits & kOrgTail) != 0)
      of[kOrganisation] += at > 0 && follows(at) && words_[at - 1].capital ? weight::kTailOrganisation : 0.8;
    if ((bits & kOrgHead) != 0) of[kOrganisation] += weight::kHeadOrganisation;
    if (heads_organisation(at)) of[kOrganisation] += weight::kKindOfFirm;
    if ((bits & (kOrgHead | kOrgTail)) != 0) of[kPerson] -= 1.5;
    if (word.all_capitals && !loud && word.end - word.begin <= 6) {
      of[kOrganisation] += weight::kAcronymOrganisation, of[kPlace] += weight::kAcronymPlace;
      if (!named) of[kPerson] += weight::kAcronymPerson;
      if (word.end - word.begin == 2) of[kOrganisation] -= 3;
    }
    if ((bits & kAcronym) != 0 || is_numeral(word))
      for (const Label label : {kPerson, kPlace, kOrganisation}) of[label] -= 8;
    if ((bits & kGreeting) != 0)
      for (const Label label : {kPerson, kPlace, kOrganisation}) of[label] -= 4;
    const bool leads = at + 1 < words_.size() && follows(at + 1) && words_[at + 1].capital;
    if (((bits & (kRole | kKin | kLabel)) != 0 || ((bits & kTitle) != 0 && leads)) && !named)
      for (const Label label : {kPerson, kPlace, kOrganisation}) of[label] -= 1.5;
    if (word.has_digit)
      for (const Label label : {kPerson, kPlace, kOrganisation}) of[label] += weight::kDigits;
    if (bits == 0) {
      if (word.hyphen) of[kPerson] -= 0.7, of[kOrganisation] += 0.3;
      const std::string folded = fold(sheet_.of(word));
      if (has_surname_form(folded)) scores.person(weight::kSurnameEnding, "name_form");
      if (is_compound(word))
        of[kPerson] += weight::kCompound, of[kPlace] += weight::kCompound, of[kOrganisation] += weight::kCompound / 2;
    }
    if (!word.capital) of[kPerson] += (bits & kFirstNear) != 0 ? 0.2 : -0.9, of[kPlace] -= 4, of[kOrganisation] -= 4;
  }

  [[nodiscard]] bool follows(std::size_t at) const { return words_[at].lines == 0 && words_[at].before == 0; }

  /// The first of the particles in lower case that lead to the capital at `at`: of "van der" and "in 't" at least two,
  /// or one after a form of address; `at` itself when they are none of a name.
  [[nodiscard]] std::size_t family_start(std::size_t at) const {
    const bool beside = words_[at].before == 0 || (at > 0 && is_abbreviated_particle(sheet_, at - 1));
    if (words_[at].lines > 0 || !beside) return at;
    std::size_t first = at;
    while (first > 0 && at - first < 3 && !words_[first - 1].capital && is_name_particle(sheet_, first - 1) &&
           (first == at || follows(first)))
      --first;
    if (first < at && is_abbreviated_particle(sheet_, at - 1)) return first;
    if (first == at || (at - first >= 2 && (words_[at - 1].bits & kArticle) == 0)) return first;
    if (at - first >= 2 && sheet_.of(words_[at - 1]) != "de" && sheet_.of(words_[at - 1]) != "het") return first;
    const bool called = first > 0 && words_[first].lines == 0 && (words_[first - 1].bits & kTitle) != 0 &&
                        (words_[first].before == 0 || words_[first].before == '.') &&
                        (words_[first - 1].bits & kArticle) == 0;
    return called ? first : at;
  }

  /// What the words around say of a name that begins at `at`.
  void add_before(std::size_t at, Scores& scores) const {
    if (at == 0) return;
    auto& of = scores.of;
    // "mevrouw van der Berg": what counts stands before the particles.
    at = family_start(at);
    if (at == 0) return;
    const Word& word = words_[at];
    const Word& before = words_[at - 1];
    const std::uint32_t bits = before.bits;
    const bool beside = word.lines == 0 && (word.before == 0 || (word.before == '.' && before.end - before.begin <= 5));
    if (beside && (bits & kTitle) != 0) scores.person(weight::kAfterTitle, "name_title");
    if (!beside) {
      const std::string_view between = sheet_.text().substr(before.end, word.begin - before.end);
      const bool label = between.find_first_of(":|=\t") != std::string_view::npos && word.lines <= 1;
      if (label && (bits & kLabel) != 0) {
        const Field field = sheet_.field_of(at - 1);
        if (field == Field::name) scores.person(weight::kAfterNameLabel, "name_label");
        if (field == Field::place) of[kPlace] += weight::kAfterPlaceLabel;
      }
      if (word.lines > 0 && word.lines <= 2 && (bits & kGreeting) != 0)
        scores.person(weight::kAfterGreeting - 0.8, "name_greeting");
      return;
    }
    if ((bits & kTitle) != 0) return;
    if ((bits & kLabel) != 0 && before.lines > 0 && sheet_.field_of(at - 1) == Field::name)
      scores.person(weight::kAfterNameLabelAlone, "name_label");
    if ((bits & kRole) != 0)
      scores.person(weight::kAfterRole, "name_role");
    else if ((bits & kKin) != 0)
      scores.person(weight::kAfterKin, "name_kin");
    if ((bits & kGreeting) != 0) scores.person(weight::kAfterGreeting, "name_greeting");
    if ((bits & kPersonBefore) != 0) scores.person(weight::kAfterPersonWord, "name_context");
    if ((bits & kPlaceBefore) != 0) of[kPlace] += weight::kAfterPlaceWord, of[kPerson] += weight::kAfterPlaceWordPerson;
    if ((bits & kArticle) != 0)
      of[kPerson] += weight::kAfterArticlePerson, of[kPlace] += weight::kAfterArticlePlace,
          of[kOrganisation] += weight::kAfterArticleOrganisation;
    if ((bits & kSaying) != 0 && !before.capital) scores.person(weight::kBesideSaying, "name_saying");
  }

  /// What follows a name that ends at `at`.
  void add_after(std::size_t at, Scores& scores) const {
    if (at + 1 >= words_.size()) return;
    const Word& after = words_[at + 1];
    if (after.lines > 0) return;
    if (after.before == 0 && !after.capital && (after.bits & kSaying) != 0)
      scores.person(weight::kBesideSaying, "name_saying");
    const bool age = after.digits && after.end - after.begin == 2 && (after.before == '(' || after.before == ',');
    if (age) scores.person(weight::kAge, "name_age");
    const bool initials = after.before == 0 && is_initial(sheet_, at + 1) && !is_initial(sheet_, at);
    const bool ends = at + 2 >= words_.size() || words_[at + 2].lines > 0 || words_[at + 2].digits ||
                      words_[at + 2].before == ',' || is_initial(sheet_, at + 2);
    if (initials && ends) scores.person(weight::kBeforeInitials / 2, "name_last");  // "Kaptijn L.D."
    if (after.before == ',' && is_initial(sheet_, at + 1)) scores.person(weight::kBeforeInitials, "name_last");
    if (after.capital && is_code(at + 1)) scores.person(weight::kBeforeCode, "name_context");
  }

  [[nodiscard]] double seen(const Word& word, Label label) const {
    const auto found = seen_.find(word.hash);
    if (found == seen_.end()) return 0;
    if (found->second != label) return -0.5;
    return label == kPerson ? weight::kSeenPerson : label == kPlace ? weight::kSeenPlace : weight::kSeenOrganisation;
  }

  /// "Hoekstra-van", before "der Ploeg".
  [[nodiscard]] bool ends_in_particle(const Word& word) const {
    const std::string_view text = sheet_.of(word);
    return word.hyphen && (text.ends_with("-van") || text.ends_with("-de") || text.ends_with("-den") ||
                           text.ends_with("-ter") || text.ends_with("-el"));
  }

  /// Whether the words before `at` begin with a kind of firm: "Huisartsenpraktijk De | Linde".
  [[nodiscard]] bool headed(std::size_t at) const {
    for (std::size_t back = at; back > 0 && at - back < 4 && follows(back); --back)
      if ((words_[back - 1].bits & kOrgHead) != 0 || heads_organisation(back - 1)) return true;
    return false;
  }

  /// "B.V." and "N.V.", either letter of it.
  [[nodiscard]] bool is_bv(std::size_t at) const {
    const auto letter = [&](std::size_t i) {
      return words_[i].letter && words_[i].capital ? sheet_.text()[words_[i].begin] : ' ';
    };
    const auto beside = [&](std::size_t i) {
      return i + 1 < words_.size() && words_[i + 1].begin == words_[i].end + 1 && sheet_.text()[words_[i].end] == '.';
    };
    if ((letter(at) == 'B' || letter(at) == 'N') && beside(at) && letter(at + 1) == 'V') return true;
    return at > 0 && letter(at) == 'V' && beside(at - 1) && (letter(at - 1) == 'B' || letter(at - 1) == 'N');
  }

  /// How likely `label` goes on from the word before within one name.
  [[nodiscard]] double goes_on(std::size_t at, Label label) const {
    const Word& before = words_[at - 1];
    const Word& word = words_[at];
    // Over a line break a name goes on where it cannot end.
    const bool alone = at < 2 || !follows(at - 1) || !words_[at - 2].capital;
    const bool open =
        ((before.bits & kFirst) != 0 && alone) || is_name_particle(sheet_, at - 1) || is_initial(sheet_, at - 1);
    const double broken = word.lines == 0 ? 0 : open ? weight::kBrokenOpen : weight::kBroken;
    if (label == kPerson) {
      if (is_initial(sheet_, at - 1)) return weight::kAfterInitial + broken;
      if (is_name_particle(sheet_, at - 1) || ends_in_particle(before)) return weight::kAfterParticle + broken;
      if ((word.bits & kParticle) != 0 && !word.capital) {
        // "Patrick Martens van Adecco": a name that is whole goes on no more.
        if (ends_in_particle(before)) return weight::kAfterParticle;
        const bool whole = at > 1 && (before.bits & (kFirst | kParticle)) == 0 && !is_initial(sheet_, at - 1);
        return (whole ? weight::kAfterWholeName : weight::kBeforeParticle) + broken;
      }
      if (before.genitive) return -1.5;
      if ((before.bits & kFirst) != 0)
        return ((word.bits & (kFunction | kMonth)) != 0 ? -1
                : !word.capital                   ? (before.capital ? weight::kAfterName : weight::kAfterLowerFirst)
                : (before.bits & kFirstNear) != 0 ? weight::kAfterFirstNear
                                                  : weight::kAfterFirst) +
               broken;
      return weight::kAfterName + broken;
    }
    if (label == kPlace) {
      const bool known = (before.bits & kPlaceHead) != 0;
      return (known ? 0.5 : weight::kPlaceGoesOn) + broken;
    }
    const double on = (word.bits & kOrgTail) != 0 || is_bv(at) ? weight::kTailGoesOn
                      : headed(at)                             ? weight::kHeadedGoesOn
                                                               : weight::kOrganisationGoesOn;
    return on + broken;
  }

  struct Cell {
    std::array<double, kLabels> best{};
    std::array<Label, kLabels> from{};
    std::array<bool, kLabels> joined{};  // goes on from the word before
  };

  /// One name of a reading.
  struct Named {
    NameRun name;
    Label label = kNone;
    double margin = 0;
    std::string_view why;
  };

  /// What the words of a run are by themselves, at the start of a name and at its end; it stays through both readings.
  void prepare(const NameRun& run) {
    const std::size_t offset = forms_.size();
    for (std::size_t at = run.first; at <= run.last; ++at) {
      const Word& word = words_[at];
      Scores form;
      if (!word.capital && at > run.first && (word.bits & (kParticle | kFunction)) != 0)
        form.of = {0, 0, -1.0, -0.3};
      else
        add_form(at, form);
      Scores start = form, end;
      add_before(at, start);
      add_after(at, end);
      forms_.push_back(form);
      starts_.push_back(start);
      ends_.push_back(end);
    }
    for (std::size_t at = run.first; at <= run.last; ++at) {
      const std::size_t end = place_phrase_end(sheet_, at);
      for (std::size_t k = at; end > at && k <= end; ++k) {
        const double bonus = weight::kKnownPlacePhrase / static_cast<double>(end - at + 1) + (k == at ? 1.0 : 1.5);
        forms_[offset + k - run.first].of[kPlace] += bonus;
        starts_[offset + k - run.first].of[kPlace] += bonus;
      }
    }
  }

  [[nodiscard]] bool touched(const NameRun& run) const {
    if (seen_.empty()) return false;
    for (std::size_t at = run.first; at <= run.last; ++at)
      if (seen_.contains(words_[at].hash)) return true;
    return false;
  }

  /// Adds what the first reading knows of a word.
  void add_seen(const Word& word, Scores& scores) const {
    for (const Label label : {kPerson, kPlace, kOrganisation}) {
      const double more = seen(word, label);
      if (label == kPerson && more > 0)
        scores.person(more, "name_seen");
      else
        scores.of[label] += more;
    }
  }

  /// The likeliest names of a run, added to `named_`, the last first. `offset`: of its words in what was prepared.
  void decode(const NameRun& run, std::size_t offset, bool again) {
    const std::size_t size = run.last - run.first + 1;
    cells_.assign(size, Cell{});
    auto& cells = cells_;
    const auto begin = static_cast<std::ptrdiff_t>(offset), end = static_cast<std::ptrdiff_t>(offset + size);
    std::vector<Scores> forms(forms_.begin() + begin, forms_.begin() + end),
        starts(starts_.begin() + begin, starts_.begin() + end);
    for (std::size_t i = 0; again && i < size; ++i) {
      if (!words_[run.first + i].capital && (words_[run.first + i].bits & (kParticle | kFunction)) != 0) continue;
      add_seen(words_[run.first + i], forms[i]);
      add_seen(words_[run.first + i], starts[i]);
    }
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t at = run.first + i;
      const bool lower = !words_[at].capital;
      for (std::uint8_t l = 0; l < kLabels; ++l) {
        const auto label = static_cast<Label>(l);
        double after = 0;
        if (label == kPerson) {
          const Scores& only = ends_[offset + i];
          after = only.of[kPerson];
          if (only.strongest > starts[i].strongest) starts[i].why = only.why, starts[i].strongest = only.strongest;
        }
        Cell& cell = cells[i];
        // A particle in lower case begins no name, and is one only between two words of it.
        const bool may_start = label == kNone || !(lower && (words_[at].bits & kParticle) != 0);
        double best = -1e9;
        Label from = kNone;
        bool joined = false;
        for (std::uint8_t p = 0; p < kLabels; ++p) {
          if (i == 0 && p != kNone) break;
          const auto previous = static_cast<Label>(p);
          const double base = i == 0 ? 0 : cells[i - 1].best[previous];
          // A name does not end with a particle.
          const double cut = i > 0 && previous == kPerson && !words_[at - 1].capital && is_name_particle(sheet_, at - 1)
                                 ? weight::kCutAtParticle
                                 : 0;
          if (may_start) {
            const double switching = previous != kNone && label != kNone ? weight::kTwoNamesInARow : 0;
            const double score = base + cut + switching + (label == kNone ? 0 : starts[i].of[label]);
            if (score > best) best = score, from = previous, joined = false;
          }
          if (i > 0 && previous == label && label != kNone) {
            const double score = base + goes_on(at, label) + forms[i].of[label];
            if (score > best) best = score, from = previous, joined = true;
          }
        }
        cell.best[label] = best + (label == kPerson ? after : 0);
        cell.from[label] = from;
        cell.joined[label] = joined;
      }
    }
    trace(run, cells, starts);
  }

  void trace(const NameRun& run, const std::vector<Cell>& cells, const std::vector<Scores>& starts) {
    std::size_t i = cells.size();
    Label label = kNone;
    for (std::uint8_t l = 0; l < kLabels; ++l)
      if (cells[i - 1].best[l] > cells[i - 1].best[label]) label = static_cast<Label>(l);
    while (i > 0) {
      const std::size_t end = --i;
      const Label name = label;
      while (cells[i].joined[name] && name != kNone) --i;
      const Label before = cells[i].from[name];
      if (name != kNone) {
        const double base = i == 0 ? 0 : cells[i - 1].best[before];
        named_.push_back({{run.first + i, run.first + end}, name, cells[end].best[name] - base, starts[i].why});
      }
      label = before;
      if (name == kNone && i == 0) break;
    }
  }

  /// Where a family name in the order of lists ends: "Dijk, J. van (Jeroen)". `end` when no initials follow.
  [[nodiscard]] std::size_t list_end(std::size_t last, std::size_t end) const {
    std::size_t at = last + 1;
    if (at >= words_.size() || words_[at].lines > 0 || words_[at].before != ',' || !is_initial(sheet_, at)) return end;
    while (at < words_.size() && words_[at].lines == 0 && is_initial(sheet_, at)) end = words_[at++].end + 1;
    while (at < words_.size() && words_[at].lines == 0 && !words_[at].capital && words_[at].before != ',' &&
           is_name_particle(sheet_, at))
      end = words_[at++].end;
    const bool called = at < words_.size() && words_[at].lines == 0 && words_[at].before == '(' && words_[at].capital &&
                        words_[at].end < sheet_.text().size() && sheet_.text()[words_[at].end] == ')';
    return called ? words_[at].end + 1 : end;
  }

  /// "Wet", "College", "II": a word of the dictionary alone names no organisation.
  [[nodiscard]] bool names_organisation(NameRun name) const {
    if (name.last > name.first) return true;
    const Word& word = words_[name.first];
    if ((word.bits & (kAnyWord | kOrgHead | kOrgTail)) != 0 && !word.all_capitals) return false;
    return !is_rule(word);
  }

  /// "Participatiewet"
  [[nodiscard]] bool is_rule(const Word& word) const {
    const std::string folded = fold(sheet_.of(word));
    return std::ranges::any_of(kRules, [&](std::string_view end) { return folded.ends_with(end); });
  }

  /// "De" and "Van" alone are nobody.
  [[nodiscard]] bool holds_a_name(NameRun name) const {
    for (std::size_t at = name.first; at <= name.last; ++at)
      if ((words_[at].bits & (kParticle | kArticle)) == 0 && !words_[at].letter) return true;
    return false;
  }

  /// Keeps the words of a name for the second reading. Words of the dictionary and names of countries are too common to
  /// tell.
  void remember(NameRun name, Label label) {
    for (std::size_t at = name.first; at <= name.last; ++at) {
      const Word& word = words_[at];
      const bool common = (word.bits & kAnyWord) != 0 && (word.bits & (kFirst | kLast)) == 0;
      const bool place = label == kPerson && (word.bits & (kCountry | kPlaceBig)) != 0 && (word.bits & kFirstNear) == 0;
      if (word.capital && !word.letter && (word.bits & (kParticle | kFunction)) == 0 && !common && !place)
        seen_.emplace(word.hash, label);
    }
  }

  [[nodiscard]] bool counts(const Named& named) const {
    const auto& [name, label, margin, why] = named;
    if (margin < weight::kEnough) return false;
    if (label == kPerson) return holds_a_name(name);
    if (label == kOrganisation) return names_organisation(name);
    return name.first < name.last || !is_rule(words_[name.first]);
  }

  void learn(const Named& named) {
    if (!counts(named)) return;
    const auto& [name, label, margin, why] = named;
    const bool by_form = label == kPerson && (why == "name_context" || why == "name_form" || why == "name_saying");
    const bool sure = margin > (name.last > name.first && !by_form ? weight::kBeyondDoubt : weight::kAloneBeyondDoubt);
    if (sure) remember(name, label);
  }

  void take(const Named& named) {
    if (!counts(named)) return;
    auto [name, label, margin, why] = named;
    while (name.last > name.first && !words_[name.last].capital && is_name_particle(sheet_, name.last)) --name.last;
    // A name that nothing but its form and place suggests is as often an organisation's.
    const bool weak = why == "name_context" || why == "name_saying" || why == "name_form" || why == "name_last" ||
                      (why == "name_first" && (words_[name.first].bits & kFirstNear) == 0);
    const double wanted = name.last > name.first ? weight::kPersonOfWords : weight::kPersonOfOneWord;
    const bool person = label == kPerson && (!weak || margin > wanted);
    const Kind kind = person ? Kind::PERSON : label == kPlace ? Kind::PLACE : Kind::ORGANISATION;
    if (label == kPlace) why = "place_known";
    if (label == kOrganisation) why = "organisation";
    std::size_t end = words_[name.last].name_end;
    if (is_initial(sheet_, name.last)) ++end;  // its full stop is part of "J."
    if (label == kPerson && name.first == name.last) end = list_end(name.last, end);
    const std::size_t first = label == kPerson ? family_start(name.first) : name.first;
    sheet_.add(words_[first].begin, end, kind, 1.0 / (1.0 + std::exp(-margin)), why);
  }

  Sheet& sheet_;
  const std::vector<Word>& words_;
  std::vector<NameRun> runs_;
  Seen seen_;
  std::vector<Scores> forms_, starts_, ends_;  // of the words of all runs, in their order
  std::vector<Named> named_;
  std::vector<Cell> cells_;
};

}  // namespace

void find_names(Sheet& sheet) { Reader(sheet).read(); }

}  // namespace collega::privacy
