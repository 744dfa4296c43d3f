#include "members.h"
#include "shapes.h"

namespace collega::gateway {
namespace {

constexpr Member kText[] = {{"type"}, {"text", As::text}, {"annotations", As::dropped}, {"logprobs", As::dropped}};
constexpr Member kRefusal[] = {{"type"}, {"refusal", As::text}};
constexpr Member kMessage[] = {{"type"}, {"id"}, {"role"}, {"status"}, {"phase"}, {"content", As::content}};
constexpr Member kCall[] = {
    {"type"}, {"id"}, {"call_id"}, {"status"}, {"name", As::text}, {"arguments", As::arguments}, {"input", As::text}};
constexpr Member kOutput[] = {{"type"}, {"id"}, {"call_id"}, {"status"}, {"output", As::content}};
constexpr Member kReasoning[] = {{"type"},
                                 {"id"},
                                 {"status"},
                                 {"summary", As::content},
                                 {"content", As::content},
                                 {"encrypted_content", As::dropped}};

// A message's parts and, where a list of items is asked for, the items themselves.
constexpr Part kParts[] = {{"input_text", kText},
                           {"output_text", kText},
                           {"text", kText},
                           {"summary_text", kText},
                           {"reasoning_text", kText},
                           {"refusal", kRefusal},
                           {"message", kMessage},
                           {"function_call", kCall},
                           {"custom_tool_call", kCall},
                           {"function_call_output", kOutput},
                           {"custom_tool_call_output", kOutput},
                           {"reasoning", kReasoning}};

constexpr Member kRequest[] = {{"model"},
                               {"input", As::apart},
                               {"instructions", As::text},
                               {"tools", As::apart},
                               {"tool_choice", As::tree},
                               {"text", As::tree},
                               {"stream"},
                               {"stream_options", As::dropped},
                               {"temperature"},
                               {"top_p"},
                               {"max_output_tokens"},
                               {"max_tool_calls"},
                               {"parallel_tool_calls"},
                               {"reasoning"},
                               {"truncation"},
                               {"service_tier"},
                               {"background", As::apart},
                               {"store", As::dropped},
                               {"include", As::dropped},
                               {"top_logprobs", As::dropped},
                               {"user", As::dropped},
                               {"metadata", As::dropped},
                               {"safety_identifier", As::dropped},
                               {"prompt_cache_key", As::dropped},
                               {"prompt_cache_retention", As::dropped}};

Result<Done> add_items(Json& input, Members& members, Shield& shield) {
  if (input.is_string()) {
    shield.add_text(input);
    return Done{};
  }
  JsonArray* items = input.if_array();
  if (!items) return Error{ErrorCode::wrong_type, "input"};
  for (std::size_t i = 0; i < items->size(); ++i) {
    const std::string where = at("input", i);
    JsonObject* item = (*items)[i].if_object();
    if (!item) return Error{ErrorCode::wrong_type, where};
    if (!item->contains("type")) {  // a message may leave it out
      TRY(members.add(*item, kMessage, where));
    } else {
      TRY(members.add_part((*items)[i], where));
    }
  }
  return Done{};
}

}  // namespace

Result<Done> add_response(JsonObject& request, Shield& shield) {
  Members members{shield, kParts};
  TRY(members.add(request, kRequest, ""));
  if (const Json* background = request.if_contains("background"); background && *background != false) {
    return cannot_check("background");
  }
  Json* input = request.if_contains("input");
  if (!input) return Error{ErrorCode::missing_member, "input"};
  TRY(add_tools(request, shield));
  return add_items(*input, members, shield);
}

}  // namespace collega::gateway
