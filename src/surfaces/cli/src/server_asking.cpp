#include "server_asking.h"

#include <random>

#include "job_watch.h"
#include "server_papers.h"
#include "texts.h"

namespace collega::cli {
namespace {

using operations::Effect;
using operations::Operation;
using operations::Pace;
using operations::Stored;

// Belongs to every input and is read by none.
constexpr std::string_view kId = "id";

bool changes(const Operation& operation) { return operation.effect != Effect::reads; }

/// Whether the server knows the second of two for the first, by its key: it keeps which job it began, and the answer of
/// what changes records. Other work it would do twice.
bool can_repeat(const Operation& operation) {
  return !changes(operation) || operation.pace == Pace::job || operation.stored == Stored::writes;
}

std::string new_key() {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::random_device chance;
  std::string key;
  for (int i = 0; i < 32; ++i) key += kDigits[chance() % kDigits.size()];
  return key;
}

Json without_id(const Json& input, const JsonObject& known) {
  const JsonObject* members = input.if_object();
  if (!members || known.contains(kId)) return input;
  JsonObject rest;
  for (const auto& [name, value] : *members) {
    if (name != kId) rest[name] = value;
  }
  return Json(std::move(rest));
}

/// As run_local() does for an operation that is asked here.
void mark(Json& answer, const Json& input, const JsonObject& known) {
  JsonObject* object = answer.if_object();
  const JsonObject* given = input.if_object();
  if (!object || !given) return;
  JsonArray ignored;
  for (const auto& [name, value] : *given) {
    if (name != kId && !known.contains(name)) ignored.emplace_back(name);
  }
  if (!ignored.empty()) (*object)["ignored"] = std::move(ignored);
  if (const Json* id = given->if_contains(kId)) (*object)[kId] = *id;
}

}  // namespace

RemoteSettings remote_settings(const Surroundings& around) {
  return {.program = "collega/" + around.version + " (Linux)", .language = around.language};
}

Told<Json> ServerAsking::ask(const Operation& operation, const Json& input, const ShowProgress& progress) {
  const Json schema = operation.handler.input_schema(around_.language);
  const JsonObject& known = schema.at("properties").as_object();
  ServerPapers papers{*server_};
  const Json sent = TRY(papers.to_ids(without_id(input, known), schema));
  const Told<Begun> begun = begin(operation, sent);
  if (!begun) return papers.named(begun.error());
  Told<Json> answer{begun.value().output};
  if (!begun.value().job.empty()) {
    Followed followed = follow_job(*server_, begun.value().job, progress, around_);
    was_stopped_ = followed.was_stopped;
    if (followed.may_go_on) papers.leave_sent();
    answer = std::move(followed.answer);
  }
  if (!answer) return papers.named(answer.error());
  Json shown = TRY(papers.to_paths(std::move(answer).value()));
  mark(shown, input, known);
  return shown;
}

Told<Begun> ServerAsking::begin(const Operation& operation, const Json& input) {
  AskedOfServer asked{.operation = operation.name, .input = input, .can_repeat = can_repeat(operation)};
  if (changes(operation)) asked.key = new_key();
  Told<Begun> begun = server_->ask(asked);
  const bool wants_proof = !begun && begun.error().error.code == ErrorCode::step_up_needed;
  if (!wants_proof || server_->login().session.empty()) return begun;
  const std::optional<std::string> proof = around_.ask(texts(around_.language)("login.proof") + ' ', true);
  if (!proof) return begun;
  TRY(server_->confirm(*proof));
  return server_->ask(asked);
}

}  // namespace collega::cli
