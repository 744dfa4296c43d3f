#include "table.h"

#include "collega/administration/administration.h"
#include "collega/gateway/gateway.h"
#include "collega/hiring/hiring.h"
#include "collega/operations/own_operations.h"
#include "collega/oversight/oversight.h"
#include "collega/skills_desk/skills_desk.h"
#include "collega/workbench/workbench.h"
#include "office.h"

namespace collega {

operations::Table table_of_operations(Engines& engines, const std::string& key, const Clock& clock) {
  const auto finder = [&engines] { return engines.finder(); };
  const auto reader = []() -> documents::Reader& { return Engines::reader(); };
  std::vector<operations::Operation> rows = operations::own_operations();
  const auto add = [&rows](std::vector<operations::Operation> more) {
    for (operations::Operation& row : more) rows.push_back(std::move(row));
  };
  add(hiring::operations({finder, reader}));
  // The engines outlive what asks them.
  const auto taxonomy = [&engines]() -> Result<std::shared_ptr<const skills::Taxonomy>> {
    return std::shared_ptr<const skills::Taxonomy>{std::shared_ptr<void>{}, TRY(engines.taxonomy())};
  };
  add(skills_desk::operations({taxonomy, finder, reader}));
  add(workbench::operations(
      {finder, [&engines] { return engines.linker(); }, reader, [&engines] { return engines.gaps(); }}));
  add(oversight::operations({all_holdings()}));
  add(administration::operations({reader, all_holdings(), all_migrations(), key, clock}));
  add(gateway::operations());
  return operations::Table{std::move(rows)};
}

}  // namespace collega
