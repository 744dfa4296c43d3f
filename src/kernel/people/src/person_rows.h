#pragma once

// Persons as rows of the table.

#include "collega/people/person.h"

namespace collega::people {

/// The columns that name_at reads, of the table called `p`.
#define COLLEGA_NAME_COLUMNS "p.given_name, p.initials, p.infix, p.surname"

/// A name from four columns on.
[[nodiscard]] Name name_at(const store::Rows& rows, int column);

/// The name by which the person is sorted. Error: unknown_person with `member` as place.
[[nodiscard]] Result<std::string> sort_name_of(store::ReadTransaction& read, PersonId person, std::string_view member);

}  // namespace collega::people
