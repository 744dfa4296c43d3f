#include "collega/ledger/use.h"

namespace collega::ledger {

Result<std::vector<UseOfOperation>> use_of_operations(store::ReadTransaction& read, Moment from, Moment before) {
  store::Rows rows =
      TRY(read.query("select operation, sum(case when kind = 'read' then 1 else 0 end), sum(case when kind = "
                     "'proposal' then 1 else 0 end),"
                     " sum(case when kind = 'decision' then 1 else 0 end),"
                     " sum(case when kind in ('act', 'setting', 'erasure') then 1 else 0 end),"
                     " sum(case when kind = 'refusal' then 1 else 0 end), count(distinct actor)"
                     " from ledger_entry where at >= ? and at < ? and kind <> 'anchor' and kind <> 'access'"
                     " group by operation order by operation",
                     from, before));
  std::vector<UseOfOperation> all;
  while (TRY(rows.next())) {
    all.push_back({rows.get<std::string>(0), rows.get<std::int64_t>(1), rows.get<std::int64_t>(2),
                   rows.get<std::int64_t>(3), rows.get<std::int64_t>(4), rows.get<std::int64_t>(5),
                   rows.get<std::int64_t>(6)});
  }
  return all;
}

}  // namespace collega::ledger
