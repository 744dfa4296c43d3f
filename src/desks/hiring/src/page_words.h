#pragma once

// The words of a page: which of them say who somebody is, and which of them are a sentence's.

#include <vector>

#include "blind.h"
#include "collega/documents/readable_page.h"

namespace collega::hiring {

/// For each word whether it is hidden.
[[nodiscard]] std::vector<bool> hidden_words(const std::vector<documents::PageWord>& words, const Blinder& blinder);

/// For each word whether it is of `quote`, at the one place on the page that fits it best; none when less than half of
/// the quote stands there. Bars in the quote and words broken over lines are passed over.
[[nodiscard]] std::vector<bool> words_of_quote(const std::vector<documents::PageWord>& words, std::string_view quote);

}  // namespace collega::hiring
