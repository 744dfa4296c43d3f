#include "collega/people/contract.h"

#include "contract_rows.h"
#include "days.h"

namespace collega::people {
namespace {

Result<std::vector<Contract>> read_contracts(store::ReadTransaction& read, std::string_view condition,
                                             const store::Argument& argument) {
  const std::string sql = "select id, person_id, employment_number, kind, begins, ends from contract where " +
                          std::string{condition} + " order by begins, employment_number, id";
  store::Rows rows = TRY(read.query(sql, std::vector{argument}));
  std::vector<Contract> contracts;
  while (TRY(rows.next())) {
    contracts.push_back({.id = rows.get<ContractId>(0),
                         .entry = {.person = rows.get<PersonId>(1),
                                   .employment_number = rows.get<std::string>(2),
                                   .kind = rows.get<ContractKind>(3),
                                   .begin = rows.get<Date>(4),
                                   .end = end_of(rows.get<Date>(5))},
                         .terms = {}});
  }
  for (Contract& one : contracts) one.terms = TRY(terms_of(read, one.id));
  return contracts;
}

}  // namespace

TermsFrom terms_at(const store::Rows& rows, int column) {
  return {.begin = rows.get<Date>(column),
          .end = end_of(rows.get<Date>(column + 1)),
          .terms = {.minutes_per_week = rows.get<int>(column + 2),
                    .full_time_minutes = rows.get<int>(column + 3),
                    .function = rows.get<std::string>(column + 4),
                    .unit = rows.get<UnitId>(column + 5),
                    .position = rows.get<std::optional<PositionId>>(column + 6),
                    .scale = rows.get<std::string>(column + 7),
                    .step = rows.get<std::string>(column + 8),
                    .wage = rows.get<std::optional<Money>>(column + 9),
                    .wage_per = rows.get<WagePer>(column + 10)}};
}

Result<std::vector<TermsFrom>> terms_of(store::ReadTransaction& read, ContractId contract) {
  store::Rows rows = TRY(read.query(
      "select " COLLEGA_TERMS_COLUMNS " from contract_terms t where t.contract_id = ? order by t.begins", contract));
  std::vector<TermsFrom> terms;
  while (TRY(rows.next())) terms.push_back(terms_at(rows, 0));
  return terms;
}

Result<std::vector<Contract>> contracts_of(store::ReadTransaction& read, PersonId person) {
  return read_contracts(read, "person_id = ?", person);
}

Result<Contract> contract(store::ReadTransaction& read, ContractId contract) {
  std::vector<Contract> found = TRY(read_contracts(read, "id = ?", contract));
  if (found.empty()) return Error{ErrorCode::unknown_contract, to_string(contract)};
  return std::move(found.front());
}

}  // namespace collega::people
