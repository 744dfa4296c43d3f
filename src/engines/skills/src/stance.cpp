#include "stance.h"

#include <algorithm>

namespace collega::skills {
namespace {

// How many words a little word reaches. A denial stands close to what it denies ("geen ervaring met de zorg voor
// ouderen"); a wish or an employer colours the whole clause.
constexpr std::size_t kDenialReach = 7;
constexpr std::size_t kDenialBehindReach = 6;
constexpr std::size_t kWeakReach = 4;
constexpr std::size_t kUndoneReach = 16;
constexpr std::size_t kGuidedReach = 16;
// "Onder begeleiding van een senior: …": so many words may stand between such a head and its colon.
constexpr std::size_t kLongestHead = 5;
// The subject of a sentence on an employer stands at its head: "Zorggroep De Reiger is …".
constexpr std::size_t kLongestEmployerName = 6;
// "The data team wrote all SQL": so far from the head of a sentence its subject may end.
constexpr std::size_t kLongestSubject = 4;

struct Clause {
  std::size_t begin;
  std::size_t end;
};

bool is(const Unit& unit, std::string_view text) { return unit.folded == text; }

bool is_joining(const Unit& unit) { return is(unit, "en") || is(unit, "and") || is(unit, "of") || is(unit, "or"); }

bool has_joining_or(const std::vector<Unit>& units, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (is(units[i], "of") || is(units[i], "or") || is(units[i], "noch") || is(units[i], "nor")) return true;
  }
  return false;
}

// From the last turn ("maar", "but", a semicolon) before the words to the first one behind them.
Clause clause_around(const std::vector<Unit>& units, const std::vector<CueHit>& cues, std::size_t first,
                     std::size_t last) {
  Clause clause{0, units.size()};
  const auto cut = [&](std::size_t begin, std::size_t end) {
    if (end <= first) clause.begin = std::max(clause.begin, end);
    if (begin > last) clause.end = std::min(clause.end, begin);
  };
  for (const CueHit& hit : cues) {
    if (hit.cue == Cue::turn) cut(hit.first, hit.first + hit.count);
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_word && (is(units[i], ";") || is(units[i], "|") || is(units[i], "·"))) cut(i, i + 1);
    // What stands before a colon or a dash is not said of what follows: "zonder auto kom je niet ver: mijn rijbewijs
    // heb ik".
    if (!units[i].is_word && i < first && (is(units[i], ":") || is(units[i], "—") || is(units[i], "–"))) cut(i, i + 1);
  }
  return clause;
}

// A comma ends what a denial says, unless the list goes on to an "of": "geen VCA, BHV of heftruckcertificaat".
bool comma_between(const std::vector<Unit>& units, std::size_t from, std::size_t to, std::size_t clause_end) {
  for (std::size_t i = from; i < to; ++i) {
    if (is(units[i], ",")) return !has_joining_or(units, i, clause_end);
  }
  return false;
}

class SentenceCues {
 public:
  SentenceCues(const std::vector<Unit>& units, const std::vector<CueHit>& cues, std::size_t first, std::size_t last)
      : units_(units), cues_(cues), first_(first), last_(last), clause_(clause_around(units, cues, first, last)) {}

  [[nodiscard]] bool before(Cue cue, std::size_t reach) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const CueHit& hit) {
      const std::size_t end = hit.first + hit.count;
      return hit.cue == cue && hit.first >= clause_.begin && end <= first_ && first_ - end <= reach &&
             !comma_between(units_, end, first_, clause_.end);
    });
  }

  [[nodiscard]] bool behind(Cue cue, std::size_t reach) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const CueHit& hit) {
      return hit.cue == cue && hit.first > last_ && hit.first < clause_.end && hit.first - last_ - 1 <= reach &&
             !comma_between(units_, last_ + 1, hit.first, hit.first);
    });
  }

  // "Rijbewijs: nee" and "BIG: geen", not "wondzorg, en ik ken geen mooier vak".
  [[nodiscard]] bool closes(Cue cue, std::size_t reach) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const CueHit& hit) {
      const std::size_t after = hit.first + hit.count;
      return hit.cue == cue && hit.first > last_ && hit.first < clause_.end && hit.first - last_ - 1 <= reach &&
             (after >= clause_.end || !units_[after].is_word) &&
             !comma_between(units_, last_ + 1, hit.first, hit.first);
    });
  }

  // "…, in het eerste jaar gestopt, geen diploma": what was left undone is said of the whole line.
  [[nodiscard]] bool anywhere_behind(Cue cue, std::size_t reach) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const CueHit& hit) {
      return hit.cue == cue && hit.first > last_ && hit.first < clause_.end && hit.first - last_ - 1 <= reach;
    });
  }

  // "Would like to develop skills with Python, Go, Angular and Vue": a list that a wish opens is wished to its end.
  [[nodiscard]] bool listed_behind(Cue cue) const {
    const bool listed = first_ > 0 && (is(units_[first_ - 1], ",") || is_joining(units_[first_ - 1]));
    return listed && std::any_of(cues_.begin(), cues_.end(), [&](const CueHit& hit) {
             const std::size_t end = hit.first + hit.count;
             return hit.cue == cue && hit.first >= clause_.begin && end < first_ && joins(first_ - 1, clause_.end);
           });
  }

  // "Basiskennis: Java, Python" and "Onder begeleiding van een senior: servers beheren".
  [[nodiscard]] bool headed_by(Cue cue) const {
    if (clause_.begin == 0 || !is(units_[clause_.begin - 1], ":")) return false;
    return std::any_of(cues_.begin(), cues_.end(), [&](const CueHit& hit) {
      const std::size_t end = hit.first + hit.count;
      return hit.cue == cue && hit.first == 0 && end < clause_.begin && clause_.begin - 1 - end <= kLongestHead;
    });
  }

  [[nodiscard]] bool in_clause(Cue cue) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const CueHit& hit) {
      return hit.cue == cue && hit.first >= clause_.begin && hit.first < clause_.end;
    });
  }

 private:
  [[nodiscard]] bool joins(std::size_t from, std::size_t to) const {
    return std::any_of(units_.begin() + static_cast<std::ptrdiff_t>(from),
                       units_.begin() + static_cast<std::ptrdiff_t>(to), is_joining);
  }

  const std::vector<Unit>& units_;
  const std::vector<CueHit>& cues_;
  std::size_t first_;
  std::size_t last_;
  Clause clause_;
};

bool is_pronoun(const Unit& unit) {
  constexpr std::string_view kPronouns[] = {"je",  "jij",   "u",    "hij", "zij",  "dit",  "dat",  "deze",
                                            "het", "er",    "daar", "wat", "wie",  "hier", "this", "that",
                                            "it",  "there", "he",   "she", "they", "you"};
  return std::find(std::begin(kPronouns), std::end(kPronouns), unit.folded) != std::end(kPronouns);
}

template <std::size_t kCount>
bool is_one_of(const Unit& unit, const std::string_view (&words)[kCount]) {
  return std::find(std::begin(words), std::end(words), unit.folded) != std::end(words);
}

// "The data team wrote all SQL", "Mijn accountant verzorgde de boekhouding": others are the subject, and the writer is
// not among them.
bool speaks_of_others(std::string_view text, const std::vector<Unit>& units) {
  constexpr std::string_view kHeads[] = {"de", "het", "een", "ons", "onze", "mijn", "the", "a", "our", "my", "another"};
  constexpr std::string_view kOthers[] = {"team",        "teams",      "afdeling",   "collega", "collega's",
                                          "leverancier", "supplier",   "department", "vendor",  "colleagues",
                                          "colleague",   "accountant", "agency",     "bureau",  "ploeg",
                                          "squad",       "squads"};
  constexpr std::string_view kWriter[] = {"ik", "i", "wij", "we", "me", "mij", "i've"};
  constexpr std::string_view kNoVerbs[] = {"en",   "and", "van",  "of", "in", "met",
                                           "with", "for", "voor", "op", "on", "die"};
  if (units.empty() || !is_one_of(units[0], kHeads) || !begins_with_capital(text, units[0])) return false;
  if (std::any_of(units.begin(), units.end(), [&](const Unit& unit) { return is_one_of(unit, kWriter); })) return false;
  for (std::size_t i = 1; i + 1 < units.size() && i < kLongestSubject; ++i) {
    if (!is_one_of(units[i], kOthers)) continue;
    const Unit& verb = units[i + 1];
    return verb.is_word && !is_one_of(verb, kNoVerbs) && !begins_with_capital(text, verb);
  }
  return false;
}

// "Loonwijs verzorgt de salarisadministratie van zorginstellingen": a name and a verb in the third person, and nobody
// says "ik". "De stichting verleent …", "Onze teamleiders zijn verantwoordelijk voor …" and "Over De Reiger: …"
// likewise. Of a writer who tells of themselves by name ("Anna is verpleegkundige") it is their own.
bool speaks_of_employer(std::string_view text, const std::vector<Unit>& units, const std::vector<CueHit>& cues,
                        const PaperNames& names) {
  for (const CueHit& hit : cues) {
    if (hit.cue == Cue::first_person) return false;
  }
  const auto is_verb = [&](std::size_t i) {
    return i < units.size() &&
           (looks_like_third_person(text, units[i]) || std::any_of(cues.begin(), cues.end(), [&](const CueHit& hit) {
              return hit.cue == Cue::employer_verb && hit.first == i;
            }));
  };
  const bool of_owner =
      !units.empty() && std::find(names.owner.begin(), names.owner.end(), units[0].span.of(text)) != names.owner.end();
  for (const CueHit& hit : cues) {
    if (hit.cue == Cue::employer) return true;
    if (hit.cue == Cue::organisation && hit.first == 0 && is_verb(hit.count)) return true;
    if (hit.cue == Cue::employer_start && hit.first <= 1 && begins_with_capital(text, units[hit.first])) return true;
    if (hit.cue != Cue::employer_verb || hit.first == 0 || hit.first > kLongestEmployerName) continue;
    const Unit& subject = units[hit.first - 1];
    if (!of_owner && subject.is_word && !is_pronoun(subject) && begins_with_capital(text, subject) &&
        begins_with_capital(text, units[0]))
      return true;
  }
  return begins_with_employer(text, units, names);
}

}  // namespace

Stance stance_of(std::string_view text, const std::vector<Unit>& units, const std::vector<CueHit>& cues,
                 const PaperNames& names, std::size_t first, std::size_t count) {
  const SentenceCues around(units, cues, first, first + count - 1);
  if (around.in_clause(Cue::colleagues) || speaks_of_employer(text, units, cues, names) ||
      speaks_of_others(text, units))
    return Stance::of_others;
  if (around.before(Cue::negation, kDenialReach) || around.closes(Cue::negation_after, kDenialBehindReach) ||
      around.behind(Cue::not_behind, kDenialBehindReach) || around.anywhere_behind(Cue::undone, kUndoneReach)) {
    return Stance::denied;
  }
  if (around.before(Cue::wish, units.size()) || around.listed_behind(Cue::wish) ||
      around.anywhere_behind(Cue::wish_behind, units.size()))
    return Stance::wished;
  if (around.in_clause(Cue::progress)) return Stance::in_progress;
  if (around.before(Cue::weak, kWeakReach) || around.behind(Cue::weak, kWeakReach) || around.headed_by(Cue::weak) ||
      around.before(Cue::guided, kGuidedReach) || around.anywhere_behind(Cue::guided, kGuidedReach)) {
    return Stance::weak;
  }
  return Stance::claimed;
}

bool speaks_to_machine(const std::vector<CueHit>& cues) {
  return std::any_of(cues.begin(), cues.end(), [](const CueHit& hit) { return hit.cue == Cue::instruction; });
}

}  // namespace collega::skills
