#pragma once

// What is served, told to programs.

#include <string_view>

#include "collega/base/json.h"
#include "collega/base/language.h"
#include "collega/operations/run.h"

namespace collega::http {

/// The description of this interface (OpenAPI 3.1), made of the table of operations.
[[nodiscard]] Json open_api_document(const operations::Table& table, std::string_view version, Language language);

}  // namespace collega::http
