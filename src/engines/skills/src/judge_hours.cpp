// Hours a week that somebody is available.

#include <algorithm>
#include <array>
#include <charconv>

#include "judge.h"

namespace collega::skills {
namespace {

// Fewer are hours of a day or of the clock, more are of a month or a course.
constexpr double kLeast = 8;
constexpr double kMost = 60;
constexpr double kFullTime = 36;  // the full week of most collective agreements in the public sector and care

struct Hours {
  double most = 0;
  Span mark;
};

constexpr std::array<std::string_view, 13> kNumbersNl = {"nul",   "een",  "twee",  "drie", "vier", "vijf",  "zes",
                                                         "zeven", "acht", "negen", "tien", "elf",  "twaalf"};
constexpr std::array<std::string_view, 13> kNumbersEn = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                         "seven", "eight", "nine", "ten",   "eleven", "twelve"};

constexpr std::array<std::string_view, 4> kTensNl = {"twintig", "dertig", "veertig", "vijftig"};
constexpr std::array<std::string_view, 4> kTensEn = {"twenty", "thirty", "forty", "fifty"};

template <class Names>
std::size_t place_of(const Names& names, std::string_view word) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), word) - names.begin());
}

// "Veertig", "zesendertig", "tweeëndertig".
double tens_of(std::string_view word) {
  for (std::size_t ten = 0; ten < kTensNl.size(); ++ten) {
    const double tens = 10.0 * static_cast<double>(ten + 2);
    if (word == kTensNl[ten] || word == kTensEn[ten]) return tens;
    if (!word.ends_with(kTensNl[ten])) continue;
    std::string_view ones = word.substr(0, word.size() - kTensNl[ten].size());
    if (!ones.ends_with("en")) continue;
    ones.remove_suffix(2);
    const std::size_t one = place_of(kNumbersNl, ones);
    if (one < 10) return tens + static_cast<double>(one);
  }
  return 0;
}

double number_of(const Unit& unit) {
  double value = 0;
  const std::string& word = unit.folded;
  if (std::from_chars(word.data(), word.data() + word.size(), value).ec == std::errc{}) return value;
  for (const auto& words : {kNumbersNl, kNumbersEn}) {
    if (const std::size_t found = place_of(words, word); found < words.size()) return static_cast<double>(found);
  }
  return tens_of(word);
}

// "Thirty-two" is two units.
double number_before(const std::vector<Unit>& units, std::size_t at) {
  const double last = number_of(units[at - 1]);
  const double tens = at > 1 && last < 10 ? tens_of(units[at - 2].folded) : 0;
  return last + tens;
}

bool is_hour_unit(const Unit& unit) {
  constexpr std::array<std::string_view, 10> kUnits = {"uur", "uren", "hours",   "hour",   "u",
                                                       "hrs", "u/w",  "stunden", "heures", "godzin"};
  return std::find(kUnits.begin(), kUnits.end(), unit.folded) != kUnits.end();
}

bool is_day_unit(const Unit& unit) { return unit.folded == "dagen" || unit.folded == "days" || unit.folded == "tagen"; }

// "Vier volle dagen van acht uur", where `hours` is the unit behind the eight: how many such days.
double days_before(const std::vector<Unit>& units, std::size_t hours) {
  constexpr std::size_t kReach = 4;
  for (std::size_t i = hours; i-- > (hours > kReach ? hours - kReach : 0);) {
    if (units[i].folded == ",") return 1;  // "vier dagen, 32 uur"
    if (!is_day_unit(units[i])) continue;
    for (std::size_t before = i; before-- > (i > 2 ? i - 2 : 0);) {
      if (const double days = number_of(units[before]); days >= 1 && days <= 7) return days;
    }
  }
  return 1;
}

// "24 tot 32 uur": the number before the unit, and the largest when there are several.
Hours hours_in(const std::vector<Unit>& units, const std::vector<CueHit>& cues) {
  Hours hours;
  for (std::size_t i = 1; i < units.size(); ++i) {
    if (!is_hour_unit(units[i])) continue;
    const double value = number_before(units, i) * days_before(units, i);
    if (value < kLeast || value > kMost || value <= hours.most) continue;
    hours = {value, {units[i - 1].span.begin, units[i].span.end}};
  }
  for (const CueHit& hit : cues) {
    if (hit.cue != Cue::full_time || hours.most > 0) continue;
    hours = {kFullTime, {units[hit.first].span.begin, units[hit.first + hit.count - 1].span.end}};
  }
  return hours;
}

}  // namespace

Judgement Judge::hours(const Requirement& asked) const {
  // Who names several numbers means the most of them: "nu 18 uur, ik zoek 36 uur".
  Weighing enough(papers);
  Weighing too_few(papers);
  // "Niet meer dan 24 uur" is no wish that more would go along with.
  Weighing capped(papers);
  for (std::size_t p = 0; p < papers.size(); ++p) {
    const ReadPaper& paper = papers[p];
    for (const Span& sentence : paper.reading.sentences) {
      const std::string_view text = sentence.of(paper.paper->text);
      const auto units = units_of(text);
      const auto cues = finder.cues().in_sentence(units);
      // Hours of a job held or a course taken say nothing of the hours sought.
      const Section section = paper.section_at(sentence.begin);
      const bool told = section == Section::work || section == Section::education;
      const bool says_available =
          std::any_of(cues.begin(), cues.end(), [](const CueHit& hit) { return hit.cue == Cue::available; });
      if (told && !says_available) continue;
      const Hours found = hours_in(units, cues);
      if (found.most == 0) continue;
      const Span mark{sentence.begin + found.mark.begin, sentence.begin + found.mark.end};
      if (found.most >= asked.hours) {
        enough.add(Met::yes, Ground::enough_hours, p, mark);
      } else {
        too_few.add(Met::no, Ground::too_few_hours, p, mark);
        const bool at_most =
            std::any_of(cues.begin(), cues.end(), [](const CueHit& hit) { return hit.cue == Cue::at_most; });
        if (at_most) capped.add(Met::no, Ground::too_few_hours, p, mark);
      }
    }
  }
  if (Judgement judgement = capped.judgement(); !judgement.evidence.empty()) return judgement;
  Judgement judgement = enough.judgement();
  return judgement.evidence.empty() ? too_few.judgement() : judgement;
}

}  // namespace collega::skills
