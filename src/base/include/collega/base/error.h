#pragma once

// What each error code means to the person, the shell and the wire.

#include <optional>
#include <string>
#include <string_view>

#include "collega/base/language.h"
#include "collega/base/result.h"

namespace collega {

/// The name of the code as it stands in error_codes.def: "file_not_found".
[[nodiscard]] std::string_view name_of(ErrorCode code);

/// The code with this name, if there is one.
[[nodiscard]] std::optional<ErrorCode> error_code_named(std::string_view name);

/// What a person reads, without the place.
[[nodiscard]] std::string_view message_of(ErrorCode code, Language language);

/// The message with its place behind it: "Dit bestand is leeg. (cv.pdf)".
[[nodiscard]] std::string describe(const Error& error, Language language);

/// 1 when an input failed, 2 when the call itself was wrong.
[[nodiscard]] int exit_status_of(ErrorCode code);

[[nodiscard]] int http_status_of(ErrorCode code);

/// Where the documentation explains it: "docs/errors.md#file_not_found".
[[nodiscard]] std::string page_of(ErrorCode code);

}  // namespace collega
