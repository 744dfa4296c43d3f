#include "stance.h"

#include <algorithm>

namespace collega::skills {
namespace {

// How many words a little word reaches. A denial stands close to what it denies ("geen ervaring met de zorg voor ouderen");
// a wish or an employer colours the whole clause.
constexpr std::size_t kDenialReach = 7;
constexpr std::size_t kDenialBehindReach = 6;
constexpr std::size_t kWeakReach = 4;

struct Clause {
  std::size_t begin;
  std::size_t end;
};

bool is(const Unit& unit, std::string_view text) { return unit.folded == text; }

bool has_joining_or(const std::vector<Unit>& units, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (is(units[i], "of") || is(units[i], "or") || is(units[i], "noch") || is(units[i], "nor")) return true;
  }
  return false;
}

// From the last turn ("maar", "but", a semicolon) before the words to the first one behind them.
Clause clause_around(const std::vector<Unit>& units, const std::vector<CueHit>& cues, std::size_t first, std::size_t last) {
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

  [[nodiscard]] bool in_clause(Cue cue) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const CueHit& hit) {
      return hit.cue == cue && hit.first >= clause_.begin && hit.first < clause_.end;
    });
  }

  [[nodiscard]] bool anywhere(Cue cue) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const CueHit& hit) { return hit.cue == cue; });
  }

 private:
  const std::vector<Unit>& units_;
  const std::vector<CueHit>& cues_;
  std::size_t first_;
  std::size_t last_;
  Clause clause_;
};

}  // namespace

Stance stance_of(const std::vector<Unit>& units, const std::vector<CueHit>& cues, std::size_t first, std::size_t count) {
  const SentenceCues around(units, cues, first, first + count - 1);
  if (around.before(Cue::negation, kDenialReach) || around.behind(Cue::negation_after, kDenialBehindReach)) return Stance::denied;
  if (around.in_clause(Cue::colleagues)) return Stance::of_others;
  if (around.anywhere(Cue::employer) && !around.anywhere(Cue::first_person)) return Stance::of_others;
  if (around.before(Cue::wish, units.size())) return Stance::wished;
  if (around.in_clause(Cue::progress)) return Stance::in_progress;
  if (around.before(Cue::weak, kWeakReach) || around.behind(Cue::weak, kWeakReach)) return Stance::weak;
  return Stance::claimed;
}

bool speaks_to_machine(const std::vector<CueHit>& cues) {
  return std::any_of(cues.begin(), cues.end(), [](const CueHit& hit) { return hit.cue == Cue::instruction; });
}

}  // namespace collega::skills
