#include "collega/people/holdings.h"

#include "collega/people/people.h"
#include "remove.h"

namespace collega::people {
namespace {

Result<std::string> unit_called(store::ReadTransaction& read, UnitId unit, Date day) {
  const auto found = TRY(unit_as_of(read, unit, day));
  return found ? found->name : to_string(unit);
}

Result<std::string> person_called(store::ReadTransaction& read, PersonId id) {
  return display_name(TRY(person(read, id)).name);
}

void put_days(JsonObject& shown, Date begin, std::optional<Date> end) {
  shown["first_day"] = to_string(begin);
  if (end) shown["last_day"] = to_string(last_day_before(*end));
}

Result<JsonObject> shown_role(store::ReadTransaction& read, const Assignment& role) {
  JsonObject shown{{"role", name_of(role.role)}, {"person", TRY(person_called(read, role.person))}};
  if (role.of_unit) shown["of_unit"] = TRY(unit_called(read, *role.of_unit, role.begin));
  if (role.of_person) shown["of_person"] = TRY(person_called(read, *role.of_person));
  put_days(shown, role.begin, role.end);
  return shown;
}

Result<JsonArray> show_roles(store::ReadTransaction& read, PersonId person) {
  JsonArray shown;
  for (const Assignment& role : TRY(roles_of(read, person))) shown.push_back(TRY(shown_role(read, role)));
  for (const Assignment& role : TRY(roles_for(read, person))) shown.push_back(TRY(shown_role(read, role)));
  return shown;
}

Result<std::optional<Person>> known_person(store::ReadTransaction& read, PersonId id) {
  Result<Person> found = person(read, id);
  if (!found && found.error().code == ErrorCode::unknown_person) return std::optional<Person>{};
  return std::optional{TRY(std::move(found))};
}

Result<JsonArray> show_contact(store::ReadTransaction& read, PersonId id) {
  const auto person = TRY(known_person(read, id));
  if (!person || (person->email.empty() && person->phone.empty())) return JsonArray{};
  return JsonArray{JsonObject{{"email", person->email}, {"phone", person->phone}}};
}

Result<JsonArray> shown_terms(store::ReadTransaction& read, const std::vector<TermsFrom>& terms) {
  JsonArray shown;
  for (const TermsFrom& row : terms) {
    JsonObject one = to_json(row.terms).as_object();
    one["unit"] = TRY(unit_called(read, row.terms.unit, row.begin));
    one.erase("position");
    put_days(one, row.begin, row.end);
    shown.push_back(std::move(one));
  }
  return shown;
}

Result<JsonArray> show_contracts(store::ReadTransaction& read, PersonId person) {
  JsonArray shown;
  for (const Contract& contract : TRY(contracts_of(read, person))) {
    JsonObject one{{"employment_number", contract.entry.employment_number}, {"kind", name_of(contract.entry.kind)}};
    put_days(one, contract.entry.begin, contract.entry.end);
    one["terms"] = TRY(shown_terms(read, contract.terms));
    shown.push_back(std::move(one));
  }
  return shown;
}

Result<JsonArray> show_person(store::ReadTransaction& read, PersonId id) {
  const auto person = TRY(known_person(read, id));
  if (!person) return JsonArray{};
  JsonObject shown = to_json(*person).as_object();
  for (const char* elsewhere : {"email", "phone", "has_bsn", "has_iban"}) shown.erase(elsewhere);
  if (const auto bsn = TRY(bsn_of(read, id))) shown["bsn"] = *bsn;
  if (const auto iban = TRY(iban_of(read, id))) shown["iban"] = *iban;
  return JsonArray{std::move(shown)};
}

}  // namespace

std::vector<Holding> holdings() {
  // Name, address and BSN are part of the payroll administration and stay as long as it; how to reach someone does not.
  return {
      {.kind = "people.role",
       .title = {"Rollen", "Roles"},
       .clock = "personnel_file",
       .show = show_roles,
       .erase = remove_roles},
      {.kind = "people.contact",
       .title = {"E-mail en telefoon", "E-mail and telephone"},
       .clock = "personnel_file",
       .show = show_contact,
       .erase = remove_contact},
      {.kind = "people.contract",
       .title = {"Dienstverbanden", "Contracts"},
       .clock = "payroll",
       .show = show_contracts,
       .erase = remove_contracts},
      {.kind = kPersonKind,
       .title = {"Persoonsgegevens", "Personal details"},
       .clock = "payroll",
       .show = show_person,
       .erase = remove_person_row},
  };
}

}  // namespace collega::people
