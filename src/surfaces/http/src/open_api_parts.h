#pragma once

// The small parts that an OpenAPI document is made of.

#include <string_view>

#include "collega/base/json.h"
#include "collega/base/language.h"

namespace collega::http {

[[nodiscard]] Json json_body(Json schema);
[[nodiscard]] Json response(std::string_view description, Json schema);
[[nodiscard]] Json problem_ref();
[[nodiscard]] Json parameter_ref(std::string_view name);
[[nodiscard]] Json query_parameter(std::string_view name, Json schema, bool is_required);
[[nodiscard]] Json header_parameter(std::string_view name, bool is_required);
/// One for each member of an input, and that for the language.
[[nodiscard]] JsonArray query_parameters(const Json& input_schema);
[[nodiscard]] Json job_begun_schema(Language language);
/// What the rest refers to: the problem, the common parameters, and how to show who asks.
[[nodiscard]] Json components(Language language);

}  // namespace collega::http
