#pragma once

// Work that is not what a vacancy asks: whether it may still come near it.

#include "judge.h"

namespace collega::skills {

enum class Near {
  no,
  unclear,  ///< what was done is not told, or not in words that are known
  akin,     ///< a job that shares much with one that is asked, or its duties
};

[[nodiscard]] Near near_work(const Stretch& stretch, const ReadPaper& paper, const Requirement& asked,
                             const MentionFinder& finder);

/// Some word of each of the alternatives, also as a part of a longer one ("magazijnmedewerker").
[[nodiscard]] bool holds_words(std::string_view text, const std::vector<std::vector<std::string>>& alternatives);

}  // namespace collega::skills
