// Hours a week that somebody is available.

#include <algorithm>
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

// "24 tot 32 uur": the number before the unit, and the largest when there are several.
Hours hours_in(const std::vector<Unit>& units, const std::vector<CueHit>& cues) {
  Hours hours;
  for (std::size_t i = 1; i < units.size(); ++i) {
    const std::string& unit = units[i].folded;
    if (unit != "uur" && unit != "uren" && unit != "hours" && unit != "u" && unit != "hrs" && unit != "u/w" &&
        unit != "stunden" && unit != "heures" && unit != "godzin")
      continue;
    double value = 0;
    const std::string& digits = units[i - 1].folded;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc{} || value < kLeast || value > kMost || value <= hours.most) continue;
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
      }
    }
  }
  Judgement judgement = enough.judgement();
  return judgement.evidence.empty() ? too_few.judgement() : judgement;
}

}  // namespace collega::skills
