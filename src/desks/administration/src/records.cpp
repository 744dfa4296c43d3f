#include "records.h"

#include <algorithm>

namespace collega::administration {

Result<KnownPerson> load_person(store::ReadTransaction& read, people::PersonId id) {
  KnownPerson known{.person = TRY(people::person(read, id)), .bsn = {}, .iban = {}, .contracts = {}, .managers = {}};
  if (known.person.has_bsn) known.bsn = TRY(people::bsn_of(read, id));
  if (known.person.has_iban) known.iban = TRY(people::iban_of(read, id));
  known.contracts = TRY(people::contracts_of(read, id));
  known.managers = TRY(people::roles_for(read, id));
  std::erase_if(known.managers, [](const people::Assignment& one) { return one.role != people::PersonRole::manager; });
  return known;
}

Result<std::optional<people::PersonId>> Records::person_id(const std::string& personnel_number) {
  if (const auto found = ids_.find(personnel_number); found != ids_.end()) return found->second;
  const auto id = TRY(people::person_numbered(read_, personnel_number));
  ids_.emplace(personnel_number, id);
  return id;
}

Result<const KnownPerson*> Records::person(const std::string& personnel_number) {
  auto found = people_.find(personnel_number);
  if (found == people_.end()) {
    std::optional<KnownPerson> known;
    if (const auto id = TRY(person_id(personnel_number))) known = TRY(load_person(read_, *id));
    found = people_.emplace(personnel_number, std::move(known)).first;
  }
  return found->second ? &*found->second : nullptr;
}

Result<const KnownUnit*> Records::unit(const std::string& code) {
  auto found = units_.find(code);
  if (found == units_.end()) {
    std::optional<KnownUnit> known;
    if (const auto id = TRY(people::unit_coded(read_, code))) {
      known = {*id, TRY(people::unit_history(read_, *id)), {}};
      for (const people::UnitFrom& row : known->history) {
        std::optional<std::string> above;
        if (row.parent) above = TRY(code_of(*row.parent, row.begin));
        known->parents.push_back(std::move(above));
      }
    }
    found = units_.emplace(code, std::move(known)).first;
  }
  return found->second ? &*found->second : nullptr;
}

Result<std::vector<people::Assignment>> Records::managers_of_unit(const std::string& code) {
  const KnownUnit* known = TRY(unit(code));
  if (!known) return std::vector<people::Assignment>{};
  std::vector<people::Assignment> managers = TRY(people::roles_in(read_, known->id));
  std::erase_if(managers, [](const people::Assignment& one) { return one.role != people::PersonRole::manager; });
  return managers;
}

Result<std::optional<people::PositionId>> Records::position(const std::string& code) {
  if (const auto found = positions_.find(code); found != positions_.end()) return found->second;
  const auto id = TRY(people::position_coded(read_, code));
  positions_.emplace(code, id);
  return id;
}

Result<std::optional<std::string>> Records::code_of(people::UnitId unit, Date day) {
  const auto found = codes_.find(unit.number);
  if (found != codes_.end()) return std::optional{found->second};
  const auto there = TRY(people::unit_as_of(read_, unit, day));
  if (!there) return std::optional<std::string>{};
  codes_.emplace(unit.number, there->code);
  return std::optional{there->code};
}

Result<std::optional<std::string>> Records::parent_of(const std::string& code, Date day) {
  const KnownUnit* known = TRY(unit(code));
  for (std::size_t i = 0; known && i < known->history.size(); ++i) {
    const people::UnitFrom& row = known->history[i];
    if (row.begin <= day && (!row.end || day < *row.end)) return known->parents[i];
  }
  return std::optional<std::string>{};
}

Result<std::optional<std::string>> Records::other_with_bsn(const std::string& bsn,
                                                           const std::string& personnel_number) {
  auto found = bsn_owners_.find(bsn);
  if (found == bsn_owners_.end()) {
    std::optional<std::string> owner;
    if (const auto id = TRY(people::person_with_bsn(read_, bsn)))
      owner = TRY(people::person(read_, *id)).personnel_number;
    found = bsn_owners_.emplace(bsn, std::move(owner)).first;
  }
  return found->second == personnel_number ? std::optional<std::string>{} : found->second;
}

}  // namespace collega::administration
