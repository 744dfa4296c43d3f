#include "sections.h"

#include <algorithm>
#include <optional>

namespace collega::skills {
namespace {

// A line longer than this is a sentence, whatever words it holds.
constexpr std::size_t kLongestHeading = 8;

std::optional<Section> section_of(Cue cue, PaperKind kind) {
  if (kind == PaperKind::vacancy) {
    switch (cue) {
      case Cue::demand_section:
        return Section::demands;
      case Cue::wish_section:
        return Section::wishes;
      case Cue::task_section:
        return Section::tasks;
      case Cue::offer_section:
        return Section::offer;
      case Cue::about_section:
        return Section::about;
      case Cue::procedure_section:
        return Section::procedure;
      default:
        return std::nullopt;
    }
  }
  switch (cue) {
    case Cue::work_section:
      return Section::work;
    case Cue::education_section:
      return Section::education;
    case Cue::skills_section:
      return Section::skills;
    case Cue::course_section:
      return Section::courses;
    case Cue::other_section:
      return Section::other;
    default:
      return std::nullopt;
  }
}

bool begins_with_capital(std::string_view text, const Unit& unit) {
  const char c = text[unit.span.begin];
  return c >= 'A' && c <= 'Z';
}

bool is_little_word(const Unit& unit) {
  return unit.folded == "en" || unit.folded == "and" || unit.folded == "of" || unit.folded == "the";
}

// "Desired Skills: ..." and "What You Need for this Position - ..." inside running text. Under a heading of the
// section's own a colon is needed: there "Je hebt ook ..." is a sentence.
bool begins_inline_section(std::string_view text, const std::vector<Unit>& units, const CueHit& hit,
                           bool under_heading) {
  if (!begins_with_capital(text, units[hit.first])) return false;
  const std::size_t after = hit.first + hit.count;
  const bool colon = after < units.size() && units[after].folded == ":";
  if (under_heading) return colon;
  const std::size_t second = is_little_word(units[hit.first + 1 < after ? hit.first + 1 : hit.first]) ? 2 : 1;
  return colon || (hit.count > second && (hit.first == 0 || begins_with_capital(text, units[hit.first + second])));
}

void add_pieces_of_line(const Paper& paper, const Line& line, PaperKind kind, const CueIndex& cues, Section& section,
                        bool under_heading, std::vector<Piece>& pieces) {
  const std::string_view text = line.span.of(paper.text);
  const auto units = units_of(text);
  std::size_t begin = line.span.begin;
  const auto close = [&](std::size_t end) {
    if (end > begin) pieces.push_back({{begin, end}, line.kind, section, under_heading});
  };
  for (const CueHit& hit :
       cues.find(units, kind == PaperKind::vacancy ? CueUse::vacancy_sections : CueUse::application_sections)) {
    const auto next = section_of(hit.cue, kind);
    if (!next || !begins_inline_section(text, units, hit, under_heading)) continue;
    close(line.span.begin + units[hit.first].span.begin);
    section = *next;
    begin = line.span.begin + units[hit.first].span.begin;
  }
  close(line.span.end);
}

// "Opleiding en cursussen" is all heading; "Stage verpleegkundige" is a job. A vacancy's headings are freer ("Wat
// vragen wij van jou?"), so there half is enough.
bool is_covered(std::size_t by_cues, const std::vector<Unit>& units, PaperKind kind) {
  const auto words =
      static_cast<std::size_t>(std::count_if(units.begin(), units.end(), [](const Unit& u) { return u.is_word; }));
  if (words == 0 || words > kLongestHeading) return false;
  if (kind == PaperKind::vacancy) return by_cues * 2 >= words;
  const auto little = static_cast<std::size_t>(std::count_if(units.begin(), units.end(), [](const Unit& u) {
    return u.folded == "en" || u.folded == "and" || u.folded == "mijn" || u.folded == "my" || u.folded == "overige" ||
           u.folded == "relevante";
  }));
  return by_cues + little >= words;
}

}  // namespace

Section section_of_heading(std::string_view line, PaperKind kind, const CueIndex& cues) {
  const auto units = units_of(line);
  const auto use = kind == PaperKind::vacancy ? CueUse::vacancy_sections : CueUse::application_sections;
  std::optional<Section> first;
  std::size_t covered = 0;
  for (const CueHit& hit : cues.find(units, use)) {
    const auto section = section_of(hit.cue, kind);
    if (!section) continue;
    if (!first) first = section;
    covered += hit.count;
  }
  return first && is_covered(covered, units, kind) ? *first : Section::none;
}

std::vector<Piece> pieces_of(const Paper& paper, PaperKind kind, const CueIndex& cues) {
  std::vector<Piece> pieces;
  Section section = Section::none;
  bool under_heading = false;
  for (const Line& line : paper.lines) {
    const std::string_view text = line.span.of(paper.text);
    const bool heading = line.kind == LineKind::heading;
    const bool may_be_heading = heading || line.kind == LineKind::text;
    const Section named = may_be_heading ? section_of_heading(text, kind, cues) : Section::none;
    const bool ends_like_sentence = !text.empty() && text.back() == '.';
    if (named != Section::none && (heading || !ends_like_sentence)) {
      section = named;
      under_heading = true;
      continue;
    }
    // A heading of its own making: in a vacancy what stands under it asks only when its sentences do; in a CV the
    // profile above it ends there, and a job may begin.
    if (heading && (kind == PaperKind::vacancy || section == Section::other)) section = Section::none;
    if (kind == PaperKind::vacancy) {
      add_pieces_of_line(paper, line, kind, cues, section, under_heading, pieces);
    } else {
      pieces.push_back({line.span, line.kind, section, under_heading});
    }
  }
  return pieces;
}

}  // namespace collega::skills
