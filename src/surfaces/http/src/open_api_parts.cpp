#include "open_api_parts.h"

#include <algorithm>

#include "problem.h"
#include "request.h"
#include "texts.h"

namespace collega::http {
namespace {

Json ref(std::string_view kind, std::string_view name) {
  return JsonObject{{"$ref", "#/components/" + std::string{kind} + "/" + std::string{name}}};
}

Json text_schema() { return JsonObject{{"type", "string"}}; }

Json common_parameter(std::string_view in, std::string_view name, std::string_view description, Json schema) {
  return JsonObject{{"in", in},
                    {"name", name},
                    {"description", description},
                    {"required", in == "path"},
                    {"schema", std::move(schema)}};
}

}  // namespace

Json json_body(Json schema) {
  return JsonObject{{"required", true}, {"content", {{kJson, JsonObject{{"schema", std::move(schema)}}}}}};
}

Json response(std::string_view description, Json schema) {
  return JsonObject{{"description", description}, {"content", {{kJson, JsonObject{{"schema", std::move(schema)}}}}}};
}

Json problem_ref() { return ref("responses", "Problem"); }

Json parameter_ref(std::string_view name) { return ref("parameters", name); }

Json query_parameter(std::string_view name, Json schema, bool is_required) {
  JsonObject parameter{{"in", "query"}, {"name", name}, {"required", is_required}};
  if (const Json* description = schema.as_object().if_contains("description")) parameter["description"] = *description;
  parameter["schema"] = std::move(schema);
  return parameter;
}

Json header_parameter(std::string_view name, bool is_required) {
  return JsonObject{{"in", "header"}, {"name", name}, {"required", is_required}, {"schema", text_schema()}};
}

JsonArray query_parameters(const Json& input_schema) {
  const JsonArray& required = input_schema.at("required").as_array();
  JsonArray parameters;
  for (const auto& [name, schema] : input_schema.at("properties").as_object()) {
    const bool is_required = std::ranges::any_of(
        required, [wanted = std::string_view{name}](const Json& one) { return one.as_string() == wanted; });
    parameters.push_back(query_parameter(name, schema, is_required));
  }
  parameters.push_back(parameter_ref("Language"));
  return parameters;
}

Json job_begun_schema(Language language) {
  return JsonObject{
      {"type", "object"},
      {"properties", {{"job", {{"type", "string"}, {"format", "id"}, {"description", texts(language)("api.job")}}}}},
      {"required", JsonArray{"job"}}};
}

Json components(Language language) {
  const Messages& text = texts(language);
  const Json language_schema = JsonObject{{"type", "string"}, {"enum", JsonArray{"nl", "en"}}};
  const Json problem = JsonObject{{"description", text("api.problem")},
                                  {"content", {{kProblemJson, JsonObject{{"schema", ref("schemas", "Problem")}}}}}};
  return JsonObject{
      {"schemas", JsonObject{{"Problem", problem_schema(language)}}},
      {"responses", JsonObject{{"Problem", problem}}},
      {"parameters", JsonObject{{"IdempotencyKey", common_parameter("header", "Idempotency-Key",
                                                                    text("api.idempotency_key"), text_schema())},
                                {"Prefer", common_parameter("header", "Prefer", text("api.prefer"), text_schema())},
                                {"Language", common_parameter("query", "lang", text("api.language"), language_schema)},
                                {"Id", common_parameter("path", "id", text("api.id"), text_schema())}}},
      {"securitySchemes",
       JsonObject{
           {"key", JsonObject{{"type", "http"}, {"scheme", "bearer"}, {"description", text("api.key")}}},
           {"session", JsonObject{{"type", "apiKey"},
                                  {"in", "cookie"},
                                  {"name", cookie_name(true)},
                                  {"description", text("api.session")}}},
           {"csrf",
            JsonObject{
                {"type", "apiKey"}, {"in", "header"}, {"name", "X-CSRF-Token"}, {"description", text("api.csrf")}}}}}};
}

}  // namespace collega::http
