#pragma once

#include "collega/base/language.h"
#include "collega/base/messages.h"

namespace collega::http {

/// The texts of messages/nl.txt or messages/en.txt.
[[nodiscard]] const Messages& texts(Language language);

}  // namespace collega::http
