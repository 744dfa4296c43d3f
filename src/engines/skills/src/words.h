#pragma once

// The words that carry the meaning of a phrase, for what the taxonomy does not know.

#include <string>
#include <string_view>
#include <vector>

#include "phrases.h"

namespace collega::skills {

/// Dutch stems of the words that are no function words and no words of asking ("ervaring", "kennis", "minimaal"), each
/// once.
[[nodiscard]] std::vector<std::string> content_words(std::string_view phrase);

/// No function word, no word of asking and no number.
[[nodiscard]] bool is_content(const Unit& unit);

/// "1998", "2024".
[[nodiscard]] bool is_year(const Unit& unit);

/// How words must agree: in their stems, or as its beginning ("avonden" for "avonddiensten").
enum class Agree { stem, beginning };

/// The unit of the first of these words, when all of them stand in the sentence.
[[nodiscard]] const Unit* find_all(const std::vector<Unit>& units, const std::vector<std::string>& stems,
                                   Agree how = Agree::stem);

}  // namespace collega::skills
