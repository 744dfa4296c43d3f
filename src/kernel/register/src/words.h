#pragma once

#include "collega/base/language.h"
#include "collega/base/messages.h"

namespace collega::ai_register {

/// The texts of this module.
[[nodiscard]] const Messages& messages_in(Language language);

}  // namespace collega::ai_register
