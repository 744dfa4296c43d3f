#include <algorithm>
#include <map>

#include "collega/people/find.h"
#include "named.h"
#include "operation_rows.h"
#include "people_types.h"

namespace collega::administration {
namespace {

using namespace operations;

constexpr double kMinutesAnHour = 60;

Result<std::vector<people::UnitId>> units_coded(store::ReadTransaction& read, const std::vector<std::string>& codes) {
  std::vector<people::UnitId> units;
  for (const std::string& code : codes) units.push_back(TRY(unit_named(read, code)));
  return units;
}

std::string names_of(const std::vector<people::Leader>& leaders) {
  std::string names;
  for (const people::Leader& leader : leaders) names += (names.empty() ? "" : ", ") + people::display_name(leader.name);
  return names;
}

ListedPerson listed(const people::PersonRow& row) {
  ListedPerson person{.personnel_number = row.personnel_number,
                      .name = people::formal_name(row.name),
                      .function = {},
                      .unit = {},
                      .hours = {},
                      .begin = {},
                      .last_day = {},
                      .manager = names_of(row.managers),
                      .person = row.person};
  if (!row.job) return person;
  person.function = row.job->terms.function;
  person.unit = row.job->unit_name;
  person.hours = row.job->terms.minutes_per_week / kMinutesAnHour;
  person.begin = row.job->begin;
  if (row.job->end) person.last_day = people::last_day_before(*row.job->end);
  return person;
}

/// Whom to list: of the units that were asked for, and those under them, the ones that the asker's roles show.
Result<Done> choose_units(const ListPeopleRequest& asked, Context& context, people::PeopleQuery& query) {
  store::ReadTransaction& read = context.work.read();
  const identity::Scope scope = TRY(context.scope(query.as_of));
  const std::vector<people::UnitId> named = TRY(units_coded(read, asked.units));
  if (scope.everybody) {
    if (!named.empty()) query.units = named;
    return Done{};
  }
  query.reach = people::Reach::exactly;
  query.units = named.empty() ? scope.units : TRY(people::units_under(read, named, query.as_of));
  std::erase_if(*query.units, [&](people::UnitId unit) { return !std::ranges::binary_search(scope.units, unit); });
  return Done{};
}

Result<PeopleList> list_people(const ListPeopleRequest& asked, Context& context) {
  store::ReadTransaction& read = context.work.read();
  people::PeopleQuery query{.as_of = asked.as_of.value_or(context.today)};
  TRY(choose_units(asked, context, query));
  query.text = asked.text;
  query.whom = asked.whom;
  query.after = asked.after;
  query.limit = asked.limit;
  const people::PeoplePage page = TRY(people::list_people(read, query));
  PeopleList list;
  for (const people::PersonRow& row : page.rows) {
    if (!TRY(context.sees(row.person, query.as_of))) continue;  // who leads the unit with the asker, or above them
    context.work.concerns(row.person, query.as_of);
    list.people.push_back(listed(row));
  }
  list.next = page.next;
  return list;
}

Result<people::PersonAsOf> show_person(const ShowPersonRequest& asked, Context& context) {
  store::ReadTransaction& read = context.work.read();
  const people::PersonId person = TRY(people::find_person(read, asked.person));
  const Date day = asked.as_of.value_or(context.today);
  context.work.concerns(person, day);
  return people::person_as_of(read, person, day);
}

Result<UnitList> list_units(const ListUnitsRequest& asked, Context& context) {
  UnitList list;
  std::map<people::UnitId, std::string> codes;
  for (const people::Unit& unit : TRY(people::units_as_of(context.work.read(), asked.as_of.value_or(context.today)))) {
    codes[unit.id] = unit.code;
    const bool has_parent = unit.parent && codes.contains(*unit.parent);
    list.units.push_back(
        {unit.code, unit.name, has_parent ? std::optional{codes[*unit.parent]} : std::nullopt, unit.depth});
  }
  return list;
}

}  // namespace

void add_people_rows(std::vector<Operation>& rows) {
  const std::vector<Role> readers{Role::hr_adviser, Role::payroll, Role::planner};
  rows.push_back({
      .name = "administration.list_people",
      .title = {"Mensen op een peildatum", "People as of a day"},
      .purpose = {"Toont wie op een dag waar werkt, met functie, uren en leidinggevende.",
                  "Shows who works where on a day, with function, hours and manager."},
      .reads = {Data::people, Data::contracts},
      .may = {Role::hr_adviser, Role::payroll, Role::planner, Role::manager},
      .stored = Stored::reads,
      .command = "people list",
      .handler = handler<ListPeopleRequest, PeopleList>(list_people),
  });
  rows.push_back({
      .name = "administration.show_person",
      .title = {"Een medewerker op een peildatum", "An employee as of a day"},
      .purpose = {"Toont de gegevens en het werk van een medewerker op een dag.",
                  "Shows the details and the work of an employee on a day."},
      .reads = {Data::people, Data::contracts},
      .may = readers,
      .stored = Stored::reads,
      .command = "people show",
      .given = {"person"},
      .handler = handler<ShowPersonRequest, people::PersonAsOf>(show_person),
  });
  rows.push_back({
      .name = "administration.list_units",
      .title = {"Afdelingen op een peildatum", "Units as of a day"},
      .purpose = {"Toont de afdelingen en hoe zij onder elkaar vallen.",
                  "Shows the units and how they stand under each other."},
      .may = every_role(),
      .stored = Stored::reads,
      .command = "people units",
      .handler = handler<ListUnitsRequest, UnitList>(list_units),
  });
}

}  // namespace collega::administration
