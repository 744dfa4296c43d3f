#pragma once

#include <string>

#include "collega/base/date.h"
#include "collega/base/json.h"
#include "collega/base/language.h"
#include "collega/base/result.h"

namespace collega::oversight {

/// What everything_of gave, as a PDF for the person: a heading a kind, a line a member.
[[nodiscard]] Result<std::string> everything_pdf(const JsonObject& kept, Date today, Language language);

}  // namespace collega::oversight
