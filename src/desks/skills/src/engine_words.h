#pragma once

// Words of the engine as they stand on the wire.

#include <boost/describe.hpp>

#include "collega/skills/mentions.h"
#include "collega/skills/requirements.h"

namespace collega::skills {
BOOST_DESCRIBE_ENUM(ConceptKind, skill, licence, degree_level, degree_field, programme, language, language_level,
                    occupation, occupation_group, skill_group)
BOOST_DESCRIBE_ENUM(Stance, claimed, weak, in_progress, wished, denied, of_others)
BOOST_DESCRIBE_ENUM(RequirementType, skill, degree, licence, language, experience, hours, place, other)
}  // namespace collega::skills
