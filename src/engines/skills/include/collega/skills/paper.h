#pragma once

// A paper as the engine reads it: a text and its lines.

#include <string>
#include <vector>

#include "collega/base/span.h"

namespace collega::skills {

enum class LineKind { text, heading, item, row };

struct Line {
  LineKind kind = LineKind::text;
  Span span;  ///< bytes of Paper::text
};

struct Paper {
  std::string text;         ///< valid UTF-8
  std::vector<Line> lines;  ///< in reading order, not overlapping
};

/// A paper from bare text: every line of it a line, "- " and "• " items, "# " headings.
[[nodiscard]] Paper paper_from_text(std::string text);

}  // namespace collega::skills
