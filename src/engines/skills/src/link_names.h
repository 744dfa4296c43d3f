#pragma once

// The first steps in making a LinkIndex: the words of all names, and the forms they make up.

#include <string>
#include <string_view>
#include <vector>

#include "link_index.h"

namespace collega::skills {

/// The label (0) or one of the synonyms of a language, as names_of numbers them.
[[nodiscard]] std::string_view name_of(const Concept& named, Language language, std::size_t number);

/// The label first, then the synonyms; of English only those that are not the Dutch ones again.
[[nodiscard]] std::vector<std::string_view> names_of(const Concept& named, Language language);

/// Fills words, grams, their rows, and both kinds but their vectors. `words` holds those of descriptions too, behind
/// the others.
void add_names(LinkIndex& index, const Taxonomy& taxonomy);

/// Takes the Dutch compounds apart into words that names and descriptions use by themselves.
void add_parts(LinkIndex& index, const Taxonomy& taxonomy);

}  // namespace collega::skills
