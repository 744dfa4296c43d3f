#include "collega/operations/run.h"

namespace collega::operations {
namespace {

// Belongs to every input and is read by none.
constexpr std::string_view kId = "id";

/// Members of the input that the operation does not know, so that a typing error is seen.
JsonArray ignored_members(const Operation& operation, const JsonObject& input) {
  const Json schema = operation.handler.input_schema(Language::en);
  const JsonObject& known = schema.at("properties").as_object();
  JsonArray ignored;
  for (const auto& [name, value] : input) {
    if (name != kId && !known.contains(name)) ignored.emplace_back(name);
  }
  return ignored;
}

Result<const Operation*> admit(const Table& table, std::string_view name) {
  const Operation* operation = TRY(table.find(name));
  if (operation->reads_stored_data) return Error{ErrorCode::needs_data, std::string{name}};
  return operation;
}

Json mark_local(Json output, const Operation& operation, const JsonObject& input) {
  JsonObject& answer = output.as_object();
  answer["local"] = true;
  if (const JsonArray ignored = ignored_members(operation, input); !ignored.empty()) answer["ignored"] = ignored;
  if (const Json* id = input.if_contains(kId)) answer[kId] = *id;
  return output;
}

}  // namespace

Result<Json> run_local(const Table& table, std::string_view name, const Json& input, Context& context) {
  const Operation* operation = TRY(admit(table, name));
  Json output = TRY(operation->handler.run(input, context));  // parses and checks the input first
  return mark_local(std::move(output), *operation, input.as_object());
}

}  // namespace collega::operations
