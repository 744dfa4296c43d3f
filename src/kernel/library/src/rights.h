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

/// What holds of a document that the asker may read on `date`, among those about `about`, or about nobody.
[[nodiscard]] Result<Condition> readable(store::ReadTransaction& read, const identity::Asker& asker,
                                         std::optional<people::PersonId> about, Date date);

}  // namespace collega::library
