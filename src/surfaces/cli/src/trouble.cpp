#include "trouble.h"

#include "collega/base/error.h"

namespace collega::cli {
namespace {

std::string text_in(const JsonObject& object, std::string_view member) {
  const Json* found = object.if_contains(member);
  const auto* text = found ? found->if_string() : nullptr;
  return text ? std::string{*text} : std::string{};
}

}  // namespace

Trouble trouble_of(const JsonObject& problem) {
  const std::string code = text_in(problem, "code");
  const std::optional<ErrorCode> known = error_code_named(code);
  Trouble trouble{Error{known.value_or(ErrorCode::internal), text_in(problem, "where")}};
  if (!known) {
    trouble.code = code;
    trouble.message = text_in(problem, "title");
  }
  const Json* missing = problem.if_contains("missing");
  if (const JsonArray* lines = missing ? missing->if_array() : nullptr) {
    for (const Json& line : *lines) {
      if (const auto* text = line.if_string()) trouble.missing.emplace_back(*text);
    }
  }
  return trouble;
}

}  // namespace collega::cli
