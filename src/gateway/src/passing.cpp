#include "passing.h"

#include <algorithm>

#include "collega/base/error.h"
#include "collega/ledger/ledger.h"
#include "conversations.h"
#include "shapes.h"

namespace collega::gateway {
namespace {

// Where a service does not say how many tokens it were: of Dutch text, roughly.
constexpr std::int64_t kBytesOfToken = 4;
constexpr std::size_t kLongestWord = 128;

struct Way {
  Interface interface;
  std::string_view name;  ///< of the operation
  std::string_view path;
  std::string_view result;  ///< a member that every answer has
  ModelKind kind;
};

constexpr Way kWays[] = {
    {Interface::chat, "gateway.complete", "/chat/completions", "choices", ModelKind::chat},
    {Interface::responses, "gateway.respond", "/responses", "output", ModelKind::chat},
    {Interface::embeddings, "gateway.embed", "/embeddings", "data", ModelKind::embedding},
};

bool is_set(const JsonObject& object, std::string_view name) {
  const Json* found = object.if_contains(name);
  return found && *found == true;
}

bool wants_usage(const JsonObject& request) {
  const Json* options = request.if_contains("stream_options");
  return options && options->is_object() && is_set(options->get_object(), "include_usage");
}

class Passage {
 public:
  Passage(Inside& inside, operations::Context& context, Passing& asked)
      : inside_(inside),
        context_(context),
        asked_(asked),
        way_(*std::ranges::find(kWays, asked.interface, &Way::interface)),
        is_stream_(is_set(asked.request, "stream")),
        wants_usage_(wants_usage(asked.request)) {}

  Result<Passed> run() {
    rules_ = TRY(inside_.rules.get(store()));
    policy_ = TRY(rules_->policy_for(asked_.purpose));
    user_ = TRY(inside_.meter.user_of(context_.asker, store()));
    TRY(inside_.meter.admit(*rules_, user_, store(), context_.records->clock(), context_.today));
    model_ = TRY(asked_model());
    const auto people = TRY(inside_.people.get(store(), context_.today));
    Shield shield{policy_, people.get(), std::move(asked_.vault)};
    TRY(add(shield));
    passed_.data = TRY(shield.look());
    const std::vector<const KnownProvider*> providers =
        TRY(providers_for(*rules_, policy_, model_, way_.kind, passed_.data));
    TRY(shield.replace(context_.today));
    passed_.counts = shield.counts();
    passed_.vault = shield.vault();
    const Originals originals{shield.vault()};
    const Result<std::size_t> served = forward(providers, originals);
    if (was_sent_ && policy_.keep_sent_days > 0) TRY(keep_sent_text());
    if (!served) return served.error();
    TRY(settle(*providers[served.value()]));
    return std::move(passed_);
  }

  [[nodiscard]] bool was_sent() const { return was_sent_; }
  [[nodiscard]] std::string_view operation() const { return way_.name; }

 private:
  [[nodiscard]] store::Store& store() const { return context_.records->store; }

  Result<std::string> asked_model() {
    const Json* model = asked_.request.if_contains("model");
    if (!model) return Error{ErrorCode::missing_member, "model"};
    if (!model->is_string()) return Error{ErrorCode::wrong_type, "model: text"};
    return std::string{model->get_string()};
  }

  Result<Done> add(Shield& shield) {
    switch (way_.interface) {
      case Interface::chat:
        return add_chat(asked_.request, shield);
      case Interface::responses:
        return add_response(asked_.request, shield);
      case Interface::embeddings:
        return add_embedding(asked_.request, shield);
    }
    return Error{ErrorCode::shield_cannot_check};
  }

  Result<std::size_t> forward(const std::vector<const KnownProvider*>& providers, const Originals& originals) {
    if (way_.interface == Interface::responses) asked_.request["store"] = false;
    if (way_.interface == Interface::chat && is_stream_) asked_.request["stream_options"] = {{"include_usage", true}};
    if (!asked_.told.empty()) {
      JsonArray& messages = asked_.request.at("messages").as_array();
      messages.insert(messages.begin(), JsonObject{{"role", "system"}, {"content", asked_.told}});
    }
    return models::with_fallback(
        providers.size(), inside_.retries, [&](std::size_t i) { return attempt(*providers[i], originals); },
        context_.stop_asked);
  }

  models::Attempted attempt(const KnownProvider& provider, const Originals& originals) {
    const Offered& offered = offer(provider, model_, way_.kind);
    asked_.request["model"] = offered.called.empty() ? offered.name : offered.called;
    models::Request request{
        .url = provider.content.url + std::string{way_.path}, .key = provider.key, .body = to_text(asked_.request)};
    request.patience.first_byte = std::chrono::seconds{provider.content.first_byte_seconds};
    request.patience.between = std::chrono::seconds{provider.content.between_seconds};
    was_sent_ = true;
    sent_ = rules_->seal->digest("gateway.sent", request.body);
    sent_bytes_ = request.body.size();
    if (!is_stream_) return {ask(request, originals), false};
    if (way_.interface == Interface::chat)
      return stream(request, std::make_unique<ChatStream>(originals, wants_usage_));
    return stream(request, std::make_unique<ResponseStream>(originals));
  }

  Result<Done> ask(const models::Request& request, const Originals& originals) {
    const std::string body = TRY(inside_.caller.ask(request, context_.stop_asked));
    Result<Json> answer = parse_json(body);
    if (!answer || !answer->is_object()) return Error{ErrorCode::model_broken};
    JsonObject& said = answer->get_object();
    const Json* result = said.if_contains(way_.result);
    if (!result || !result->is_array()) return Error{ErrorCode::model_broken};
    passed_.tokens = tokens_of(said);
    answer_bytes_ = body.size();
    if (way_.interface != Interface::embeddings) originals.in_answer(*answer.operator->());
    if (said.contains("model")) said["model"] = model_;
    passed_.answer = std::move(answer).value();
    return Done{};
  }

  models::Attempted stream(const models::Request& request, const std::unique_ptr<AnswerStream>& stream) {
    models::Attempted tried;
    std::optional<Error> failed;
    const auto take = [&](std::string_view data) {
      Result<std::vector<Json>> events = stream->take(data);
      if (!events) {
        failed = events.error();
        return false;
      }
      for (Json& event : events.value()) {
        tried.has_begun = true;
        if (Json* model = event.get_object().if_contains("model")) *model = model_;
        context_.part(event);
      }
      return !stream->is_over();
    };
    tried.result = inside_.caller.stream(request, take, context_.stop_asked);
    if (failed) {
      tried.result = *failed;
    } else if (tried.result && !stream->is_whole()) {
      tried.result = Error{ErrorCode::model_broken};
    } else if (!tried.result && stream->is_whole() && tried.result.error().code != ErrorCode::job_stopped) {
      tried.result = Done{};  // all was said, and the service only failed to hang up
    }
    passed_.tokens = stream->tokens();
    answer_bytes_ = stream->bytes();
    passed_.answer = JsonObject{};
    return tried;
  }

  Result<Done> keep_sent_text() {
    const Moment now = context_.records->clock();
    store::WriteTransaction write = TRY(store().write());
    TRY(keep_sent(write, context_.asker.account, policy_.purpose, to_text(asked_.request), now,
                  now + std::chrono::days{policy_.keep_sent_days}));
    return write.commit();
  }

  Result<Done> settle(const KnownProvider& provider) {
    if (passed_.tokens.in == 0) passed_.tokens.in = static_cast<std::int64_t>(sent_bytes_) / kBytesOfToken;
    if (passed_.tokens.out == 0 && way_.kind == ModelKind::chat) {
      passed_.tokens.out = static_cast<std::int64_t>(answer_bytes_) / kBytesOfToken;
    }
    const Offered& offered = offer(provider, model_, way_.kind);
    constexpr std::int64_t kMillion = 1'000'000;
    Used used{.purpose = policy_.purpose,
              .provider = provider.id,
              .model = offered.name,
              .tokens_in = passed_.tokens.in,
              .tokens_out = passed_.tokens.out,
              .micros = (passed_.tokens.in * offered.micros_in + passed_.tokens.out * offered.micros_out) / kMillion};
    JsonObject replaced;
    for (std::size_t i = 0; i < passed_.counts.size(); ++i) {
      if (passed_.counts[i] == 0) continue;
      used.replaced += static_cast<std::int64_t>(passed_.counts[i]);
      replaced[name_of(static_cast<privacy::Kind>(i))] = passed_.counts[i];
    }
    operations::Work& work = context_.work;
    work.remember("purpose", Json(used.purpose));
    work.remember("provider", Json(to_string(provider.id)));
    work.remember("model", Json(ledger_word(used.model)));
    work.remember("data", Json(name_of(passed_.data)));
    work.remember("sent", Json(sent_));
    if (!is_stream_) work.remember("answer", Json(rules_->seal->digest("gateway.answer", to_text(passed_.answer))));
    work.remember("replaced", replaced);
    work.remember("tokens_in", used.tokens_in);
    work.remember("tokens_out", used.tokens_out);
    work.remember("micros", used.micros);
    return inside_.meter.count(user_, used, store(), context_.today);
  }

  Inside& inside_;
  operations::Context& context_;
  Passing& asked_;
  const Way& way_;
  bool is_stream_;
  bool wants_usage_;
  std::shared_ptr<const Rules> rules_;
  Policy policy_;
  User user_;
  std::string model_;
  bool was_sent_ = false;
  std::string sent_;
  std::size_t sent_bytes_ = 0;
  std::size_t answer_bytes_ = 0;
  Passed passed_;
};

}  // namespace

Result<Passed> pass(Inside& inside, operations::Context& context, Passing asked) {
  Passage passage{inside, context, asked};
  Result<Passed> passed = passage.run();
  if (!passed) remember_failure(context, passage.operation(), passed.error(), passage.was_sent());
  return passed;
}

void remember_failure(operations::Context& context, std::string_view operation, const Error& why, bool was_sent) {
  const ledger::Entry entry{.kind = was_sent ? ledger::Kind::act : ledger::Kind::refusal,
                            .actor = context.actor(),
                            .operation = std::string{operation},
                            .about = {},
                            .details = {{"why", Json(name_of(why.code))}, {"sent", Json(was_sent)}}};
  operations::Records& records = *context.records;
  if (records.recorder) {
    static_cast<void>(records.recorder->record(entry, records.clock()));
    return;
  }
  Result<store::WriteTransaction> write = records.store.write();
  if (write && ledger::append(write.value(), records.writer, entry, records.clock()))
    static_cast<void>(write.value().commit());
}

std::string ledger_word(std::string_view name) {
  std::string word{name.substr(0, kLongestWord)};
  std::ranges::replace_if(
      word,
      [](char c) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return !is_letter && std::string_view{"-_.:/+="}.find(c) == std::string_view::npos;
      },
      '_');
  return word;
}

}  // namespace collega::gateway
