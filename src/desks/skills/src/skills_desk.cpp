#include "collega/skills_desk/skills_desk.h"

#include "rows.h"

namespace collega::skills_desk {

std::string_view embedded_skills_1_sql();

std::vector<store::Migration> migrations() { return {{"skills", 1, embedded_skills_1_sql()}}; }

std::vector<operations::Operation> operations(Tools tools) {
  const Desk desk{std::move(tools)};
  std::vector<operations::Operation> rows;
  add_catalogue_rows(rows, desk);
  add_own_rows(rows, desk);
  add_own_table_rows(rows, desk);
  add_person_rows(rows, desk);
  add_why_rows(rows, desk);
  add_gap_rows(rows, desk);
  add_vacancy_rows(rows, desk);
  return rows;
}

}  // namespace collega::skills_desk
