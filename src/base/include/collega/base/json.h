#pragma once

// JSON in and out. Types are described (described.h); this is the value they pass through.

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "collega/base/result.h"

namespace collega {

using Json = boost::json::value;
using JsonObject = boost::json::object;
using JsonArray = boost::json::array;

/// One JSON value. Errors: `bad_json` with the byte offset as its place; `bad_utf8`; `out_of_range` with the path of a
/// number that is larger than any double.
[[nodiscard]] Result<Json> parse_json(std::string_view text);

/// On one line, members in the order they were added.
[[nodiscard]] std::string to_text(const Json& value);

/// Over several lines, for people.
[[nodiscard]] std::string to_pretty_text(const Json& value);

}  // namespace collega
