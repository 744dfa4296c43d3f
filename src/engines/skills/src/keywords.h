#pragma once

// Rows of keywords that show nothing: names of skills without any work, year or sentence around them.

#include <vector>

#include "career.h"

namespace collega::skills {

/// The sentences that are such a row, for each paper in their order. A list of skills beside work and years is none,
/// however long.
[[nodiscard]] std::vector<std::vector<Span>> keyword_rows(const std::vector<ReadPaper>& papers,
                                                          const Taxonomy& taxonomy);

}  // namespace collega::skills
