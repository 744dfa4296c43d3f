#include "files.h"

#include <algorithm>

namespace collega::organisation {
namespace {

std::string optional_day(const std::optional<Date>& day) { return day ? to_string(*day) : ""; }

std::string hours_text(int minutes) {
  const std::string hours = std::to_string(minutes / 60);
  return minutes % 60 == 0 ? hours : hours + ".5";
}

std::string_view kind_text(ContractKind kind) {
  switch (kind) {
    case ContractKind::permanent:
      return "Onbepaalde tijd";
    case ContractKind::temporary:
      return "Bepaalde tijd";
    case ContractKind::on_call:
      return "Oproep";
    case ContractKind::intern:
      return "Stage";
    case ContractKind::hired_in:
      return "Inhuur";
  }
  return {};
}

std::string person_number(const World& world, int who) {
  return who == kNobody ? "" : std::to_string(person_of(world, who).number);
}

void put_person(const Person& person, Date day, Fields& fields) {
  const NameFrom& name = on_day(person.names, day);
  const AddressFrom& address = on_day(person.addresses, day);
  fields[kNumber] = std::to_string(person.number);
  fields[kGivenName] = person.given_name;
  fields[kInitials] = person.initials;
  fields[kInfix] = name.infix;
  fields[kSurname] = name.surname;
  fields[kBirth] = to_string(person.birth);
  fields[kSex] = person.woman ? "V" : "M";
  fields[kEmail] = person.email;
  fields[kPhone] = person.phone;
  fields[kStreet] = address.street;
  fields[kHouseNumber] = address.number;
  fields[kPostcode] = address.postcode;
  fields[kTown] = address.town;
  fields[kBsn] = person.bsn;
  fields[kIban] = person.iban;
}

void put_contract(const Contract& contract, Fields& fields) {
  fields[kEmployment] = std::to_string(contract.number);
  fields[kKind] = kind_text(contract.kind);
  fields[kBegin] = to_string(contract.begin);
  fields[kLast] = optional_day(contract.last);
}

void put_terms(const World& world, int who, const Terms& terms, Fields& fields) {
  const Function& function = functions()[static_cast<std::size_t>(terms.function)];
  const UnitVersion& unit = version_on(world.structure.units[static_cast<std::size_t>(terms.unit)], terms.from);
  fields[kHours] = hours_text(terms.minutes);
  fields[kFunctionTitle] = function.title;
  fields[kScale] = std::to_string(function.scale);
  fields[kStep] = std::to_string(terms.step);
  fields[kWage] = euros(terms.wage);
  fields[kUnitCode] = code_of(world, terms.unit);
  fields[kUnitName] = unit.name;
  fields[kUnitAbove] = unit.parent == kNobody ? "" : code_of(world, unit.parent);
  fields[kManager] = person_number(world, manager_of(world.structure, world.leaders, terms.unit, who, terms.from));
  fields[kFrom] = to_string(terms.from);
}

Result<Done> write_people(const World& world, const std::filesystem::path& folder) {
  CsvFile file{folder / "medewerkers.csv", ';', kPeopleHeader};
  for_each_people_row(world, [&](const Fields& fields) { file.row(fields); });
  return file.close();
}

Result<Done> write_units(const World& world, const std::filesystem::path& folder) {
  CsvFile file{folder / "afdelingen.csv", ';', "Afdelingscode;Afdeling;Bovenliggende afdeling;Ingangsdatum;Einddatum"};
  for (const Unit& unit : world.structure.units) {
    for (std::size_t i = 0; i < unit.versions.size(); ++i) {
      const UnitVersion& version = unit.versions[i];
      std::optional<Date> end;
      if (i + 1 < unit.versions.size()) {
        end = plus_days(unit.versions[i + 1].begin, -1);
      } else if (unit.merged) {
        end = plus_days(unit.merged->on, -1);
      }
      file.row({unit.code, version.name, version.parent == kNobody ? "" : code_of(world, version.parent),
                to_string(version.begin), optional_day(end)});
    }
  }
  return file.close();
}

Result<Done> write_leaders(const World& world, const std::filesystem::path& folder) {
  CsvFile file{folder / "leidinggevenden.csv", ';', "Afdelingscode;Rol;Personeelsnummer;Ingangsdatum;Einddatum"};
  const auto write = [&](const Leader& leader) {
    file.row({code_of(world, leader.unit), leader.deputy ? "Plaatsvervanger" : "Leidinggevende",
              person_number(world, leader.person), to_string(leader.begin), optional_day(leader.last)});
  };
  for (const auto& managers : world.leaders.managers) std::for_each(managers.begin(), managers.end(), write);
  std::for_each(world.leaders.deputies.begin(), world.leaders.deputies.end(), write);
  return file.close();
}

struct Service {
  Date from;
  std::optional<Date> to;
  UnitIndex team;
  int minutes;
};

// One employment after the other; a new contract that changes neither team nor hours is no new row.
std::vector<Service> service_of(const Person& person, Date until) {
  std::vector<Service> rows;
  int number = 0;
  for (const Contract& contract : person.contracts) {
    for (std::size_t i = 0; i < contract.terms.size(); ++i) {
      const Terms& terms = contract.terms[i];
      const Date from = i == 0 ? contract.begin : terms.from;
      if (from > until) continue;
      std::optional<Date> to = contract.last;
      if (i + 1 < contract.terms.size()) to = plus_days(contract.terms[i + 1].from, -1);
      const bool goes_on = number == contract.number && rows.back().team == terms.unit &&
                           rows.back().minutes == terms.minutes && rows.back().to == plus_days(from, -1);
      if (goes_on) {
        rows.back().to = to;
      } else {
        rows.push_back({from, to, terms.unit, terms.minutes});
      }
      number = contract.number;
    }
  }
  return rows;
}

Result<Done> write_employees(const World& world, const std::filesystem::path& folder) {
  CsvFile file{folder / "employees.csv", ',', "employee,from,to,team,contract_hours"};
  for (const int who : world.by_number) {
    for (const Service& row : service_of(person_of(world, who), world.request.to)) {
      file.row({person_number(world, who), to_string(row.from), optional_day(row.to), code_of(world, row.team),
                hours_text(row.minutes)});
    }
  }
  return file.close();
}

Result<Done> write_spells(const World& world, const std::filesystem::path& folder) {
  CsvFile file{folder / "spells.csv", ',',
               "spell_id,segment,employee,team_at_start,spell_start,start,end,fraction,kind"};
  int id = 0;
  for (const Spell& spell : world.absence.spells) {
    ++id;
    for (std::size_t i = 0; i < spell.segments.size(); ++i) {
      const Segment& segment = spell.segments[i];
      file.row({std::to_string(id), std::to_string(i + 1), person_number(world, spell.person),
                code_of(world, spell.team), to_string(spell.begin), to_string(segment.first),
                optional_day(segment.last), euros({segment.hundredths}), spell.maternity ? "maternity" : "absence"});
    }
  }
  return file.close();
}

}  // namespace

void for_each_people_row(const World& world, const std::function<void(const Fields&)>& row) {
  Fields fields(kColumns);
  for (const int who : world.by_number) {
    const Person& person = person_of(world, who);
    for (const Contract& contract : person.contracts) {
      put_contract(contract, fields);
      for (const Terms& terms : contract.terms) {
        put_person(person, terms.from, fields);
        put_terms(world, who, terms, fields);
        row(fields);
      }
    }
  }
}

Result<Done> write_files(const World& world, const std::filesystem::path& folder) {
  TRY(write_people(world, folder));
  TRY(write_units(world, folder));
  TRY(write_leaders(world, folder));
  TRY(write_employees(world, folder));
  return write_spells(world, folder);
}

}  // namespace collega::organisation
