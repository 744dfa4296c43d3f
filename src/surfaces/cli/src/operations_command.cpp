#include <algorithm>
#include <ostream>

#include "commands.h"
#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

using operations::Operation;

template <class E>
JsonArray names_of(const std::vector<E>& values) {
  JsonArray names;
  for (const E value : values) names.emplace_back(name_of(value));
  return names;
}

Json about(const Operation& row, Language language) {
  return JsonObject{
      {"name", row.name},
      {"title", row.title.in(language)},
      {"purpose", row.purpose.in(language)},
      {"effect", name_of(row.effect)},
      {"risk", {{"level", name_of(row.risk.level)}, {"ground", row.risk.ground}}},
      {"reads", names_of(row.reads)},
      {"may", names_of(row.may)},
      {"oversight", name_of(row.oversight)},
      {"stored", name_of(row.stored)},
      {"input", row.handler.input_schema(language)},
      {"output", row.handler.output_schema(language)},
  };
}

std::string risk_of(const Operation& row, Language language) {
  return texts(language)("risk." + std::string{name_of(row.risk.level)});
}

}  // namespace

int list_operations(const std::optional<std::string>& operation, const operations::Table& table, Surroundings& around) {
  if (operation) {
    const Result<const Operation*> row = table.find(*operation);
    if (!row) return complain(row.error(), around);
    around.out << to_pretty_text(about(*row.value(), around.language)) << '\n';
    return 0;
  }
  std::size_t name_width = 0;
  std::size_t risk_width = 0;
  for (const Operation& row : table.rows()) {
    name_width = std::max(name_width, row.name.size());
    risk_width = std::max(risk_width, width_of(risk_of(row, around.language)));
  }
  for (const Operation& row : table.rows()) {
    around.out << padded(row.name, name_width) << "  " << padded(risk_of(row, around.language), risk_width) << "  "
               << row.purpose.in(around.language) << '\n';
  }
  return 0;
}

}  // namespace collega::cli
