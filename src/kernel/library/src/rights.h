#pragma once

// The rules of readers.h as a condition on `library_document d`.

#include <string>
#include <vector>

#include "collega/library/readers.h"

namespace collega::library {

struct Condition {
  std::string sql;
  std::vector<store::Argument> arguments;
};

/// "?, ?, ?"
[[nodiscard]] std::string places(std::size_t count);

/// Whether the asker keeps documents also where they may not read them: those about a person, or about nobody.
[[nodiscard]] bool keeps_unread(const identity::Asker& asker, bool about_a_person);

/// What holds of a document that the asker may read on `date`, among those about `about`, or about nobody.
[[nodiscard]] Result<Condition> readable(store::ReadTransaction& read, const identity::Asker& asker,
                                         std::optional<people::PersonId> about, Date date);

}  // namespace collega::library
