#pragma once

// The jobs of some people on a day.

#include <map>
#include <vector>

#include "collega/people/people.h"

namespace collega::people {

/// By person, most hours first, the oldest contract of equals first. At most kLongestInList people.
[[nodiscard]] Result<std::map<PersonId, std::vector<Job>>> jobs_of(store::ReadTransaction& read,
                                                                   const std::vector<PersonId>& people, Date day);

}  // namespace collega::people
