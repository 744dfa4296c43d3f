#pragma once

// What went wrong, told to whoever asked (RFC 9457).

#include <string>
#include <string_view>
#include <vector>

#include "collega/base/error.h"
#include "collega/base/json.h"
#include "reply.h"

namespace collega::http {

/// type, title, status, detail, code and where; `missing` for what the register still asks. Holds nothing of
/// Error::detail.
[[nodiscard]] Json problem_document(const Error& error, Language language,
                                    const std::vector<std::string>& missing = {});

/// The same as an answer, with Retry-After where waiting helps, and WWW-Authenticate where signing in does.
[[nodiscard]] Reply problem_reply(const Error& error, Language language, const std::vector<std::string>& missing = {});

/// Whether the register refused, so that it can say what it lacks.
[[nodiscard]] bool is_of_register(ErrorCode code);

/// The schema of problem_document, for OpenAPI.
[[nodiscard]] Json problem_schema(Language language);

}  // namespace collega::http
