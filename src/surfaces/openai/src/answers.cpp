#include "answers.h"

#include <algorithm>
#include <charconv>

namespace collega::openai {
namespace {

std::string_view type_of(int status) {
  switch (status) {
    case 401:
      return "authentication_error";
    case 403:
      return "permission_error";
    case 429:
      return "rate_limit_error";
    default:
      return status >= 500 ? "server_error" : "invalid_request_error";
  }
}

/// Which member it is about. Nothing else that an error says of its place is told: it may hold what was sent.
Json member_of(const Error& error) {
  const std::string_view place =
      std::string_view{error.where}.substr(0, std::min(error.where.find(':'), error.where.size()));
  const auto may_stand = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '[' || c == ']';
  };
  const bool is_member = !place.empty() && place.front() >= 'a' && std::ranges::all_of(place, may_stand);
  return is_member ? Json(place) : Json(nullptr);
}

Json shown(const Json& model) {
  return JsonObject{{"id", model.at("name")}, {"object", "model"}, {"created", 0}, {"owned_by", model.at("provider")}};
}

}  // namespace

JsonObject problem_object(const Error& error, Language language) {
  std::string message{message_of(error.code, language)};
  if (error.code == ErrorCode::shield_refuses) message += " (" + error.where + ")";  // kinds of data
  return {{"message", std::move(message)},
          {"type", type_of(http_status_of(error.code))},
          {"code", name_of(error.code)},
          {"param", member_of(error)}};
}

std::string problem(const Error& error, Language language) {
  return to_text(JsonObject{{"error", problem_object(error, language)}});
}

int retry_after(const Error& error) {
  if (error.code == ErrorCode::too_many_requests) {
    int seconds = 1;
    std::from_chars(error.where.data(), error.where.data() + error.where.size(), seconds);
    return std::max(seconds, 1);
  }
  return http_status_of(error.code) == 503 ? 1 : 0;
}

Json list_of_models(const Json& on_offer) {
  JsonArray data;
  for (const Json& model : on_offer.at("models").as_array()) data.push_back(shown(model));
  return JsonObject{{"object", "list"}, {"data", std::move(data)}};
}

std::optional<Json> model_named(const Json& on_offer, std::string_view name) {
  for (const Json& model : on_offer.at("models").as_array()) {
    if (model.at("name").as_string() == name) return shown(model);
  }
  return std::nullopt;
}

}  // namespace collega::openai
