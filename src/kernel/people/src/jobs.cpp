#include "jobs.h"

#include "contract_rows.h"
#include "days.h"
#include "in_list.h"

namespace collega::people {

Result<std::map<PersonId, std::vector<Job>>> jobs_of(store::ReadTransaction& read, const std::vector<PersonId>& people,
                                                     Date day) {
  std::map<PersonId, std::vector<Job>> jobs;
  if (people.empty()) return jobs;
  std::vector<store::Argument> arguments{day, day};
  const std::string given = in_list(people, arguments);
  arguments.insert(arguments.end(), {day, day});
  store::Rows rows = TRY(read.query(
      "select " COLLEGA_TERMS_COLUMNS
      ", t.person_id, c.id, c.employment_number, c.kind, c.begins, c.ends, h.name from contract_terms t"
      " left join unit_history h on h.unit_id = t.unit_id and h.begins <= ? and h.ends > ?"
      " cross join contract c where t.person_id in " +
          given +
          " and t.begins <= ? and t.ends > ? and c.id = t.contract_id order by t.minutes_per_week desc, c.begins, c.id",
      arguments));
  while (TRY(rows.next())) {
    TermsFrom row = terms_at(rows, 0);
    jobs[rows.get<PersonId>(kTermsColumns)].push_back(
        {.contract = rows.get<ContractId>(kTermsColumns + 1),
         .employment_number = rows.get<std::string>(kTermsColumns + 2),
         .kind = rows.get<ContractKind>(kTermsColumns + 3),
         .begin = rows.get<Date>(kTermsColumns + 4),
         .end = end_of(rows.get<Date>(kTermsColumns + 5)),
         .since = row.begin,
         .terms = std::move(row.terms),
         .unit_name = rows.is_null(kTermsColumns + 6) ? std::string{} : rows.get<std::string>(kTermsColumns + 6)});
  }
  return jobs;
}

Result<std::vector<Job>> jobs_as_of(store::ReadTransaction& read, PersonId person, Date day) {
  return std::move(TRY(jobs_of(read, {person}, day))[person]);
}

}  // namespace collega::people
