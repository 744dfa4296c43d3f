#pragma once

// Taking away what is kept of a person, kind by kind; each gives the number of rows that went.

#include "collega/people/person.h"

namespace collega::people {

Result<std::int64_t> remove_roles(store::WriteTransaction& write, PersonId person);
Result<std::int64_t> remove_contact(store::WriteTransaction& write, PersonId person);
Result<std::int64_t> remove_contracts(store::WriteTransaction& write, PersonId person);
/// The row itself; contracts and roles must be gone.
Result<std::int64_t> remove_person_row(store::WriteTransaction& write, PersonId person);

}  // namespace collega::people
