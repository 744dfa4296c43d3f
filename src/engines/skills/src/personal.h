#pragma once

// Where a paper tells who somebody is. "Nationaliteit: Nederlands" speaks no language, and Piet Timmerman is no
// carpenter.

#include <string>
#include <string_view>
#include <vector>

#include "collega/skills/paper.h"
#include "phrases.h"

namespace collega::skills {

/// For each unit of a sentence: does it stand behind "Naam:", "Nationaliteit:", "Adres:" and the like, before the next
/// field?
[[nodiscard]] std::vector<bool> personal_units(const std::vector<Unit>& units);

/// The words of the name at the head or the foot of a paper ("Piet Timmerman"), as they are written; none where none
/// stands there.
[[nodiscard]] std::vector<std::string> names_in(const Paper& paper);

/// Do these words of the text, together with the word before or behind them, belong to the name?
[[nodiscard]] bool is_in_name(std::string_view text, Span words, const std::vector<std::string>& name);

}  // namespace collega::skills
