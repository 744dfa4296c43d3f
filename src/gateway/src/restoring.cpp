#include "restoring.h"

#include <boost/json/serialize.hpp>

namespace collega::gateway {
namespace {

// Of one answer: choices times tool calls. More is no answer to anything.
constexpr std::size_t kMostAtOnce = 256;
constexpr std::string_view kDone = "[DONE]";

/// As it stands between the quotes of JSON.
std::string escaped(std::string_view text) {
  const std::string quoted = boost::json::serialize(boost::json::string_view{text.data(), text.size()});
  return quoted.substr(1, quoted.size() - 2);
}

privacy::Vault escaped(const privacy::Vault& vault) {
  std::vector<privacy::Vault::Entry> entries = vault.entries();
  for (privacy::Vault::Entry& one : entries) one.original = escaped(one.original);
  return privacy::Vault::of(std::move(entries)).value();  // as whole as the one that it was made of
}

bool holds_arguments(std::string_view name) { return name == "arguments"; }

std::int64_t whole(const JsonObject& object, std::string_view name) {
  const Json* found = object.if_contains(name);
  return found && found->is_number() ? std::max<std::int64_t>(found->to_number<std::int64_t>(), 0) : 0;
}

}  // namespace

Originals::Originals(const privacy::Vault& vault) : plain_(vault), escaped_(gateway::escaped(vault)) {}

std::string Originals::in_text(std::string_view text) const {
  return empty() ? std::string{text} : privacy::restore(text, plain_);
}

std::string Originals::in_arguments(std::string_view text) const {
  return empty() ? std::string{text} : privacy::restore(text, escaped_);
}

void Originals::in_names(JsonObject& object) const {
  std::vector<std::pair<std::string, std::string>> changed;
  for (const auto& member : object) {
    std::string restored = in_text(member.key());
    if (restored != std::string_view{member.key()}) changed.emplace_back(member.key(), std::move(restored));
  }
  for (auto& [before, after] : changed) {
    Json value = std::move(object.at(before));
    object.erase(before);
    object[after] = std::move(value);
  }
}

void Originals::in_answer(Json& tree) const {
  if (auto* text = tree.if_string()) {
    if (!empty()) *text = in_text(*text);
  } else if (JsonArray* all = tree.if_array()) {
    for (Json& one : *all) in_answer(one);
  } else if (JsonObject* object = tree.if_object()) {
    for (auto& member : *object) {
      if (member.key() == "logprobs") {
        member.value() = nullptr;
      } else if (auto* arguments = member.value().if_string(); arguments && holds_arguments(member.key())) {
        *arguments = in_arguments(*arguments);
      } else {
        in_answer(member.value());
      }
    }
    if (!empty()) in_names(*object);  // of a schema that was sent along
  }
}

Result<std::vector<Json>> AnswerStream::take(std::string_view data) {
  if (is_over_ || data == kDone) {
    is_over_ = true;
    return std::vector<Json>{};
  }
  Result<Json> event = parse_json(data);
  if (!event || !event->is_object()) return Error{ErrorCode::model_broken};
  JsonObject& object = event->get_object();
  if (const Json* error = object.if_contains("error"); error && !error->is_null()) {
    return Error{ErrorCode::model_unreachable};
  }
  return take_event(std::move(object));
}

Result<Done> AnswerStream::piece(const std::string& name, Json& text, Within within) {
  auto* piece = text.if_string();
  if (!piece) return Error{ErrorCode::model_broken};
  bytes_ += piece->size();
  if (originals_.empty()) return Done{};
  auto going = going_.find(name);
  if (going == going_.end()) {
    if (going_.size() >= kMostAtOnce) return Error{ErrorCode::model_broken};
    const privacy::Vault& vault = within == Within::text ? originals_.plain() : originals_.escaped();
    going = going_.emplace(name, privacy::StreamRestorer{vault}).first;
  }
  *piece = going->second.take(*piece);
  return Done{};
}

std::string AnswerStream::rest(const std::string& name) {
  const auto going = going_.find(name);
  if (going == going_.end()) return {};
  std::string rest = going->second.finish();
  going_.erase(going);
  return rest;
}

std::vector<std::string> AnswerStream::names_from(const std::string& prefix) const {
  std::vector<std::string> names;
  for (auto going = going_.lower_bound(prefix); going != going_.end() && going->first.starts_with(prefix); ++going) {
    names.push_back(going->first);
  }
  return names;
}

Tokens tokens_of(const JsonObject& answer) {
  const Json* usage = answer.if_contains("usage");
  if (!usage || !usage->is_object()) return {};
  const JsonObject& said = usage->get_object();
  return {whole(said, "prompt_tokens") + whole(said, "input_tokens"),
          whole(said, "completion_tokens") + whole(said, "output_tokens")};
}

}  // namespace collega::gateway
