#pragma once

// Where a paper tells who somebody is. "Nationaliteit: Nederlands" speaks no language, and Piet Timmerman is no
// carpenter.

#include <vector>

#include "phrases.h"

namespace collega::skills {

/// For each unit of a sentence: does it stand behind "Naam:", "Nationaliteit:", "Adres:" and the like, before the next
/// field?
[[nodiscard]] std::vector<bool> personal_units(const std::vector<Unit>& units);

}  // namespace collega::skills
