#pragma once

#include "collega/base/language.h"
#include "collega/base/messages.h"

namespace collega::skills_desk {

/// The texts of this desk.
[[nodiscard]] const Messages& texts(Language language);

}  // namespace collega::skills_desk
