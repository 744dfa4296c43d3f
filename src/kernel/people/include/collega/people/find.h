#pragma once

#include <string_view>

#include "collega/people/person.h"

namespace collega::people {

/// Whom somebody means by a personnel number, or by the id that an answer gave. Error: unknown_person with the text as
/// its place.
[[nodiscard]] Result<PersonId> find_person(store::ReadTransaction& read, std::string_view text);

}  // namespace collega::people
