#include <algorithm>

#include "collega/people/people.h"
#include "jobs.h"
#include "leaders.h"

namespace collega::people {
namespace {

std::vector<UnitId> units_of(const std::vector<Job>& jobs) {
  std::vector<UnitId> units;
  for (const Job& job : jobs) units.push_back(job.terms.unit);
  return units;
}

Result<std::vector<Leader>> managers_in(store::ReadTransaction& read, PersonId person, const std::vector<Job>& jobs,
                                        Date day) {
  if (auto named = TRY(leaders_named_for(read, {person}, day)); !named.empty()) return std::move(named.begin()->second);
  const std::vector<UnitId> units = units_of(jobs);
  const Leaders leaders = TRY(Leaders::load(read, units, day));
  std::vector<Leader> found;
  for (const UnitId unit : units) {
    for (Leader& leader : leaders.of(unit, person)) {
      if (std::find(found.begin(), found.end(), leader) == found.end()) found.push_back(std::move(leader));
    }
  }
  return found;
}

constexpr std::string_view kLeads = " and role in ('manager', 'deputy_manager') and begins <= ? and ends > ?";

}  // namespace

Result<PersonAsOf> person_as_of(store::ReadTransaction& read, PersonId id, Date day) {
  PersonAsOf found{.person = TRY(person(read, id)), .jobs = {}, .managers = {}};
  found.jobs = TRY(jobs_as_of(read, id, day));
  found.managers = TRY(managers_in(read, id, found.jobs, day));
  return found;
}

Result<std::vector<Leader>> managers_of(store::ReadTransaction& read, UnitId unit, Date day) {
  return TRY(Leaders::load(read, {unit}, day)).of(unit, std::nullopt);
}

Result<std::vector<Leader>> managers_of(store::ReadTransaction& read, PersonId person, Date day) {
  return managers_in(read, person, TRY(jobs_as_of(read, person, day)), day);
}

Result<std::vector<UnitId>> units_led_by(store::ReadTransaction& read, PersonId person, Date day) {
  const std::string sql =
      "select distinct unit_id from person_role where person_id = ? and unit_id is not null" + std::string{kLeads};
  store::Rows rows = TRY(read.query(sql, person, day, day));
  std::vector<UnitId> units;
  while (TRY(rows.next())) units.push_back(rows.get<UnitId>(0));
  return units_under(read, units, day);
}

Result<bool> leads_on(store::ReadTransaction& read, PersonId leader, PersonId person, Date day) {
  if (leader == person) return false;
  const std::string sql = "select 1 from person_role where person_id = ? and of_person_id = ?" + std::string{kLeads};
  if (TRY(read.first<int>(sql, leader, person, day, day))) return true;
  const std::vector<UnitId> units = units_of(TRY(jobs_as_of(read, person, day)));
  const Leaders leaders = TRY(Leaders::load(read, units, day));
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) { return leaders.leads(leader, person, unit); });
}

}  // namespace collega::people
