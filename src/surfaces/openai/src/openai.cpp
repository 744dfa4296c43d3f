#include "collega/openai/openai.h"

#include <algorithm>
#include <fstream>

#include "answers.h"
#include "form.h"

namespace collega::openai {
namespace {

constexpr std::string_view kModels = "/v1/models";

/// Of one request; it answers once.
class Exchange {
 public:
  Exchange(operations::Office& office, const Request& request, Answering& answering)
      : office_(office), request_(request), answering_(answering) {}

  void serve() {
    const Result<Done> served = try_serve();
    if (served || answering_.has_left()) return;
    if (is_streaming_) return tell_in_stream(served.error());
    answering_.begin(static_cast<unsigned>(http_status_of(served.error().code)), kJson, retry_after(served.error()));
    answering_.send(problem(served.error(), request_.language));
  }

 private:
  Result<Done> try_serve() {
    if (request_.key.empty()) return Error{ErrorCode::not_signed_in};
    asker_ = TRY(office_.recognise({.session = {}, .key = request_.key}));
    answering_.recognised(asker_.account.number);
    const bool is_post = request_.method == "POST";
    if (request_.path == "/v1/chat/completions" && is_post) return ask_model("gateway.complete");
    if (request_.path == "/v1/responses" && is_post) return ask_model("gateway.respond");
    if (request_.path == "/v1/embeddings" && is_post) return ask_model("gateway.embed");
    if (request_.path == "/v1/audio/transcriptions" && is_post) return transcribe();
    if (request_.path.starts_with(kModels) && !is_post) return models(request_.path.substr(kModels.size()));
    return Error{ErrorCode::no_such_page};
  }

  Result<Done> whole(std::string_view type, std::string_view body) {
    answering_.begin(200, type, 0);
    answering_.send(body);
    return Done{};
  }

  operations::Asked asked(std::string_view operation, Json input) {
    operations::Asked asked{.operation = operation, .input = std::move(input), .language = request_.language};
    asked.stop_asked = [this] { return answering_.has_left(); };
    return asked;
  }

  Result<Done> ask_model(std::string_view operation) {
    Json body = TRY(parse_json(request_.body));
    if (!body.is_object()) return Error{ErrorCode::wrong_type};
    const Json* stream = body.get_object().if_contains("stream");
    const bool wants_stream = stream && *stream == true;
    is_chat_ = operation == "gateway.complete";
    operations::Asked question =
        asked(operation, JsonObject{{"purpose", request_.purpose}, {"request", std::move(body)}});
    if (wants_stream) question.part = [this](const Json& event) { send_event(event); };
    const operations::Answer answer = TRY(office_.ask(asker_, question));
    if (!wants_stream) return whole(kJson, to_text(answer.output.at("answer")));
    begin_stream();
    if (is_chat_) answering_.send("data: [DONE]\n\n");
    return Done{};
  }

  void begin_stream() {
    if (is_streaming_) return;
    is_streaming_ = true;
    answering_.begin(200, kEvents, 0);
  }

  void send_event(const Json& event) {
    begin_stream();
    std::string text;
    if (!is_chat_) {
      if (const Json* type = event.get_object().if_contains("type"); type && type->is_string()) {
        text.append("event: ").append(std::string_view{type->get_string()}).append("\n");
      }
    }
    text.append("data: ").append(to_text(event)).append("\n\n");
    answering_.send(text);
  }

  void tell_in_stream(const Error& error) {
    JsonObject object = problem_object(error, request_.language);
    if (is_chat_) return send_event(JsonObject{{"error", std::move(object)}});
    object["type"] = "error";
    send_event(object);
  }

  Result<Done> models(std::string_view rest) {
    const operations::Answer answer = TRY(office_.ask(asker_, asked("gateway.models", JsonObject{})));
    if (rest.empty()) return whole(kJson, to_text(list_of_models(answer.output)));
    const std::optional<Json> model = model_named(answer.output, rest.substr(1));
    if (rest.front() != '/' || !model) return Error{ErrorCode::unknown_model};
    return whole(kJson, to_text(*model));
  }

  Result<Done> transcribe() {
    const auto form = parse_form(request_.content_type, request_.body);
    if (!form) return Error{ErrorCode::request_malformed};
    JsonObject input{{"purpose", request_.purpose}};
    const FormPart* file = nullptr;
    std::string format = "json";
    for (const FormPart& part : *form) {
      if (part.name == "file") file = &part;
      if (part.name == "model") input["model"] = part.content;
      if (part.name == "language") input["spoken"] = part.content;
      if (part.name == "prompt") input["prompt"] = part.content;
      if (part.name == "response_format") format = part.content;
      if (part.name == "stream" && part.content == "true") return Error{ErrorCode::unknown_value, "stream"};
    }
    if (!file) return Error{ErrorCode::missing_member, "file"};
    input["format"] = format;
    const operations::SpooledFile spooled = TRY(keep(*file));
    input["file"] = to_string(spooled.id);
    const Result<operations::Answer> answer = office_.ask(asker_, asked("gateway.transcribe", std::move(input)));
    static_cast<void>(office_.files().remove(asker_, spooled.id));
    if (!answer) return answer.error();
    return whole(format.ends_with("json") ? kJson : kText, std::string_view{answer->output.at("content").as_string()});
  }

  Result<operations::SpooledFile> keep(const FormPart& file) {
    operations::SpooledFile spooled = TRY(office_.files().begin(asker_, name_of_kind(file.file_name)));
    std::ofstream out{spooled.path, std::ios::binary};
    out << file.content;
    out.close();
    if (!out) return Error{ErrorCode::store_full};
    return office_.files().end(asker_, spooled.id);
  }

  /// What kind of sound it is, without what its owner calls it.
  static std::string name_of_kind(std::string_view file_name) {
    constexpr std::string_view kKinds[] = {"flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm"};
    const std::string_view kind = file_name.substr(std::min(file_name.rfind('.') + 1, file_name.size()));
    return "audio." + std::string{std::ranges::find(kKinds, kind) == std::end(kKinds) ? "wav" : kind};
  }

  operations::Office& office_;
  const Request& request_;
  Answering& answering_;
  identity::Asker asker_;
  bool is_streaming_ = false;
  bool is_chat_ = false;
};

}  // namespace

void Protocol::serve(const Request& request, Answering& answering) { Exchange{office_, request, answering}.serve(); }

}  // namespace collega::openai
