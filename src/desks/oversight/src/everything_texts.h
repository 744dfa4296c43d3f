#pragma once

#include "collega/base/language.h"
#include "collega/base/messages.h"

namespace collega::oversight {

/// The words of this desk (messages/).
[[nodiscard]] const Messages& everything_texts(Language language);

}  // namespace collega::oversight
