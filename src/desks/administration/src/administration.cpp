#include "collega/administration/administration.h"

#include "operation_rows.h"

namespace collega::administration {

std::vector<operations::Operation> operations(Tools tools) {
  std::vector<operations::Operation> rows;
  add_people_rows(rows);
  add_import_rows(rows, tools);
  add_export_rows(rows);
  add_account_rows(rows);
  add_own_account_rows(rows);
  add_library_rows(rows, tools);
  add_backup_rows(rows, tools);
  add_kept_backup_rows(rows, tools);
  return rows;
}

}  // namespace collega::administration
