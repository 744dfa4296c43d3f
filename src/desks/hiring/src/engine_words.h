#pragma once

// The engine's own words, as they stand on the wire and in the tables.

#include <boost/describe.hpp>

#include "collega/skills/match.h"

namespace collega::skills {
BOOST_DESCRIBE_ENUM(RequirementKind, must, wish)
BOOST_DESCRIBE_ENUM(RequirementType, skill, degree, licence, language, experience, hours, place, other)
BOOST_DESCRIBE_ENUM(Met, yes, partly, no, unknown)
BOOST_DESCRIBE_ENUM(Group, all_musts_shown, something_unknown, contradicted)
BOOST_DESCRIBE_ENUM(Ground, stated, narrower, related, usual_in_job, beginner, in_progress, denied, expired,
                    enough_experience, too_little_experience, undated_experience, level_reached, level_below,
                    level_unstated, other_field, enough_hours, too_few_hours, other_place, keywords, same_words,
                    not_mentioned)
}  // namespace collega::skills
