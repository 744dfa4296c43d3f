// Requests of OpenAI's interface from any bytes: none of what a person is known by leaves. The first byte says which
// request.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "restoring.h"
#include "shapes.h"

namespace {

using namespace collega;

constexpr Date kToday{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

Result<Done> add(std::uint8_t which, JsonObject& request, gateway::Shield& shield) {
  if (which % 3 == 0) return gateway::add_chat(request, shield);
  if (which % 3 == 1) return gateway::add_response(request, shield);
  return gateway::add_embedding(request, shield);
}

/// A number that passes the eleven-test, with the word before it that leaves no doubt.
bool holds_secret(const Json& value) {
  if (const auto* text = value.if_string()) return std::string_view{*text}.starts_with("BSN 123456782");
  if (const JsonArray* all = value.if_array()) return std::ranges::any_of(*all, holds_secret);
  const JsonObject* object = value.if_object();
  return object && std::ranges::any_of(*object, [](const auto& member) { return holds_secret(member.value()); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  Result<Json> parsed = parse_json({reinterpret_cast<const char*>(data) + 1, size - 1});
  if (!parsed || !parsed->is_object()) return 0;
  JsonObject request = parsed->get_object();
  const gateway::Policy policy;
  gateway::Shield shield{policy, nullptr, privacy::Vault{}};
  if (!add(data[0], request, shield) || !shield.look() || !shield.replace(kToday)) return 0;
  Json left = std::move(request);
  if (holds_secret(left)) std::abort();
  const gateway::Originals originals{shield.vault()};
  originals.in_answer(left);
  gateway::ChatStream stream{originals, false};
  static_cast<void>(stream.take(to_text(left)));
  return 0;
}
