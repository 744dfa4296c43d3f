#pragma once

// Whom the asker may see, and what those people confirmed.

#include "collega/operations/operation.h"
#include "collega/people/people.h"
#include "held.h"

namespace collega::skills_desk {

/// Whoever asks is somebody who works here. Error: not_about_them.
[[nodiscard]] Result<people::PersonId> myself(const operations::Context& context);

/// Whom to list: of this unit and those under it, or of all, the ones that the asker's roles show. Error: unknown_unit.
[[nodiscard]] Result<people::PeopleQuery> people_asked(operations::Context& context,
                                                       const std::optional<std::string>& unit);

/// What a person confirmed, of what this taxonomy still knows.
[[nodiscard]] Result<std::vector<skills::ConceptRef>> confirmed_refs(store::ReadTransaction& read,
                                                                     people::PersonId person,
                                                                     const skills::Taxonomy& taxonomy);

}  // namespace collega::skills_desk
