#pragma once

#include <vector>

#include "collega/skills/mentions.h"

namespace collega::skills {

/// The rank of the language level that stands nearest to this language in its sentence ("Engels in woord en geschrift
/// (B2)"); 0 when none stands near.
[[nodiscard]] int rank_beside(const Mention& language, const std::vector<Mention>& mentions, const Taxonomy& taxonomy);

}  // namespace collega::skills
