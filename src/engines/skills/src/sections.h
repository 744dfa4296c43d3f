#pragma once

// What part of a paper a line stands in. A section begins at a heading of its kind, and in running text where such
// words begin a sentence ("Nice To Haves - Experience with Docker").

#include <vector>

#include "collega/skills/paper.h"
#include "cues.h"

namespace collega::skills {

enum class Section { none, demands, wishes, tasks, offer, about, procedure, work, education, skills, courses, other };

/// A run of a line that stands in one section; headings that begin a section are left out.
struct Piece {
  Span span;
  LineKind kind = LineKind::text;
  Section section = Section::none;
  bool under_heading = false;  ///< some heading stands above it
};

enum class PaperKind { vacancy, application };

/// All pieces in order.
[[nodiscard]] std::vector<Piece> pieces_of(const Paper& paper, PaperKind kind, const CueIndex& cues);

/// Is this line, as a whole, the heading of a section of such a paper?
[[nodiscard]] Section section_of_heading(std::string_view line, PaperKind kind, const CueIndex& cues);

}  // namespace collega::skills
