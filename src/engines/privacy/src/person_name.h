#pragma once

// The parts of a person's name, whatever way it is written.

#include <string>
#include <string_view>
#include <vector>

namespace collega::privacy {

struct PersonName {
  std::vector<std::string> first;  ///< folded first names, whole
  std::string initials;            ///< folded, of first names too
  std::vector<std::string> last;   ///< folded words of the family name without particles; a double name's parts each
  std::vector<std::string> particles;  ///< folded: "van", "der"
  bool single = false;                 ///< one word alone: it may be either, and stands in both
};

/// "Anna de Wit", "A. de Wit", "de Wit, A.", "mevrouw De Wit", "Anna", "Wit-Jansen", "ANNA DE WIT". Of two words or
/// more the last is the family name.
[[nodiscard]] PersonName person_name(std::string_view name);

}  // namespace collega::privacy
