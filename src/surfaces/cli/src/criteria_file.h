#pragma once

// Criteria that a person wrote in a file, YAML or JSON: a list, or an object with the list under `criteria` or
// `requirements`.
//
//   criteria:
//     - {label: Rijbewijs B, kind: must, type: licence}
//     - {label: 3 jaar ervaring in de wijkzorg, kind: wish, type: experience, threshold: 3}

#include <filesystem>
#include <string_view>

#include "collega/base/json.h"

namespace collega::cli {

/// The list as JSON; every value in it is text, also what looks like a number. `name` is the file's name in errors.
/// Errors: bad_yaml with name and line, bad_json, bad_utf8, missing_member when there is no list, document_too_large.
[[nodiscard]] Result<JsonArray> parse_criteria(std::string_view text, std::string_view name);

/// Errors: those of parse_criteria, file_not_found, file_unreadable.
[[nodiscard]] Result<JsonArray> read_criteria(const std::filesystem::path& path);

}  // namespace collega::cli
