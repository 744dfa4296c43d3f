#pragma once

// The people of one page, by name: who they are, not yet what they do.
//
// Three ways lead to them. Few people in the asked units, or few with the asked word: all are read and sorted. Else:
// people are read by name and passed over until the page is full, which is soon, because many fit.

#include <optional>
#include <string>
#include <vector>

#include "collega/people/people.h"

namespace collega::people {

struct Wanted {
  std::optional<std::vector<UnitId>> units;  ///< by number, those under them included; absent: all
  std::vector<std::string> words;            ///< folded, the longest first
};

/// At most `query.limit` + 1 people.
[[nodiscard]] Result<std::vector<PersonId>> candidates(store::ReadTransaction& read, const PeopleQuery& query,
                                                       const Wanted& wanted);

}  // namespace collega::people
