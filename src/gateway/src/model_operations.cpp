// What /v1 asks, as operations.

#include <algorithm>

#include "collega/base/utf8.h"
#include "model_types.h"
#include "operation_rows.h"

namespace collega::gateway {
namespace {

using namespace operations;

std::vector<KindCount> shown(const Counts& counts) {
  std::vector<KindCount> all;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) all.push_back({static_cast<privacy::Kind>(i), counts[i]});
  }
  return all;
}

Result<ModelAnswer> ask(Interface interface, const AskModel& asked, Context& context, const Tools& tools) {
  if (!asked.request.is_object()) return Error{ErrorCode::wrong_type, "request: object"};
  Passing passing{.interface = interface, .purpose = asked.purpose, .request = asked.request.get_object()};
  passing.vault = privacy::Vault{context.language};
  Passed passed = TRY(pass(*tools, context, std::move(passing)));
  return ModelAnswer{std::move(passed.answer), shown(passed.counts)};
}

Result<ModelAnswer> complete(const AskModel& asked, Context& context, const Tools& tools) {
  return ask(Interface::chat, asked, context, tools);
}

Result<ModelAnswer> respond(const AskModel& asked, Context& context, const Tools& tools) {
  return ask(Interface::responses, asked, context, tools);
}

Result<ModelAnswer> embed(const AskModel& asked, Context& context, const Tools& tools) {
  return ask(Interface::embeddings, asked, context, tools);
}

// Those of which the answer is text.
constexpr std::string_view kFormats[] = {"json", "text", "srt", "verbose_json", "vtt"};

constexpr std::size_t kLongestCode = 8;  // of a language

bool is_code(std::string_view text) {
  return text.size() <= kLongestCode &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; });
}

/// `prompt`: as it may leave.
models::Form form_of(const Transcribe& asked, const Offered& offered, const std::string& prompt) {
  models::Form form;
  form.file = asked.file;
  // What a file is called may tell of whom it is; what it is, a service needs to know.
  form.file_name = "audio" + form.file.extension().string();
  form.fields = {{"model", offered.called.empty() ? offered.name : offered.called}, {"response_format", asked.format}};
  if (!asked.spoken.empty()) form.fields.emplace_back("language", asked.spoken);
  if (!prompt.empty()) form.fields.emplace_back("prompt", prompt);
  return form;
}

/// Nothing here can tell what is said in a recording, so that it goes where the policy lets speech go, by default only
/// to machines of our own. The words with it are looked through as any text is.
Result<Transcript> transcribed(const Transcribe& asked, Context& context, const Tools& tools, bool& was_sent) {
  if (std::ranges::find(kFormats, asked.format) == std::end(kFormats)) return Error{ErrorCode::unknown_value, "format"};
  if (!is_code(asked.spoken)) return Error{ErrorCode::unknown_value, "spoken"};
  store::Store& store = context.records->store;
  const auto rules = TRY(tools->rules.get(store));
  const Policy policy = TRY(rules->policy_for(asked.purpose));
  const User user = TRY(tools->meter.user_of(context.asker, store));
  TRY(tools->meter.admit(*rules, user, store, context.records->clock(), context.today));
  const auto people = TRY(tools->people.get(store, context.today));
  Shield shield{policy, people.get(), privacy::Vault{context.language}};
  Json prompt = Json(asked.prompt);
  shield.add_text(prompt);
  TRY(shield.look());
  TRY(shield.replace(context.today));
  const std::string words{prompt.get_string()};
  const Originals originals{shield.vault()};
  const auto providers = TRY(providers_for(*rules, policy, asked.model, ModelKind::transcription, DataClass::speech));
  const bool is_json = asked.format.ends_with("json");
  std::string answer;
  const auto attempt = [&](std::size_t i) -> models::Attempted {
    const KnownProvider& provider = *providers[i];
    models::Request request{.url = provider.content.url + "/audio/transcriptions", .key = provider.key};
    request.form = form_of(asked, offer(provider, asked.model, ModelKind::transcription), words);
    request.patience.first_byte = std::chrono::seconds{provider.content.first_byte_seconds};
    was_sent = true;
    const Result<std::string> said = tools->caller.ask(request, context.stop_asked);
    if (!said) return {said.error()};
    if (!is_valid_utf8(said.value()) || (is_json && !parse_json(said.value()))) return {Error{ErrorCode::model_broken}};
    answer = is_json ? originals.in_arguments(said.value()) : originals.in_text(said.value());
    return {};
  };
  const std::size_t served = TRY(models::with_fallback(providers.size(), tools->retries, attempt, context.stop_asked));
  context.work.remember("purpose", Json(policy.purpose));
  context.work.remember("provider", Json(to_string(providers[served]->id)));
  context.work.remember("model", Json(ledger_word(asked.model)));
  context.work.remember("data", Json(name_of(DataClass::speech)));
  Used used{.purpose = policy.purpose, .provider = providers[served]->id, .model = asked.model};
  TRY(tools->meter.count(user, used, store, context.today));
  return Transcript{std::move(answer)};
}

Result<Transcript> transcribe(const Transcribe& asked, Context& context, const Tools& tools) {
  bool was_sent = false;
  Result<Transcript> transcript = transcribed(asked, context, tools, was_sent);
  if (!transcript) remember_failure(context, "gateway.transcribe", transcript.error(), was_sent);
  return transcript;
}

Result<ModelsOnOffer> models_on_offer(const ModelsAsked&, Context& context, const Tools& tools) {
  ModelsOnOffer answer;
  const auto rules = TRY(tools->rules.get(context.records->store));
  for (const KnownProvider& one : rules->providers) {
    if (!one.content.is_on) continue;
    for (const Offered& model : one.content.models) {
      const bool is_there = std::ranges::any_of(answer.models, [&](const ModelOnOffer& other) {
        return other.name == model.name && other.kind == model.kind;
      });
      if (!is_there) answer.models.push_back({model.name, model.kind, one.content.name, one.content.is_local});
    }
  }
  return answer;
}

}  // namespace

void add_model_rows(std::vector<Operation>& rows, const Tools& tools) {
  Operation chat = model_row(
      "gateway.complete", {"Een taalmodel iets vragen", "Ask a language model"},
      {"Stuurt een gesprek door de privacyschil naar een taalmodel en zet het antwoord terug (chat completions).",
       "Sends a conversation through the privacy shield to a language model and restores the answer (chat "
       "completions)."},
      handler<AskModel, ModelAnswer>(complete, tools));
  chat.parts = schema_of<Json>();
  rows.push_back(std::move(chat));
  Operation response = model_row(
      "gateway.respond", {"Een taalmodel iets vragen (responses)", "Ask a language model (responses)"},
      {"Hetzelfde, zoals de responses-interface het vraagt.", "The same, as the responses interface asks it."},
      handler<AskModel, ModelAnswer>(respond, tools));
  response.parts = schema_of<Json>();
  rows.push_back(std::move(response));
  rows.push_back(model_row("gateway.embed", {"Tekst als getallen", "Text as numbers"},
                           {"Laat een taalmodel van tekst, met namen vervangen, een rij getallen maken.",
                            "Has a language model make numbers of a text with names replaced."},
                           handler<AskModel, ModelAnswer>(embed, tools)));
  Operation speech = model_row(
      "gateway.transcribe", {"Spraak uitschrijven", "Write out speech"},
      {"Laat een spraakmodel een opname uitschrijven; zonder ander beleid alleen op eigen machines.",
       "Has a speech model write out a recording; unless the policy says otherwise on machines of our own only."},
      handler<Transcribe, Transcript>(transcribe, tools));
  speech.reads = {Data::given_files, Data::given_text, Data::people};
  rows.push_back(std::move(speech));
  Operation offer = row_of("gateway.models", {"Modellen die er zijn", "Models on offer"},
                           {"Toont welke modellen gevraagd kunnen worden.", "Shows which models can be asked for."},
                           handler<ModelsAsked, ModelsOnOffer>(models_on_offer, tools));
  offer.may = everybody_here();
  offer.stored = Stored::whole;
  rows.push_back(std::move(offer));
}

}  // namespace collega::gateway
