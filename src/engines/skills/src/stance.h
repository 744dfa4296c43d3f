#pragma once

// Is it claimed, denied, wished for, or somebody else's?

#include <vector>

#include "collega/skills/mentions.h"
#include "cues.h"
#include "employers.h"

namespace collega::skills {

/// The stance of the words [first, first + count) of a sentence of a paper with these names.
[[nodiscard]] Stance stance_of(std::string_view text, const std::vector<Unit>& units, const std::vector<CueHit>& cues,
                               const PaperNames& names, std::size_t first, std::size_t count);

/// The sentence addresses a machine.
[[nodiscard]] bool speaks_to_machine(const std::vector<CueHit>& cues);

}  // namespace collega::skills
