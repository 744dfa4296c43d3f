#include "name_signs.h"

#include <algorithm>
#include <string>

#include "collega/base/utf8.h"
#include "letters.h"
#include "name_runs.h"
#include "name_weights.h"

namespace collega::privacy {
namespace {

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

}  // namespace

bool NameSigns::is_compound(const Word& word) const {
  const std::string text = fold(sheet_.of(word));
  if (text.size() < 9) return false;
  for (std::size_t cut = 4; cut + 4 <= text.size(); ++cut) {
    if ((sheet_.lexicon().bits(std::string_view(text).substr(0, cut)) & kWordNl) == 0) continue;
    std::string_view rest = std::string_view(text).substr(cut);
    if ((sheet_.lexicon().bits(rest) & kWordNl) != 0) return true;
    if (rest.starts_with('s') && rest.size() > 4 && (sheet_.lexicon().bits(rest.substr(1)) & kWordNl) != 0) return true;
  }
  return false;
}

bool NameSigns::heads_organisation(std::size_t at) const {
  if (at + 1 >= words_.size() || !follows(at + 1) || !words_[at + 1].capital) return false;
  if ((words_[at].bits & kOrgHead) != 0) return true;
  const std::string word = fold(sheet_.of(words_[at]));
  return std::ranges::any_of(kFirms,
                             [&](std::string_view end) { return word.size() > end.size() + 1 && word.ends_with(end); });
}

bool NameSigns::shouted(std::size_t at) const {
  // A line in capitals: they say nothing then.
  const Word& word = words_[at];
  if (!word.all_capitals) return false;
  const auto loud = [&](std::size_t i) {
    return i < words_.size() && words_[i].all_capitals && words_[i].end - words_[i].begin > 3;
  };
  return (at > 0 && word.lines == 0 && loud(at - 1)) ||
         (at + 1 < words_.size() && words_[at + 1].lines == 0 && loud(at + 1));
}

bool NameSigns::is_code(std::size_t at) const {
  const Word& word = words_[at];
  if (word.before != '(' || word.end - word.begin > 3 || word.end >= sheet_.text().size()) return false;
  return sheet_.text()[word.end] == ')' || sheet_.text().substr(word.end).starts_with(" /");
}

bool NameSigns::is_numeral(const Word& word) const {
  return word.all_capitals && sheet_.of(word).find_first_not_of("IVXLCDMA") == std::string_view::npos &&
         (word.bits & kFirstNear) == 0;
}

bool NameSigns::beside_digits(std::size_t at) const {
  return (at > 0 && words_[at - 1].digits && words_[at].lines == 0) ||
         (at + 1 < words_.size() && words_[at + 1].digits && words_[at + 1].lines == 0 && words_[at + 1].before == 0);
}

bool NameSigns::add_particle(std::size_t at, Scores& scores) const {
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

void NameSigns::add_common(std::uint32_t bits, bool starts, bool loud, std::array<double, kLabels>& of) {
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

void NameSigns::add_form(std::size_t at, Scores& scores) const {
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
  // "Dear Mr. Thompson": a form of address before a name is none itself.
  const bool leads = at + 1 < words_.size() && words_[at + 1].capital && words_[at + 1].lines == 0 &&
                     (words_[at + 1].before == 0 || words_[at + 1].before == '.');
  if ((bits & kTitle) != 0 && leads)
    for (const Label label : {kPerson, kPlace, kOrganisation}) of[label] -= weight::kTitleItself;
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

bool NameSigns::follows(std::size_t at) const { return words_[at].lines == 0 && words_[at].before == 0; }

std::size_t NameSigns::family_start(std::size_t at) const {
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

void NameSigns::add_before(std::size_t at, Scores& scores) const {
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

void NameSigns::add_after(std::size_t at, Scores& scores) const {
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

bool NameSigns::ends_in_particle(const Word& word) const {
  const std::string_view text = sheet_.of(word);
  return word.hyphen && (text.ends_with("-van") || text.ends_with("-de") || text.ends_with("-den") ||
                         text.ends_with("-ter") || text.ends_with("-el"));
}

bool NameSigns::headed(std::size_t at) const {
  for (std::size_t back = at; back > 0 && at - back < 4 && follows(back); --back)
    if ((words_[back - 1].bits & kOrgHead) != 0 || heads_organisation(back - 1)) return true;
  return false;
}

bool NameSigns::is_bv(std::size_t at) const {
  const auto letter = [&](std::size_t i) {
    return words_[i].letter && words_[i].capital ? sheet_.text()[words_[i].begin] : ' ';
  };
  const auto beside = [&](std::size_t i) {
    return i + 1 < words_.size() && words_[i + 1].begin == words_[i].end + 1 && sheet_.text()[words_[i].end] == '.';
  };
  if ((letter(at) == 'B' || letter(at) == 'N') && beside(at) && letter(at + 1) == 'V') return true;
  return at > 0 && letter(at) == 'V' && beside(at - 1) && (letter(at - 1) == 'B' || letter(at - 1) == 'N');
}

double NameSigns::goes_on(std::size_t at, Label label) const {
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
              : !word.capital                         ? (before.capital ? weight::kAfterName : weight::kAfterLowerFirst)
              : (before.bits & kFirstNear) != 0       ? weight::kAfterFirstNear
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

}  // namespace collega::privacy
