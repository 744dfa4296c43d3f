#pragma once

// What is answered, in OpenAI's shape.

#include <optional>

#include "collega/base/json.h"
#include "collega/openai/openai.h"

namespace collega::openai {

inline constexpr std::string_view kJson = "application/json";
inline constexpr std::string_view kEvents = "text/event-stream";
inline constexpr std::string_view kText = "text/plain; charset=utf-8";

[[nodiscard]] JsonObject problem_object(const Error& error, Language language);
/// In seconds; 0 where waiting does not help.
[[nodiscard]] int retry_after(const Error& error);
/// Of gateway.models.
[[nodiscard]] Json list_of_models(const Json& on_offer);
[[nodiscard]] std::optional<Json> model_named(const Json& on_offer, std::string_view name);

}  // namespace collega::openai
