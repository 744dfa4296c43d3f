#include "commands.h"

#include <exception>
#include <ostream>

#include "collega/base/error.h"
#include "collega/base/utf8.h"
#include "terminal.h"

namespace collega::cli {

Result<Json> run_guarded(const operations::Table& table, std::string_view name, const Json& input,
                         operations::Context& context) {
  try {
    return operations::run_local(table, name, input, context);
  } catch (const std::exception& bug) {
    return Error{ErrorCode::internal, std::string{name}, bug.what()};
  }
}

operations::Context context_of(const Surroundings& around) {
  operations::Context context;
  context.language = around.language;
  context.today = around.today;
  context.asker = identity::local_operator(around.today);
  return context;
}

JsonObject error_object(const Error& error, Language language, const Json* input) {
  JsonObject object;
  if (const JsonObject* members = input ? input->if_object() : nullptr) {
    if (const Json* id = members->if_contains("id")) object["id"] = *id;
  }
  object["error"] = {{"code", name_of(error.code)},
                     {"message", message_of(error.code, language)},
                     {"where", repair_utf8(error.where)}};
  return object;
}

int complain(const Error& error, Surroundings& around) {
  around.err << "collega: " << printable(describe(error, around.language)) << '\n';
  return exit_status_of(error.code);
}

}  // namespace collega::cli
