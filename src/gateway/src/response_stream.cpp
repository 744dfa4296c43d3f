#include "restoring.h"

namespace collega::gateway {
namespace {

constexpr std::string_view kDelta = ".delta";
constexpr std::string_view kDone = ".done";

std::string text_of(const JsonObject& event, std::string_view name) {
  const Json* found = event.if_contains(name);
  if (!found) return {};
  return found->is_string() ? std::string{found->get_string()} : to_text(*found);
}

/// Which of the texts that go on at once it is about; the same of the deltas and of the end.
std::string going_of(const JsonObject& event, std::string_view kind) {
  std::string name{kind};
  for (const std::string_view part : {"item_id", "output_index", "content_index", "summary_index"}) {
    name += '/' + text_of(event, part);
  }
  return name;
}

/// That it failed, without what the service says of it.
void silence(JsonObject& event) {
  if (Json* response = event.if_contains("response"); response && response->is_object()) {
    if (Json* error = response->get_object().if_contains("error"); error && error->is_object()) {
      error->get_object() = {{"code", "server_error"}, {"message", "The model could not answer."}};
    }
  }
}

}  // namespace

Result<std::vector<Json>> ResponseStream::take_event(JsonObject event) {
  const std::string type = text_of(event, "type");
  if (type.empty()) return Error{ErrorCode::model_broken};
  if (type == "error") return Error{ErrorCode::model_unreachable};
  std::vector<Json> out;
  if (type.ends_with(kDelta) && event.contains("delta") && event.at("delta").is_string()) {
    const std::string_view kind = std::string_view{type}.substr(0, type.size() - kDelta.size());
    const Within within = kind.ends_with("arguments") ? Within::arguments : Within::text;
    const bool was_empty = event.at("delta").get_string().empty();
    TRY(piece(going_of(event, kind), event["delta"], within));
    event.erase("logprobs");
    if (event.at("delta").get_string().empty() && !was_empty) return out;
  } else {
    if (type.ends_with(kDone)) {
      const std::string_view kind = std::string_view{type}.substr(0, type.size() - kDone.size());
      if (std::string held = rest(going_of(event, kind)); !held.empty()) {
        JsonObject delta{{"type", std::string{kind} + std::string{kDelta}}};
        for (const std::string_view part : {"item_id", "output_index", "content_index", "summary_index"}) {
          if (const Json* found = event.if_contains(part)) delta[part] = *found;
        }
        delta["delta"] = std::move(held);
        number(delta);
        out.emplace_back(std::move(delta));
      }
    }
    silence(event);
    Json whole = std::move(event);
    originals_.in_answer(whole);
    event = std::move(whole.get_object());
  }
  if (type == "response.completed" || type == "response.incomplete" || type == "response.failed") {
    is_over_ = true;
    if (const Json* response = event.if_contains("response"); response && response->is_object()) {
      tokens_ = tokens_of(response->get_object());
    }
  }
  number(event);
  out.emplace_back(std::move(event));
  return out;
}

/// Anew, because what was held back became an event of its own.
void ResponseStream::number(JsonObject& event) { event["sequence_number"] = sequence_++; }

}  // namespace collega::gateway
