#pragma once

// The short name of a requirement, in the language of who reads it.

#include "collega/skills/requirements.h"

namespace collega::skills {

[[nodiscard]] std::string label_of(const Requirement& requirement, const Taxonomy& taxonomy, Language language);

}  // namespace collega::skills
