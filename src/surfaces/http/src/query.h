#pragma once

// What stands behind the question mark, and the input of an operation that is made of it.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "collega/base/json.h"
#include "collega/base/result.h"

namespace collega::http {

using Query = std::vector<std::pair<std::string, std::string>>;

/// "team=zorg&limit=50", decoded, in its order. Errors: bad_utf8; request_malformed when a % is not followed by two
/// digits, or it has more than 500 parts.
[[nodiscard]] Result<Query> parse_query(std::string_view text);

/// The first value of this name; empty when there is none.
[[nodiscard]] std::string_view value_in(const Query& query, std::string_view name);

/// The input that `properties` (of a JSON Schema) describe. A list is what is repeated; an object is JSON; what they do
/// not name is taken as text, so that the answer can say that it was ignored. Errors: wrong_type with the member, also
/// for one that is no list and stands there twice; those of parse_json for an object.
[[nodiscard]] Result<JsonObject> input_of(const Query& query, const JsonObject& properties);

}  // namespace collega::http
