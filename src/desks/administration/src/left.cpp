#include <algorithm>
#include <unordered_set>

#include "plan.h"

namespace collega::administration {
namespace {

bool is_in_service(const std::vector<people::Contract>& contracts, Date day) {
  return std::any_of(contracts.begin(), contracts.end(), [&](const people::Contract& one) {
    return one.entry.begin <= day && (!one.entry.end || day < *one.entry.end);
  });
}

}  // namespace

Result<Done> find_who_left(store::ReadTransaction& read, const PlanInput& input, Plan& plan) {
  std::unordered_set<std::string> in_file;
  for (const ImportRow& row : input.rows) in_file.insert(row.person.personnel_number);
  std::vector<people::PersonId> of_source;
  store::Rows rows =
      TRY(read.query("select person from import_origin where source = ? order by person", input.request.source));
  while (TRY(rows.next())) of_source.push_back(rows.get<people::PersonId>(0));
  const Date day = input.request.absent_left_after ? people::end_after(*input.request.absent_left_after) : input.today;
  std::unordered_set<std::int64_t> named;
  for (const PersonStep& step : plan.people) {
    if (step.known) named.insert(step.known->number);
  }
  for (const people::PersonId id : of_source) {
    if (named.contains(id.number)) {
      ++plan.in_service;
      continue;
    }
    const Result<people::Person> person = people::person(read, id);
    if (!person) continue;  // erased since
    if (!is_in_service(TRY(people::contracts_of(read, id)), day)) continue;
    ++plan.in_service;
    if (in_file.contains(person->personnel_number)) continue;
    plan.left.push_back({id, person->personnel_number, people::display_name(person->name)});
  }
  std::sort(plan.left.begin(), plan.left.end(),
            [](const Absent& a, const Absent& b) { return a.personnel_number < b.personnel_number; });
  return Done{};
}

}  // namespace collega::administration
