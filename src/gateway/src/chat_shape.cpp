#include "members.h"
#include "shapes.h"

namespace collega::gateway {
namespace {

constexpr Member kTextPart[] = {{"type"}, {"text", As::text}, {"cache_control", As::dropped}};
constexpr Member kRefusalPart[] = {{"type"}, {"refusal", As::text}};
constexpr Part kParts[] = {{"text", kTextPart}, {"refusal", kRefusalPart}};

constexpr Member kMessage[] = {{"role"},
                               {"content", As::content},
                               {"name", As::text},
                               {"tool_calls", As::apart},
                               {"tool_call_id"},
                               {"function_call", As::apart},
                               {"refusal", As::text},
                               {"reasoning_content", As::text},
                               {"reasoning", As::text},
                               {"annotations", As::dropped}};

constexpr Member kCall[] = {{"id"}, {"type"}, {"index"}, {"function", As::apart}, {"custom", As::apart}};
constexpr Member kCalled[] = {{"name", As::text}, {"arguments", As::arguments}, {"input", As::text}};

constexpr Member kRequest[] = {{"model"},
                               {"messages", As::apart},
                               {"stream"},
                               {"stream_options"},
                               {"temperature"},
                               {"top_p"},
                               {"n"},
                               {"max_tokens"},
                               {"max_completion_tokens"},
                               {"presence_penalty"},
                               {"frequency_penalty"},
                               {"seed"},
                               {"stop", As::texts},
                               {"response_format", As::tree},
                               {"tools", As::apart},
                               {"functions", As::tree},
                               {"tool_choice", As::tree},
                               {"function_call", As::tree},
                               {"parallel_tool_calls"},
                               {"reasoning_effort"},
                               {"verbosity"},
                               {"service_tier"},
                               {"modalities", As::apart},
                               {"prediction", As::apart},
                               {"logprobs", As::dropped},
                               {"top_logprobs", As::dropped},
                               {"logit_bias", As::dropped},
                               {"user", As::dropped},
                               {"metadata", As::dropped},
                               {"store", As::dropped},
                               {"safety_identifier", As::dropped},
                               {"prompt_cache_key", As::dropped},
                               {"prompt_cache_retention", As::dropped}};

constexpr Member kPrediction[] = {{"type"}, {"content", As::content}};

Result<Done> add_called(Json& called, Members& members, const std::string& where) {
  if (!called.is_object()) return Error{ErrorCode::wrong_type, where};
  return members.add(called.get_object(), kCalled, where);
}

Result<Done> add_calls(JsonObject& message, Members& members, const std::string& where) {
  if (Json* called = message.if_contains("function_call"); called && !called->is_null()) {
    TRY(add_called(*called, members, where + ".function_call"));
  }
  Json* calls = message.if_contains("tool_calls");
  if (!calls || calls->is_null()) return Done{};
  if (!calls->is_array()) return Error{ErrorCode::wrong_type, where + ".tool_calls"};
  for (std::size_t i = 0; i < calls->get_array().size(); ++i) {
    const std::string here = at(where + ".tool_calls", i);
    JsonObject* call = calls->get_array()[i].if_object();
    if (!call) return Error{ErrorCode::wrong_type, here};
    TRY(members.add(*call, kCall, here));
    for (const std::string_view part : {"function", "custom"}) {
      if (Json* called = call->if_contains(part)) TRY(add_called(*called, members, here));
    }
  }
  return Done{};
}

}  // namespace

Result<Done> add_chat(JsonObject& request, Shield& shield) {
  Members members{shield, kParts};
  TRY(members.add(request, kRequest, ""));
  if (const Json* modalities = request.if_contains("modalities"); modalities && *modalities != JsonArray{"text"}) {
    return cannot_check("modalities");
  }
  JsonArray& messages = *TRY(list_in(request, "messages"));
  TRY(add_tools(request, shield));
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const std::string where = at("messages", i);
    JsonObject* message = messages[i].if_object();
    if (!message) return Error{ErrorCode::wrong_type, where};
    TRY(members.add(*message, kMessage, where));
    TRY(add_calls(*message, members, where));
  }
  if (Json* prediction = request.if_contains("prediction"); prediction && prediction->is_object()) {
    TRY(members.add(prediction->get_object(), kPrediction, "prediction"));
  }
  return Done{};
}

Result<Done> add_embedding(JsonObject& request, Shield& shield) {
  constexpr Member kEmbedding[] = {
      {"model"}, {"input", As::texts}, {"encoding_format"}, {"dimensions"}, {"user", As::dropped}};
  if (!request.contains("input")) return Error{ErrorCode::missing_member, "input"};
  return Members{shield, {}}.add(request, kEmbedding, "");
}

}  // namespace collega::gateway
