#pragma once

// Contracts and their terms as rows of the tables.

#include "collega/people/contract.h"

namespace collega::people {

/// The columns that terms_at reads, of the table called `t`.
#define COLLEGA_TERMS_COLUMNS                                                                                         \
  "t.begins, t.ends, t.minutes_per_week, t.full_time_minutes, t.function, t.unit_id, t.position_id, t.scale, t.step," \
  " t.wage, t.wage_per"
constexpr int kTermsColumns = 11;

[[nodiscard]] TermsFrom terms_at(const store::Rows& rows, int column);

[[nodiscard]] Result<std::vector<TermsFrom>> terms_of(store::ReadTransaction& read, ContractId contract);

}  // namespace collega::people
