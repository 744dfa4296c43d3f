#include "collega/operations/run.h"

#include <algorithm>
#include <stdexcept>

#include "asking.h"
#include "collega/base/error.h"
#include "collega/ledger/ledger.h"
#include "collega/operations/jobs.h"
#include "collega/operations/proposals.h"
#include "declared.h"
#include "repeatable.h"

namespace collega::operations {
namespace {

// Belongs to every input and is read by none.
constexpr std::string_view kId = "id";

ledger::Kind kind_of(Effect effect) {
  switch (effect) {
    case Effect::reads:
      return ledger::Kind::read;
    case Effect::proposes:
      return ledger::Kind::proposal;
    case Effect::acts:
      return ledger::Kind::act;
  }
  return ledger::Kind::act;
}

ledger::Entry entry_of(const Operation& operation, const Context& context) {
  return {.kind = context.work.kind().value_or(kind_of(operation.effect)),
          .actor = context.actor(),
          .operation = std::string{operation.name},
          .about = context.work.about(),
          .details = context.work.details()};
}

/// On disk before it is answered.
Result<Done> remember_now(const ledger::Entry& entry, Records& records) {
  store::WriteTransaction write = TRY(records.store.write());
  TRY(ledger::append(write, records.writer, entry, records.clock()));
  return write.commit();
}

/// The entry of an operation that only read: with others in one commit, where there is a recorder.
Result<Done> remember_apart(const ledger::Entry& entry, Records& records) {
  if (records.recorder) return records.recorder->record(entry, records.clock());
  return remember_now(entry, records);
}

Result<Done> remember(const Operation& operation, Context& context) {
  const ledger::Entry entry = entry_of(operation, context);
  if (!context.work.writes()) return remember_apart(entry, *context.records);
  TRY(ledger::append(context.work.write(), context.records->writer, entry, context.records->clock()));
  return Done{};
}

/// One asking, from the gate to the ledger. What is open is the context's, and ends with it.
class Running {
 public:
  Running(const Table& table, const Operation& operation, const Json& input, Context& context)
      : table_(table), operation_(operation), input_(input), context_(context) {
    context_.table = &table;
    context_.ask = [this](std::string_view name, const Json& asked) { return ask_within(name, asked); };
    context_.tell = [this](std::string_view event, const Json& content) { return tell(event, content); };
  }
  ~Running() {
    context_.ask = {};
    context_.tell = {};
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  Result<Json> operator()(Repeat* repeat) {
    switch (operation_.stored) {
      case Stored::nothing:
        return run_apart();
      case Stored::reads:
        return run_reading();
      case Stored::writes:
        return run_writing(repeat);
      case Stored::whole:
        return run_apart();
    }
    throw std::logic_error("an operation that needs what no operation needs");
  }

  /// Within a transaction that another operation opened.
  Result<Json> within() {
    if (operation_.stored == Stored::whole || (operation_.stored == Stored::writes && !context_.work.writes())) {
      throw std::logic_error(std::string{operation_.name} +
                             ": asked within an operation that holds less than it needs");
    }
    return gate_to_ledger();
  }

 private:
  Result<Json> run_reading() {
    context_.work = Work{TRY(context_.records->store.read())};
    return gate_to_ledger();
  }

  Result<Json> run_writing(Repeat* repeat) {
    context_.work = Work{TRY(context_.records->store.write())};
    const RepeatableRequest request{operation_.name, repeat ? repeat->key : std::string_view{}, input_};
    if (!request.key.empty()) {
      if (std::optional<Json> earlier = TRY(earlier_answer(context_, request))) {
        repeat->was_before = true;
        return *earlier;
      }
    }
    Json output = TRY(gate_to_ledger());
    if (!request.key.empty()) TRY(keep_answer(context_, request, output));
    TRY(context_.work.write().commit());
    return output;
  }

  /// Without a transaction of its own: on nothing that is kept, or on the store itself.
  Result<Json> run_apart() {
    context_.work = Work{};
    if (!context_.records) return operation_.handler.run(input_, context_);
    {
      store::ReadTransaction read = TRY(context_.records->store.read());
      TRY(pass_gate(table_.use_of(operation_), context_, read));
    }
    Json output = TRY(operation_.handler.run(input_, context_));
    TRY(check_concerned(context_));
    const bool only_reads = operation_.effect == Effect::reads;
    TRY((only_reads ? remember_apart : remember_now)(entry_of(operation_, context_), *context_.records));
    return output;
  }

  Result<Json> gate_to_ledger() {
    TRY(pass_gate(table_.use_of(operation_), context_, context_.work.read()));
    context_.work.read().exchange_touched();
    Json output = TRY(operation_.handler.run(input_, context_));  // which parses and checks the input first
    check_declared();
    TRY(check_concerned(context_));
    if (context_.work.writes()) TRY(keep_proposals(operation_, context_));
    TRY(remember(operation_, context_));
    return output;
  }

  /// More than the row says is a bug, and nothing of it leaves.
  void check_declared() { check_tables(context_.work.read().exchange_touched()); }
  void check_tables(const std::set<std::string>& tables) {
    const std::string table = undeclared(operation_, tables);
    if (!table.empty())
      throw std::logic_error(std::string{operation_.name} + ": reads " + table + ", and does not say so");
  }

  Result<Json> ask_within(std::string_view name, const Json& input) {
    const Operation* operation = TRY(table_.find(name));
    Context inner = context_;
    inner.work = context_.work.within();
    TRY(admit(*operation, inner));
    // What the inner one reads is the inner row's to say.
    const std::set<std::string> before =
        context_.work.is_open() ? context_.work.read().exchange_touched() : std::set<std::string>{};
    check_tables(before);
    const bool is_apart = operation_.stored == Stored::whole;
    Running asked{table_, *operation, input, inner};
    Result<Json> output = is_apart ? asked(nullptr) : asked.within();
    if (context_.work.is_open()) context_.work.read().exchange_touched();
    context_.has_told = context_.has_told || inner.has_told;
    return output;
  }

  Result<Done> tell(std::string_view event, const Json& content) {
    if (operation_.stored != Stored::whole) return tell_within(context_.work.write(), event, content);
    store::WriteTransaction write = TRY(context_.records->store.write());
    TRY(tell_within(write, event, content));
    return write.commit();
  }

  Result<Done> tell_within(store::WriteTransaction& write, std::string_view event, const Json& content) {
    for (const Operation& row : table_.rows()) {
      if (std::ranges::find(row.hears, event) == row.hears.end()) continue;
      const JobRequest job{std::string{row.name}, content, context_.language, std::string{event}};
      TRY(add_job(write, {}, job, context_.records->clock()));
      context_.has_told = true;
    }
    return Done{};
  }

  const Table& table_;
  const Operation& operation_;
  const Json& input_;
  Context& context_;
};

/// What somebody asked and may not is remembered too. It is no reason to fail in another way.
void remember_refusal(const Operation& operation, const Context& context, ErrorCode why) {
  if (!is_refusal(why) || !context.records || !context.records->recorder) return;
  ledger::Entry entry{.kind = ledger::Kind::refusal,
                      .actor = context.actor(),
                      .operation = std::string{operation.name},
                      .about = {},
                      .details = {{"why", Json(name_of(why))}}};
  const Result<Done> ignored = context.records->recorder->record(entry, context.records->clock());
  static_cast<void>(ignored);
}

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

Json mark_local(Json output, const Operation& operation, const JsonObject& input) {
  JsonObject& answer = output.as_object();
  answer["local"] = true;
  if (const JsonArray ignored = ignored_members(operation, input); !ignored.empty()) answer["ignored"] = ignored;
  if (const Json* id = input.if_contains(kId)) answer[kId] = *id;
  return output;
}

bool holds_nul(const Json& value) {
  if (const auto* text = value.if_string()) return std::string_view{*text}.find('\0') != std::string_view::npos;
  if (const JsonArray* all = value.if_array()) return std::ranges::any_of(*all, holds_nul);
  const JsonObject* object = value.if_object();
  return object && std::ranges::any_of(*object, [](const auto& member) { return holds_nul(member.value()); });
}

/// No text that people write holds a NUL, and not every store keeps one.
Result<Done> check_characters(const Json& input) {
  const JsonObject* members = input.if_object();
  if (!members) return Done{};
  for (const auto& [name, value] : *members) {
    if (holds_nul(value)) return Error{ErrorCode::wrong_type, std::string{name} + ": text"};
  }
  return Done{};
}

Result<Json> run_admitted(const Table& table, const Operation& operation, const Json& input, Context& context,
                          Repeat* repeat) {
  TRY(admit(operation, context));
  TRY(check_characters(input));
  return Running{table, operation, input, context}(repeat);
}

}  // namespace

Result<Json> run(const Table& table, std::string_view name, const Json& input, Context& context, Repeat* repeat) {
  const Operation* operation = TRY(table.find(name));
  Result<Json> output = run_admitted(table, *operation, input, context, repeat);
  context.work = Work{};  // whatever is open ends here, also after a failure
  if (!output) remember_refusal(*operation, context, output.error().code);
  return output;
}

Result<Json> run_local(const Table& table, std::string_view name, const Json& input, Context& context) {
  Json output = TRY(run(table, name, input, context));
  return mark_local(std::move(output), *table.find(name).value(), input.as_object());
}

}  // namespace collega::operations
