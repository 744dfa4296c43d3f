#include <algorithm>

#include "candidates.h"
#include "collega/people/people.h"
#include "in_list.h"
#include "jobs.h"
#include "leaders.h"
#include "names.h"
#include "person_rows.h"

namespace collega::people {
namespace {

Result<Wanted> wanted_by(store::ReadTransaction& read, const PeopleQuery& query) {
  Wanted wanted{.units = query.units, .words = search_words(query.text)};
  if (wanted.units && query.reach == Reach::with_units_under)
    wanted.units = TRY(units_under(read, *wanted.units, query.as_of));
  if (wanted.units) std::sort(wanted.units->begin(), wanted.units->end());
  std::sort(wanted.words.begin(), wanted.words.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return wanted;
}

/// Who they are, in the order of `people`.
Result<std::vector<PersonRow>> rows_of(store::ReadTransaction& read, const std::vector<PersonId>& people) {
  std::vector<PersonRow> found;
  if (people.empty()) return found;
  std::vector<store::Argument> arguments;
  const std::string given = in_list(people, arguments);
  store::Rows rows =
      TRY(read.query("select p.id, p.personnel_number, " COLLEGA_NAME_COLUMNS " from person p where p.id in " + given +
                         " order by p.sort_name, p.id",
                     arguments));
  while (TRY(rows.next())) {
    found.push_back({rows.get<PersonId>(0), rows.get<std::string>(1), name_at(rows, 2), {}, {}});
  }
  return found;
}

void put_job(PersonRow& row, std::vector<Job>& jobs, const Wanted& wanted) {
  const auto job = std::find_if(jobs.begin(), jobs.end(), [&](const Job& one) {
    return !wanted.units || std::binary_search(wanted.units->begin(), wanted.units->end(), one.terms.unit);
  });
  if (job != jobs.end()) row.job = std::move(*job);
}

Result<Done> put_managers(store::ReadTransaction& read, std::vector<PersonRow>& rows,
                          const std::vector<PersonId>& people, Date day) {
  std::vector<UnitId> units;
  for (const PersonRow& row : rows) {
    if (row.job) units.push_back(row.job->terms.unit);
  }
  const Leaders leaders = TRY(Leaders::load(read, units, day));
  const auto named = TRY(leaders_named_for(read, people, day));
  for (PersonRow& row : rows) {
    if (const auto own = named.find(row.person); own != named.end()) {
      row.managers = own->second;
    } else if (row.job) {
      row.managers = leaders.of(row.job->terms.unit, row.person);
    }
  }
  return Done{};
}

}  // namespace

Result<PeoplePage> list_people(store::ReadTransaction& read, const PeopleQuery& query) {
  if (query.limit < 1 || query.limit > kLargestPage) return Error{ErrorCode::out_of_range, "limit"};
  const Wanted wanted = TRY(wanted_by(read, query));
  std::vector<PersonId> people = TRY(candidates(read, query, wanted));
  PeoplePage page;
  if (people.size() > static_cast<std::size_t>(query.limit)) {
    people.resize(static_cast<std::size_t>(query.limit));
    page.next = people.back();
  }
  page.rows = TRY(rows_of(read, people));
  auto jobs = TRY(jobs_of(read, people, query.as_of));
  for (PersonRow& row : page.rows) put_job(row, jobs[row.person], wanted);
  TRY(put_managers(read, page.rows, people, query.as_of));
  return page;
}

}  // namespace collega::people
