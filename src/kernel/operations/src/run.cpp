#include "collega/operations/run.h"

#include "collega/ledger/ledger.h"

namespace collega::operations {
namespace {

// Belongs to every input and is read by none.
constexpr std::string_view kId = "id";
constexpr std::string_view kLocalOperator = "local operator";

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

Result<const Operation*> admit(const Table& table, std::string_view name, const Context& context) {
  const Operation* operation = TRY(table.find(name));
  if (operation->stored != Stored::nothing && !context.records) return Error{ErrorCode::needs_data, std::string{name}};
  return operation;
}

Json mark_local(Json output, const Operation& operation, const JsonObject& input) {
  JsonObject& answer = output.as_object();
  answer["local"] = true;
  if (const JsonArray ignored = ignored_members(operation, input); !ignored.empty()) answer["ignored"] = ignored;
  if (const Json* id = input.if_contains(kId)) answer[kId] = *id;
  return output;
}

ledger::Kind kind_of(Effect effect) {
  switch (effect) {
    case Effect::reads: return ledger::Kind::read;
    case Effect::proposes: return ledger::Kind::proposal;
    case Effect::acts: return ledger::Kind::act;
  }
  return ledger::Kind::act;
}

Result<Done> remember(const Operation& operation, Context& context, store::WriteTransaction& write) {
  const ledger::Entry entry{.kind = kind_of(operation.effect),
                            .actor = std::string{kLocalOperator},
                            .operation = std::string{operation.name},
                            .about = context.work.about(),
                            .details = context.work.details()};
  TRY(ledger::append(write, context.records->writer, entry, context.records->clock()));
  return Done{};
}

/// The entry of an operation that did not write itself.
Result<Done> remember_apart(const Operation& operation, Context& context) {
  store::WriteTransaction write = TRY(context.records->store.write());
  TRY(remember(operation, context, write));
  return write.commit();
}

Result<Json> run_reading(const Operation& operation, const Json& input, Context& context) {
  context.work = Work{TRY(context.records->store.read())};
  Json output = TRY(operation.handler.run(input, context));
  TRY(remember_apart(operation, context));
  return output;
}

Result<Json> run_writing(const Operation& operation, const Json& input, Context& context) {
  context.work = Work{TRY(context.records->store.write())};
  Json output = TRY(operation.handler.run(input, context));
  TRY(remember(operation, context, context.work.write()));
  TRY(context.work.write().commit());
  return output;
}

Result<Json> run_whole(const Operation& operation, const Json& input, Context& context) {
  context.work = Work{};
  Json output = TRY(operation.handler.run(input, context));
  TRY(remember_apart(operation, context));
  return output;
}

Result<Json> run_handler(const Operation& operation, const Json& input, Context& context) {
  switch (operation.stored) {
    case Stored::nothing: return operation.handler.run(input, context);
    case Stored::reads: return run_reading(operation, input, context);
    case Stored::writes: return run_writing(operation, input, context);
    case Stored::whole: return run_whole(operation, input, context);
  }
  return Error{ErrorCode::internal};
}

}  // namespace

Result<Json> run_local(const Table& table, std::string_view name, const Json& input, Context& context) {
  const Operation* operation = TRY(admit(table, name, context));
  Result<Json> output = run_handler(*operation, input, context);  // the handler parses and checks the input first
  context.work = Work{};  // whatever is open ends here, also after a failure
  if (!output) return output;
  return mark_local(std::move(output).value(), *operation, input.as_object());
}

}  // namespace collega::operations
