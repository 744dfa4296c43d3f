#include "collega/oversight/oversight.h"

#include "rows.h"

namespace collega::oversight {

std::vector<operations::Operation> operations(const Tools& tools) {
  std::vector<operations::Operation> rows;
  add_ledger_rows(rows);
  add_register_rows(rows);
  add_rights_rows(rows, tools);
  return rows;
}

}  // namespace collega::oversight
