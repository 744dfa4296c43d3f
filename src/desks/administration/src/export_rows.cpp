#include "export_rows.h"

#include <algorithm>

#include "collega/people/people.h"

namespace collega::administration {
namespace {

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

Result<Done> for_each_person(store::ReadTransaction& read, Date day, people::Whom whom,
                             const std::function<Result<Done>(people::PersonId)>& each) {
  people::PeopleQuery query{.as_of = day, .whom = whom, .limit = people::kLargestPage};
  do {
    const people::PeoplePage page = TRY(people::list_people(read, query));
    for (const people::PersonRow& row : page.rows) TRY(each(row.person));
    query.after = page.next;
  } while (query.after);
  return Done{};
}

std::string hours_text(int minutes) {
  const std::string hours = std::to_string(minutes / 60);
  const int rest = minutes % 60;
  if (rest == 0) return hours;
  // Two decimals tell every minute apart, for a minute is 0.0167 hours.
  std::string text = hours + "." + two_digits((rest * 100 + 30) / 60);
  if (text.ends_with('0')) text.pop_back();
  return text;
}

std::string amount_text(Money amount) {
  return std::to_string(amount.cents / 100) + "." + two_digits(amount.cents % 100);
}

std::string last_day_text(std::optional<Date> end) { return end ? to_string(people::last_day_before(*end)) : ""; }

Result<std::string> Names::number_of(people::PersonId person) {
  if (const auto found = people_.find(person.number); found != people_.end()) return found->second;
  const std::string number = TRY(people::person(read_, person)).personnel_number;
  people_.emplace(person.number, number);
  return number;
}

Result<std::string> Names::code_of(people::UnitId unit, Date day) {
  if (const auto found = units_.find(unit.number); found != units_.end()) return found->second;
  const auto known = TRY(people::unit_as_of(read_, unit, day));
  if (!known) return std::string{};
  units_.emplace(unit.number, known->code);
  return known->code;
}

Result<std::string> Names::code_of(people::PositionId position, people::UnitId unit, Date day) {
  if (const auto found = positions_.find(position.number); found != positions_.end()) return found->second;
  for (const people::Position& one : TRY(people::positions_in(read_, unit, day))) positions_[one.id.number] = one.code;
  return positions_[position.number];
}

std::vector<ImportField> fields_of(const ExportRequest& request) {
  if (request.what == ExportWhat::units) {
    return {ImportField::unit_code, ImportField::unit_name, ImportField::parent_unit_code,
            ImportField::manager_personnel_number};
  }
  std::vector<ImportField> fields;
  for (const FieldInfo& info : import_fields()) {
    const ImportField field = info.field;
    const bool is_personal = field > ImportField::personnel_number && field < ImportField::employment_number;
    if (is_personal && request.what == ExportWhat::contracts) continue;
    if ((field == ImportField::bsn && !request.with_bsn) || (field == ImportField::iban && !request.with_iban))
      continue;
    // What an import puts together, what follows from the hours, and what is of units.
    if (field == ImportField::house_number_addition || field == ImportField::fte || field == ImportField::unit_name ||
        field == ImportField::parent_unit_code) {
      continue;
    }
    fields.push_back(field);
  }
  return fields;
}

}  // namespace collega::administration
