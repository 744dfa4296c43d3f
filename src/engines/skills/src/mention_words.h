#pragma once

// What the words of a mention tell of it: whether a name is written as it must be, and of whom it speaks.

#include <algorithm>

#include "collega/base/utf8.h"
#include "collega/skills/taxonomy.h"
#include "phrases.h"

namespace collega::skills {

[[nodiscard]] std::vector<std::string> names_in(const Concept& known, Language language);

template <class Predicate>
bool any_name(const Concept& known, Predicate is_it) {
  const auto among = [&](const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), is_it);
  };
  return is_it(known.nl) || is_it(known.en) || among(known.also_nl) || among(known.also_en) || among(known.also_other);
}

[[nodiscard]] bool is_written_exactly(const Concept& known, std::string_view surface);
[[nodiscard]] bool is_name_of_language(const Concept& language, std::string_view folded);
/// An ordinary word that happens to be an abbreviation of a degree.
[[nodiscard]] bool is_small_word(const Concept& known, std::string_view surface);
/// The job that begins at this unit is somebody else's.
[[nodiscard]] bool is_of_another(const std::vector<Unit>& units, std::size_t first);
/// The job, named in this unit last, is named of several people.
[[nodiscard]] bool is_several(const Concept& job, const Unit& last);

}  // namespace collega::skills
