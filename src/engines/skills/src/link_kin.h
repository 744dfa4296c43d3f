#pragma once

// Which words may stand for each other, learned from the taxonomy alone: from two names of one concept that differ in a
// single word, and from the Dutch and English labels of one concept.

#include <vector>

#include "link_index.h"

namespace collega::skills {

/// Fills `kin` and `endings`.
void add_kin(LinkIndex& index, const Taxonomy& taxonomy);

}  // namespace collega::skills
