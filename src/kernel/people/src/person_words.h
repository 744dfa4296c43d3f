#pragma once

// What is derived from a person's name and number wherever it stands: the words to find them by, and their place in
// lists.

#include "collega/people/person.h"

namespace collega::people {

struct Found {
  std::string sort_name;
  std::vector<std::string> words;

  bool operator==(const Found&) const = default;
};

[[nodiscard]] Found found_by(const Name& name, std::string_view personnel_number);

Result<Done> add_words(store::WriteTransaction& write, PersonId person, const std::vector<std::string>& words);
Result<Done> remove_words(store::WriteTransaction& write, PersonId person, const std::vector<std::string>& words);

/// After a name or number changed.
Result<Done> refresh(store::WriteTransaction& write, PersonId person, const Found& before, const Found& after);

}  // namespace collega::people
