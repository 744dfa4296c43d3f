#pragma once

#include "collega/base/language.h"
#include "collega/base/messages.h"

namespace collega::administration {

/// The texts of this desk.
[[nodiscard]] const Messages& texts(Language language);

}  // namespace collega::administration
