#include "image.h"

#include <algorithm>

namespace collega::administration {
namespace {

std::vector<RoleImage> roles_image(const std::vector<people::Assignment>& roles) {
  std::vector<RoleImage> image;
  for (const people::Assignment& one : roles) {
    if (one.role == people::PersonRole::manager) image.push_back({one.person, one.begin, one.end});
  }
  return image;
}

/// Roles that are not in the image go, and those that are not there come.
Result<Done> restore_roles(store::WriteTransaction& write, const std::vector<people::Assignment>& now,
                           std::vector<RoleImage> wanted, const people::Assignment& like) {
  for (const people::Assignment& one : now) {
    if (one.role != people::PersonRole::manager) continue;
    const auto kept = std::find(wanted.begin(), wanted.end(), RoleImage{one.person, one.begin, one.end});
    if (kept != wanted.end()) {
      wanted.erase(kept);
    } else {
      TRY(people::end_role(write, one.id, one.begin));
    }
  }
  for (const RoleImage& one : wanted) {
    people::Assignment role = like;
    role.person = one.person;
    role.begin = one.begin;
    role.end = one.end;
    TRY(people::assign_role(write, role));
  }
  return Done{};
}

Result<Done> restore_contracts(store::WriteTransaction& write, people::PersonId person,
                               const std::vector<ContractImage>& wanted) {
  for (const people::Contract& one : TRY(people::contracts_of(write, person))) {
    const bool is_wanted = std::any_of(wanted.begin(), wanted.end(), [&](const ContractImage& image) {
      return image.entry.employment_number == one.entry.employment_number && image.entry.begin == one.entry.begin;
    });
    if (!is_wanted) TRY(people::remove_contract(write, one.id));
  }
  for (const ContractImage& image : wanted) {
    std::vector<people::TermsFrom> terms;
    for (const TermsImage& one : image.terms) terms.push_back({.begin = one.begin, .end = {}, .terms = one.terms});
    TRY(people::put_contract_history(write, image.entry, terms));
  }
  return Done{};
}

std::string name_other_than(const std::string& name) { return name == "-" ? "--" : "-"; }

}  // namespace

Result<PersonImage> image_of(store::ReadTransaction& read, people::PersonId person) {
  Result<KnownPerson> loaded = load_person(read, person);
  if (!loaded && loaded.error().code == ErrorCode::unknown_person) return PersonImage{};
  const KnownPerson known = TRY(std::move(loaded));
  PersonImage image;
  image.entry = {.personnel_number = known.person.personnel_number,
                 .name = known.person.name,
                 .birth_date = known.person.birth_date,
                 .sex = known.person.sex,
                 .email = known.person.email,
                 .phone = known.person.phone,
                 .address = known.person.address,
                 .bsn = known.bsn,
                 .iban = known.iban};
  for (const people::Contract& contract : known.contracts) {
    ContractImage& one = image.contracts.emplace_back(ContractImage{contract.entry, {}});
    for (const people::TermsFrom& terms : contract.terms) one.terms.push_back({terms.begin, terms.terms});
  }
  image.managers = roles_image(known.managers);
  return image;
}

Result<UnitImage> image_of(store::ReadTransaction& read, people::UnitId unit, const std::string& code) {
  auto history = TRY(people::unit_history(read, unit));
  const auto roles = TRY(people::roles_in(read, unit));
  return UnitImage{code, std::move(history), roles_image(roles)};
}

Result<Done> restore(store::WriteTransaction& write, people::PersonId person, const PersonImage& image) {
  if (!image.exists()) return people::remove_person(write, person);
  people::PersonEntry entry = image.entry;
  if (!entry.bsn) entry.bsn = "";  // empty takes it away, absent would leave it
  if (!entry.iban) entry.iban = "";
  TRY(people::put_person(write, entry));
  TRY(restore_contracts(write, person, image.contracts));
  return restore_roles(write, TRY(people::roles_for(write, person)), image.managers,
                       {.id = {}, .person = {}, .role = people::PersonRole::manager, .of_person = person, .begin = {}});
}

Result<Done> restore(store::WriteTransaction& write, people::UnitId unit, const UnitImage& image) {
  TRY(restore_roles(write, TRY(people::roles_in(write, unit)), image.managers,
                    {.id = {}, .person = {}, .role = people::PersonRole::manager, .of_unit = unit, .begin = {}}));
  if (!image.exists()) return people::remove_unit(write, unit);
  const people::UnitFrom& first = image.history.front();
  if (TRY(people::unit_history(write, unit)) == image.history) return Done{};
  // A put leaves later rows where its day says the same already; under another name it clears them first.
  TRY(people::put_unit(write, {image.code, name_other_than(first.name), first.parent}, first.begin));
  for (const people::UnitFrom& row : image.history) {
    TRY(people::put_unit(write, {image.code, row.name, row.parent}, row.begin));
  }
  if (const auto& end = image.history.back().end) TRY(people::end_unit(write, unit, *end));
  return Done{};
}

Result<Done> loosen(store::WriteTransaction& write, people::UnitId unit, const std::string& code,
                    const UnitImage& image) {
  const std::vector<people::UnitFrom> now = TRY(people::unit_history(write, unit));
  if (now.empty() || now == image.history) return Done{};
  TRY(people::put_unit(write, {code, name_other_than(now.front().name), {}}, now.front().begin));
  return Done{};
}

}  // namespace collega::administration
