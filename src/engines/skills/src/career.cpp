#include "career.h"

#include <algorithm>

#include "employers.h"
#include "keywords.h"
#include "personal.h"

namespace collega::skills {
namespace {

// A title above its dates is short; anything longer is the end of what was told before.
constexpr std::size_t kLongestTitle = 110;
constexpr std::size_t kTitleLines = 2;

bool holds_period(const std::vector<language::PeriodMention>& periods, Span span) {
  return std::any_of(periods.begin(), periods.end(),
                     [&](const auto& period) { return span.contains(period.span.begin); });
}

bool is_title(const Paper& paper, const Piece& piece) {
  const std::string_view text = piece.span.of(paper.text);
  return piece.kind == LineKind::heading ||
         (piece.kind == LineKind::text && text.size() <= kLongestTitle && text.back() != '.');
}

// The dates may stand in the title, or on the line under it.
std::size_t first_piece_of(const Paper& paper, const std::vector<Piece>& pieces, std::size_t dated,
                           const std::vector<language::PeriodMention>& periods) {
  std::size_t first = dated;
  if (pieces[dated].kind == LineKind::heading || pieces[dated].kind == LineKind::row) return first;
  for (std::size_t taken = 0; taken < kTitleLines && first > 0; ++taken) {
    const Piece& above = pieces[first - 1];
    if (above.section != pieces[dated].section || !is_title(paper, above) || holds_period(periods, above.span)) break;
    --first;
    const bool runs_on = first > 0 && pieces[first - 1].span.of(paper.text).ends_with(',');  // a title of two lines
    if (above.kind == LineKind::heading && !runs_on) break;
  }
  return first;
}

std::vector<Stretch> stretches_of(const Paper& paper, const Reading& reading, const std::vector<Piece>& pieces,
                                  Date today) {
  auto periods = language::find_periods(paper.text, today);
  std::erase_if(periods, [&](const auto& period) {
    return std::any_of(reading.instructions.begin(), reading.instructions.end(),
                       [&](const Instruction& instruction) { return instruction.sentence.overlaps(period.span); });
  });
  std::vector<Stretch> stretches;
  std::vector<std::size_t> firsts;
  std::vector<std::size_t> dated;
  for (const auto& period : periods) {
    const auto piece =
        std::find_if(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.span.contains(period.span.begin); });
    if (piece == pieces.end()) continue;
    const auto at = static_cast<std::size_t>(piece - pieces.begin());
    stretches.push_back({period, piece->span, piece->section});
    firsts.push_back(first_piece_of(paper, pieces, at, periods));
    dated.push_back(at);
  }
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    // Two periods in one line ("2015-2018 kassa, 2018-2020 magazijn") each keep the words up to the next.
    const bool shares = (i > 0 && dated[i - 1] == dated[i]) || (i + 1 < stretches.size() && dated[i + 1] == dated[i]);
    if (shares) {
      stretches[i].span.begin = stretches[i].period.span.begin;
      if (i + 1 < stretches.size() && dated[i + 1] == dated[i])
        stretches[i].span.end = stretches[i + 1].period.span.begin;
      continue;
    }
    std::size_t last = firsts[i];
    const std::size_t stop = i + 1 < stretches.size() ? firsts[i + 1] : pieces.size();
    for (std::size_t k = dated[i]; k < std::max(stop, dated[i] + 1) && pieces[k].section == pieces[dated[i]].section;
         ++k)
      last = k;
    stretches[i].span = {pieces[firsts[i]].span.begin, pieces[last].span.end};
  }
  return stretches;
}

bool names_a_job(Span span, const ReadPaper& paper, const Taxonomy& taxonomy) {
  return std::any_of(paper.reading.mentions.begin(), paper.reading.mentions.end(), [&](const Mention& mention) {
    return span.contains(mention.span.begin) && taxonomy.at(mention.concept_ref).kind == ConceptKind::occupation;
  });
}

// "Consulent mantelzorg, Gemeente Oosterhage": a capital beyond the first word, outside the dates.
bool names_an_employer(std::string_view text, Span line, Span dates) {
  bool first = true;
  for (const Unit& unit : units_of(line.of(text))) {
    if (!unit.is_word || dates.contains(line.begin + unit.span.begin)) continue;
    if (!first && begins_with_capital(line.of(text), unit)) return true;
    first = false;
  }
  return false;
}

// "2012 - 2013: ouderschapsverlof" is no work, and why somebody did not work is theirs alone: it counts as if it were
// not there. The reason stands on the line of the dates or above it.
bool is_gap(const Stretch& stretch, const ReadPaper& paper, const MentionFinder& finder) {
  if (names_a_job(stretch.span, paper, finder.taxonomy())) return false;
  const std::string_view text = paper.paper->text;
  for (const Piece& piece : paper.pieces) {
    const Span line = piece.span;
    if (!stretch.span.contains(line.begin) || line.begin > stretch.period.span.begin) continue;
    const bool tells = !finder.cues().find(units_of(line.of(text)), CueUse::gaps).empty();
    if (tells && !names_an_employer(text, line, stretch.period.span)) return true;
  }
  return false;
}

}  // namespace

Section ReadPaper::section_at(std::size_t offset) const {
  for (const Piece& piece : pieces) {
    if (piece.span.contains(offset)) return piece.section;
  }
  return Section::none;
}

LineKind ReadPaper::line_kind_at(std::size_t offset) const {
  for (const Piece& piece : pieces) {
    if (piece.span.contains(offset)) return piece.kind;
  }
  return LineKind::text;
}

bool ReadPaper::is_in_keyword_row(std::size_t offset) const {
  return std::any_of(keyword_rows.begin(), keyword_rows.end(), [&](const Span& row) { return row.contains(offset); });
}

Span ReadPaper::sentence_at(std::size_t offset) const {
  const auto after = std::upper_bound(reading.sentences.begin(), reading.sentences.end(), offset,
                                      [](std::size_t at, const Span& sentence) { return at < sentence.begin; });
  if (after == reading.sentences.begin()) return {offset, offset};
  return *std::prev(after);
}

std::vector<ReadPaper> read_papers(const Candidate& candidate, const MentionFinder& finder, Date today) {
  std::vector<std::string> name;
  for (const Paper& paper : candidate.papers) {
    const auto words = names_in(paper);
    name.insert(name.end(), words.begin(), words.end());
  }
  std::vector<ReadPaper> papers;
  for (const Paper& paper : candidate.papers) {
    ReadPaper read{&paper, finder.read(paper), pieces_of(paper, PaperKind::application, finder.cues()), {},
                   {},     names_of(paper)};
    std::erase_if(read.reading.mentions,
                  [&](const Mention& mention) { return is_in_name(paper.text, mention.span, name); });
    read.stretches = stretches_of(paper, read.reading, read.pieces, today);
    papers.push_back(std::move(read));
  }
  auto rows = keyword_rows(papers, finder.taxonomy());
  for (std::size_t i = 0; i < papers.size(); ++i) papers[i].keyword_rows = std::move(rows[i]);
  return papers;
}

bool is_work(const Stretch& stretch, const ReadPaper& paper, const MentionFinder& finder) {
  const Taxonomy& taxonomy = finder.taxonomy();
  if (is_gap(stretch, paper, finder)) return false;
  if (stretch.section == Section::work) return true;
  if (stretch.section == Section::education || stretch.section == Section::courses || stretch.section == Section::other)
    return false;
  bool job = false;
  bool study = false;
  for (const Mention& mention : paper.reading.mentions) {
    if (!stretch.span.contains(mention.span.begin)) continue;
    const ConceptKind kind = taxonomy.at(mention.concept_ref).kind;
    job = job || kind == ConceptKind::occupation;
    study = study || kind == ConceptKind::programme || kind == ConceptKind::degree_level;
  }
  return job || !study;
}

}  // namespace collega::skills
