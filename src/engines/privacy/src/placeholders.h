#pragma once

// What placeholders look like: a word for the kind, a hyphen, and letters from A on ("Persoon-A", "Adres-AB").

#include <cstddef>
#include <string>
#include <string_view>

#include "collega/base/language.h"
#include "collega/privacy/kinds.h"

namespace collega::privacy {

/// "Persoon", "Person". A plain word, so that a model reads the sentence as it was.
[[nodiscard]] std::string_view word_of(Kind kind, Language language);

/// A, B, ... Z, AA, AB, ...
[[nodiscard]] std::string letters_of(std::size_t number);

/// Something in a text that reads as a placeholder.
struct Reading {
  enum class Is { nothing, placeholder, bare, unfinished } is = Is::nothing;
  std::size_t size = 0;  ///< bytes, without an ending such as "'s"
  Kind kind = Kind::PERSON;
  std::string letters;       ///< capitals, as written
  std::string shorter = {};  ///< the letters without a final s, which may be a genitive; empty when there is none
};

/// Reads a placeholder in any form at `at`, which must begin a word. `whole`: nothing follows the text; otherwise what
/// could still go on is `unfinished`. `bare` is the word alone, with its capital.
[[nodiscard]] Reading read_placeholder(std::string_view text, std::size_t at, bool whole);

}  // namespace collega::privacy
