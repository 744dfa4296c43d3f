#pragma once

#include <string>
#include <vector>

#include "collega/people/person.h"

namespace collega::people {

/// Folded words, without what is no letter or digit, each once: "A-1001 Anna 't Hart" gives a, 1001, anna, t, hart.
[[nodiscard]] std::vector<std::string> search_words(std::string_view text);

/// The words by which a person is found.
[[nodiscard]] std::vector<std::string> search_words(const Name& name, std::string_view personnel_number);

/// Words as person.words holds them, each behind a space: " anna wit".
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

/// Whether each of `begins` begins a word of `joined_words`.
[[nodiscard]] bool has_all(std::string_view joined_words, const std::vector<std::string>& begins);

}  // namespace collega::people
