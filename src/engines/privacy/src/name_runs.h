#pragma once

// Runs of words that could be names: words with a capital, initials and particles that follow each other with nothing
// between.

#include <vector>

#include "sheet.h"

namespace collega::privacy {

/// Words [first, last] of a sheet.
struct NameRun {
  std::size_t first = 0, last = 0;
};

/// The last word of a place of several words that begins at `at` ("Bergen op Zoom", "Den Haag"); `at` when none does.
[[nodiscard]] std::size_t place_phrase_end(const Sheet& sheet, std::size_t at);

/// In order, not overlapping. A word in lower case begins one when it is a first name and no other word ("kan je sanne
/// bellen").
[[nodiscard]] std::vector<NameRun> name_runs(const Sheet& sheet);

/// A particle of a family name at word `at`: "van", "der", "la"; "op", "in" and the like only before another ("op den",
/// "in 't").
[[nodiscard]] bool is_name_particle(const Sheet& sheet, std::size_t at);
/// A particle cut short: "v." of "v. Dalen", "vd", both letters of "v.d." and "v/d".
[[nodiscard]] bool is_abbreviated_particle(const Sheet& sheet, std::size_t at);
/// A first name in lower case that is nothing else.
[[nodiscard]] bool is_lower_name(const Word& word);
/// "K" of "K.": one letter, or two or three such as "Th" and "Chr", with a full stop after it.
[[nodiscard]] bool is_initial(const Sheet& sheet, std::size_t at);

}  // namespace collega::privacy
