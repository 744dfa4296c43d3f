#pragma once

// Whom a sentence of a paper may speak of besides its writer: the employers that the paper names.

#include <string>
#include <string_view>
#include <vector>

#include "collega/skills/paper.h"
#include "phrases.h"

namespace collega::skills {

struct PaperNames {
  std::vector<std::string> owner;      ///< words of the writer's own name, as written
  std::vector<std::string> employers;  ///< capitalised words beside a year, as written
};

/// "Ontwikkelaar — Lindehof ICT" above "2019 - 2023" tells that Lindehof is an employer.
[[nodiscard]] PaperNames names_of(const Paper& paper);

/// "Lindehof verleent wijkverpleging": one of the paper's employers, and right behind its name a verb in the third
/// person.
[[nodiscard]] bool begins_with_employer(std::string_view text, const std::vector<Unit>& units, const PaperNames& names);

/// Looks like a verb in the third person, where a subject stands before it: "levert", "delivers".
[[nodiscard]] bool looks_like_third_person(std::string_view text, const Unit& unit);

[[nodiscard]] bool begins_with_capital(std::string_view text, const Unit& unit);

}  // namespace collega::skills
