// Where a vacancy may stand, and who leads there: what its form lets one choose from.

#include <algorithm>

#include "collega/base/utf8.h"
#include "collega/people/people.h"
#include "opening_types.h"
#include "rows.h"
#include "vacancies.h"

namespace collega::hiring {
namespace {

using namespace operations;

constexpr std::size_t kMostShown = 12;
constexpr int kMostLookedAt = 200;

bool is_called(const people::Unit& unit, const std::string& folded) {
  return fold(unit.name).find(folded) != std::string::npos || fold(unit.code).starts_with(folded);
}

Result<UnitChoices> find_unit(const FindPlaceRequest& asked, Context& context) {
  const Sight sight = TRY(sight_of(context));
  const std::string folded = fold(asked.text);
  UnitChoices answer;
  for (const people::Unit& unit : TRY(people::units_as_of(context.work.read(), context.today))) {
    const bool is_seen = sight.everything || std::ranges::count(sight.units, unit.id) > 0;
    if (!is_seen || !is_called(unit, folded)) continue;
    if (answer.units.size() == kMostShown) {
      answer.more = true;
      break;
    }
    answer.units.push_back({unit.code, unit.name});
  }
  return answer;
}

Result<bool> leads(store::ReadTransaction& read, people::PersonId person, Date day) {
  const std::vector<people::Assignment> roles = TRY(people::roles_of(read, person));
  return std::ranges::any_of(roles, [&](const people::Assignment& one) {
    const bool is_lead = one.role == people::PersonRole::manager || one.role == people::PersonRole::deputy_manager;
    return is_lead && one.begin <= day && (!one.end || day < *one.end);
  });
}

Result<ManagerChoices> find_manager(const FindPlaceRequest& asked, Context& context) {
  store::ReadTransaction& read = context.work.read();
  const people::PeoplePage page =
      TRY(people::list_people(read, {.as_of = context.today, .text = asked.text, .limit = kMostLookedAt}));
  ManagerChoices answer{.managers = {}, .more = page.next.has_value()};
  for (const people::PersonRow& row : page.rows) {
    if (!TRY(leads(read, row.person, context.today))) continue;
    if (answer.managers.size() == kMostShown) {
      answer.more = true;
      break;
    }
    context.work.is_about(row.person.number);
    answer.managers.push_back({row.personnel_number, people::display_name(row.name), {}});
    if (row.job) answer.managers.back().unit = row.job->unit_name;
  }
  return answer;
}

}  // namespace

void add_place_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "hiring.find_unit",
      .title = {"Zoeken bij welke afdeling", "Find the unit"},
      .purpose = {"Toont de afdelingen waar u vacatures voor mag maken, op naam of code.",
                  "Shows the units that you may make vacancies for, by name or code."},
      .reads = {Data::accounts},
      .may = kRecruiters,
      .stored = Stored::reads,
      .handler = handler<FindPlaceRequest, UnitChoices>(find_unit),
  });
  rows.push_back({
      .name = "hiring.find_manager",
      .title = {"Zoeken welke leidinggevende", "Find the manager"},
      .purpose = {"Toont wie leidinggeeft, op naam of personeelsnummer, om bij een vacature te zetten.",
                  "Shows who leads, by name or personnel number, to be put with a vacancy."},
      .reads = {Data::people, Data::contracts},
      .may = kRecruiters,
      .stored = Stored::reads,
      .handler = handler<FindPlaceRequest, ManagerChoices>(find_manager),
  });
}

}  // namespace collega::hiring
