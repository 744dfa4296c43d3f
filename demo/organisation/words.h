#pragma once

// The lists of names and places in data/, all of our own writing.

#include <string_view>
#include <vector>

namespace collega::organisation {

using Words = std::vector<std::string_view>;

struct Surname {
  std::string_view infix;  ///< tussenvoegsel
  std::string_view name;
};

/// Names that go together in one family, by where its grandparents came from.
struct Origin {
  std::string_view code;  ///< nl, tr, ma, sr, pl, id, xx
  int share;              ///< of a thousand people
  Words women[3];         ///< born before 1970, before 1988, later
  Words men[3];
  std::vector<Surname> surnames;
};

struct AllWords {
  std::vector<Origin> origins;
  Words towns, streets, street_ends, houses, house_ends, wards, quarters, regions;
};

[[nodiscard]] AllWords read_words();

}  // namespace collega::organisation
