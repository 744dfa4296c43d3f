#include <map>

#include "collega/administration/export.h"
#include "collega/people/people.h"
#include "export_rows.h"
#include "leaving_library.h"

namespace collega::administration {
namespace {

/// Whoever is kept is listed with Whom::ever, on whichever day.
constexpr Date kAnyDay = people::kFirstDay;

Result<Done> write_people(store::ReadTransaction& read, const RowSink& sink, bool with_bsn, bool with_iban) {
  std::vector<std::string> header{"personnel_number", "given_name", "initials", "infix",  "surname",
                                  "birth_date",       "sex",        "email",    "phone",  "street",
                                  "house_number",     "postcode",   "city",     "country"};
  if (with_bsn) header.emplace_back("bsn");
  if (with_iban) header.emplace_back("iban");
  TRY(sink(header));
  return for_each_person(read, kAnyDay, people::Whom::ever, [&](people::PersonId id) -> Result<Done> {
    const people::Person one = TRY(people::person(read, id));
    std::vector<std::string> cells{one.personnel_number,
                                   one.name.given_name,
                                   one.name.initials,
                                   one.name.infix,
                                   one.name.surname,
                                   one.birth_date ? to_string(*one.birth_date) : "",
                                   std::string{one.sex ? name_of(*one.sex) : ""},
                                   one.email,
                                   one.phone,
                                   one.address.street,
                                   one.address.house_number,
                                   one.address.postcode,
                                   one.address.city,
                                   one.address.country};
    if (with_bsn) cells.push_back(TRY(people::bsn_of(read, id)).value_or(""));
    if (with_iban) cells.push_back(TRY(people::iban_of(read, id)).value_or(""));
    return sink(cells);
  });
}

Result<Done> write_contracts(store::ReadTransaction& read, Date /*today*/, const RowSink& sink) {
  TRY(sink({"personnel_number", "employment_number", "contract_kind", "contract_begin", "contract_end",
            "effective_from", "hours_per_week", "full_time_hours", "function", "position_code", "scale", "step", "wage",
            "wage_per", "unit_code"}));
  Names names{read};
  return for_each_person(read, kAnyDay, people::Whom::ever, [&](people::PersonId id) -> Result<Done> {
    const std::string number = TRY(people::person(read, id)).personnel_number;
    for (const people::Contract& contract : TRY(people::contracts_of(read, id))) {
      for (const people::TermsFrom& row : contract.terms) {
        const people::Terms& terms = row.terms;
        const std::string position =
            terms.position ? TRY(names.code_of(*terms.position, terms.unit, row.begin)) : std::string{};
        const std::string unit = TRY(names.code_of(terms.unit, row.begin));
        TRY(sink({number, contract.entry.employment_number, std::string{name_of(contract.entry.kind)},
                  to_string(contract.entry.begin), last_day_text(contract.entry.end), to_string(row.begin),
                  hours_text(terms.minutes_per_week), hours_text(terms.full_time_minutes), terms.function, position,
                  terms.scale, terms.step, terms.wage ? amount_text(*terms.wage) : std::string{},
                  std::string{name_of(terms.wage_per)}, unit}));
      }
    }
    return Done{};
  });
}

Result<Done> write_roles(store::ReadTransaction& read, Date /*today*/, const RowSink& sink) {
  TRY(sink({"personnel_number", "role", "of_unit_code", "of_personnel_number", "begin", "end"}));
  Names names{read};
  return for_each_person(read, kAnyDay, people::Whom::ever, [&](people::PersonId id) -> Result<Done> {
    for (const people::Assignment& role : TRY(people::roles_of(read, id))) {
      const std::string number = TRY(names.number_of(id));
      const std::string unit = role.of_unit ? TRY(names.code_of(*role.of_unit, role.begin)) : std::string{};
      const std::string person = role.of_person ? TRY(names.number_of(*role.of_person)) : std::string{};
      TRY(sink(
          {number, std::string{name_of(role.role)}, unit, person, to_string(role.begin), last_day_text(role.end)}));
    }
    return Done{};
  });
}

/// Each with its history, also those that ended.
Result<Done> write_units(store::ReadTransaction& read, Date /*today*/, const RowSink& sink) {
  TRY(sink({"unit_code", "unit_name", "parent_unit_code", "begin", "end"}));
  const std::map<people::UnitId, std::string> codes = TRY(people::unit_codes(read));
  for (const auto& [id, code] : codes) {
    for (const people::UnitFrom& row : TRY(people::unit_history(read, id))) {
      const std::string parent = row.parent ? codes.at(*row.parent) : std::string{};
      TRY(sink({code, row.name, parent, to_string(row.begin), last_day_text(row.end)}));
    }
  }
  return Done{};
}

Result<Done> write_positions(store::ReadTransaction& read, Date /*today*/, const RowSink& sink) {
  constexpr int kAtOnce = 1000;
  TRY(sink({"position_code", "title", "unit_code", "begin", "end", "scale"}));
  const std::map<people::UnitId, std::string> codes = TRY(people::unit_codes(read));
  std::vector<people::Position> some = TRY(people::positions_after(read, {}, kAtOnce));
  while (!some.empty()) {
    for (const people::Position& one : some) {
      TRY(sink({one.code, one.title, codes.at(one.unit), to_string(one.begin), last_day_text(one.end), one.scale}));
    }
    some = TRY(people::positions_after(read, some.back().id, kAtOnce));
  }
  return Done{};
}

Result<Done> write_imports(store::ReadTransaction& read, Date /*today*/, const RowSink& sink) {
  TRY(sink({"at", "account", "file", "source", "undone_at"}));
  store::Rows rows = TRY(read.stream("select at, account, file_name, source, undone_at from import_run order by id"));
  while (TRY(rows.next())) {
    const auto undone = rows.get<std::optional<Moment>>(4);
    TRY(sink({to_string(rows.get<Moment>(0)), rows.get<std::string>(1), rows.get<std::string>(2),
              rows.get<std::string>(3), undone ? to_string(*undone) : ""}));
  }
  return Done{};
}

}  // namespace

std::vector<LeavingPart> leaving_parts(bool with_bsn, bool with_iban) {
  return {
      {"people.csv",
       {"mensen", "people"},
       [=](store::ReadTransaction& read, Date, const RowSink& sink) {
         return write_people(read, sink, with_bsn, with_iban);
       }},
      {"contracts.csv", {"dienstverbanden, met hun geschiedenis", "contracts, with their history"}, write_contracts},
      {"units.csv", {"afdelingen, met hun geschiedenis", "units, with their history"}, write_units},
      {"positions.csv", {"formatieplaatsen", "positions"}, write_positions},
      {"roles.csv", {"wie leiding gaf en geeft", "who led and leads"}, write_roles},
      documents_part(),
      readers_part(),
      {"imports.csv", {"wat er is ingelezen", "what was imported"}, write_imports},
  };
}

}  // namespace collega::administration
