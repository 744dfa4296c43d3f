#include <algorithm>

#include "restoring.h"

namespace collega::gateway {
namespace {

// What a model writes, beside the calls that it makes.
constexpr std::string_view kTexts[] = {"content", "refusal", "reasoning_content", "reasoning"};
constexpr char kStep = '/';

const Json* text_in(const JsonObject& object, std::string_view name) {
  const Json* found = object.if_contains(name);
  return found && found->is_string() ? found : nullptr;
}

std::int64_t index_of(const JsonObject& object) {
  const Json* index = object.if_contains("index");
  return index && index->is_int64() ? index->get_int64() : 0;
}

/// The chunk without what it chose, for text that was held back.
Json chunk_like(const JsonObject& chunk, std::int64_t choice, JsonObject delta) {
  JsonObject made = chunk;
  made.erase("usage");
  made["choices"] = JsonArray{JsonObject{{"index", choice}, {"delta", std::move(delta)}, {"finish_reason", nullptr}}};
  return made;
}

/// The delta that carries the rest of the text under this name: "content", "t2/arguments", "f/arguments".
JsonObject delta_of(const std::string& name, std::string rest) {
  const std::size_t step = name.find(kStep);
  if (step == std::string::npos) return {{name, std::move(rest)}};
  JsonObject inner{{name.substr(step + 1), std::move(rest)}};
  if (name.front() == 'f') return {{"function_call", std::move(inner)}};
  const std::string_view part = name.ends_with("input") ? "custom" : "function";
  return {
      {"tool_calls", JsonArray{JsonObject{{"index", std::stoll(name.substr(1, step - 1))}, {part, std::move(inner)}}}}};
}

}  // namespace

Result<std::vector<Json>> ChatStream::take_event(JsonObject chunk) {
  std::vector<Json> out;
  if (const Tokens said = tokens_of(chunk); said.in + said.out > 0) tokens_ = said;
  if (!wants_usage_) chunk.erase("usage");
  Json* choices = chunk.if_contains("choices");
  if (!choices) return std::vector<Json>{};  // of a service's own: nothing that a client asked for
  if (!choices->is_array()) return Error{ErrorCode::model_broken};
  JsonArray kept;
  const bool is_about_usage = choices->get_array().empty();
  JsonArray asked = std::move(choices->get_array());
  for (Json& choice : asked) {
    if (!choice.is_object()) return Error{ErrorCode::model_broken};
    if (TRY(take_choice(choice.get_object(), chunk, out))) kept.push_back(std::move(choice));
  }
  const bool says_usage = wants_usage_ && chunk.contains("usage") && chunk.at("usage").is_object();
  if (kept.empty() && !(is_about_usage && says_usage)) return out;
  chunk["choices"] = std::move(kept);
  out.emplace_back(std::move(chunk));
  return out;
}

/// Whether anything of it is to be told now.
Result<bool> ChatStream::take_choice(JsonObject& choice, const JsonObject& chunk, std::vector<Json>& before) {
  const std::string name = "c" + std::to_string(index_of(choice)) + kStep;
  bool was_text = false;
  bool is_text = false;
  if (choice.contains("logprobs")) choice["logprobs"] = nullptr;
  if (Json* delta = choice.if_contains("delta"); delta && delta->is_object()) {
    JsonObject& said = delta->get_object();
    for (const std::string_view text : kTexts) {
      if (!text_in(said, text) || text_in(said, text)->get_string().empty()) continue;
      was_text = true;
      TRY(piece(name + std::string{text}, said[text], Within::text));
      if (said[text].get_string().empty()) said.erase(text);
    }
    if (Json* calls = said.if_contains("tool_calls"); calls && !calls->is_null()) TRY(take_calls(*calls, name));
    if (Json* call = said.if_contains("function_call"); call && call->is_object()) {
      TRY(take_call(call->get_object(), name + "f" + kStep));
    }
    is_text = !said.empty();
  }
  const Json* finish = choice.if_contains("finish_reason");
  const bool is_finished = finish && !finish->is_null();
  bool& finished = finished_[index_of(choice)];
  if (is_finished) {
    flush(choice, name, chunk, before);
    finished = true;
  }
  return is_finished || is_text || !was_text;
}

/// A service may leave out the last word, when each choice has had its own.
bool ChatStream::is_whole() const {
  return is_over() ||
         (!finished_.empty() && std::ranges::all_of(finished_, [](const auto& one) { return one.second; }));
}

Result<Done> ChatStream::take_calls(Json& calls, const std::string& name) {
  if (!calls.is_array()) return Error{ErrorCode::model_broken};
  for (Json& call : calls.get_array()) {
    if (!call.is_object()) return Error{ErrorCode::model_broken};
    JsonObject& one = call.get_object();
    const std::string of_call = name + "t" + std::to_string(index_of(one)) + kStep;
    for (const std::string_view part : {"function", "custom"}) {
      if (Json* inner = one.if_contains(part); inner && inner->is_object())
        TRY(take_call(inner->get_object(), of_call));
    }
  }
  return Done{};
}

Result<Done> ChatStream::take_call(JsonObject& call, const std::string& name) {
  if (Json* called = call.if_contains("name"); called && called->is_string()) {
    *called = originals_.in_text(called->get_string());
  }
  if (text_in(call, "arguments")) TRY(piece(name + "arguments", call["arguments"], Within::arguments));
  if (text_in(call, "input")) TRY(piece(name + "input", call["input"], Within::text));
  return Done{};
}

/// What was held back goes before the word that it is all.
void ChatStream::flush(JsonObject& choice, const std::string& name, const JsonObject& chunk,
                       std::vector<Json>& before) {
  Json* delta = choice.if_contains("delta");
  if (delta && delta->is_object() && !delta->get_object().empty()) {
    before.push_back(chunk_like(chunk, index_of(choice), std::move(delta->get_object())));
  }
  choice["delta"] = JsonObject{};
  for (const std::string& going : names_from(name)) {
    if (std::string held = rest(going); !held.empty()) {
      before.push_back(chunk_like(chunk, index_of(choice), delta_of(going.substr(name.size()), std::move(held))));
    }
  }
}

}  // namespace collega::gateway
