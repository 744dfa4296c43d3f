#pragma once

// Vectors of meaning from the taxonomy's own texts and relations: words are alike when they name, describe or are asked
// by the same concepts (latent semantic analysis; Deerwester et al., 1990).

#include "link_index.h"

namespace collega::skills {

/// Fills `dimensions`, the vectors of words and those of both kinds. The same taxonomy gives the same vectors.
void add_vectors(LinkIndex& index, const Taxonomy& taxonomy);

}  // namespace collega::skills
