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

JsonObject error_object(const Trouble& trouble, Language language, const Json* input) {
  JsonObject object;
  if (const JsonObject* members = input ? input->if_object() : nullptr) {
    if (const Json* id = members->if_contains("id")) object["id"] = *id;
  }
  const ErrorCode code = trouble.error.code;
  JsonObject error{
      {"code", trouble.code.empty() ? name_of(code) : std::string_view{trouble.code}},
      {"message", trouble.message.empty() ? message_of(code, language) : std::string_view{trouble.message}},
      {"where", repair_utf8(trouble.error.where)}};
  if (!trouble.missing.empty()) error["missing"] = JsonArray(trouble.missing.begin(), trouble.missing.end());
  object["error"] = std::move(error);
  return object;
}

int complain(const Trouble& trouble, Surroundings& around) {
  std::string line = describe(trouble.error, around.language);
  if (!trouble.message.empty()) {
    const std::string& where = trouble.error.where;
    line = trouble.message + (where.empty() ? "" : " (" + where + ")");
  }
  around.err << "collega: " << printable(line) << '\n';
  for (const std::string& lacking : trouble.missing) around.err << hanging("  - ", printable(lacking), around.columns);
  return exit_status_of(trouble.error.code);
}

}  // namespace collega::cli
