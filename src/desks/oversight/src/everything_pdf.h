#pragma once

#include <string>

#include "collega/base/date.h"
#include "collega/base/language.h"
#include "collega/base/result.h"
#include "everything_told.h"

namespace collega::oversight {

/// As a PDF for the person: a heading a kind, a line a member.
[[nodiscard]] Result<std::string> everything_pdf(const std::vector<ToldKind>& told, Date today, Language language);

}  // namespace collega::oversight
