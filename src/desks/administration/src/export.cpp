#include "collega/administration/export.h"

#include <algorithm>

#include "collega/documents/csv_line.h"
#include "collega/documents/write.h"
#include "collega/people/people.h"
#include "export_rows.h"

namespace collega::administration {
namespace {

using Cells = std::vector<std::string>;

/// What one row of people or contracts is made of.
struct Source {
  const KnownPerson& person;
  const people::Contract& contract;
  const people::TermsFrom& terms;
  std::string manager;
};

class PeopleRows {
 public:
  PeopleRows(store::ReadTransaction& read, std::vector<ImportField> fields, Date day)
      : read_(read), fields_(std::move(fields)), day_(day), names_(read) {}

  Result<Done> write(people::PersonId id, const RowSink& sink) {
    const KnownPerson known = TRY(load_person(read_, id));
    std::string manager;
    if (const people::Assignment* role = on_day(known.managers, day_)) manager = TRY(names_.number_of(role->person));
    for (const people::Contract& contract : known.contracts) {
      if (contract.entry.begin > day_ || (contract.entry.end && *contract.entry.end <= day_)) continue;
      const people::TermsFrom* terms = on_day(contract.terms, day_);
      if (!terms) continue;
      Cells cells;
      for (const ImportField field : fields_) cells.push_back(TRY(cell({known, contract, *terms, manager}, field)));
      TRY(sink(cells));
    }
    return Done{};
  }

 private:
  Result<std::string> cell(const Source& of, ImportField field) {
    const people::Person& person = of.person.person;
    switch (field) {
      case ImportField::personnel_number:
        return person.personnel_number;
      case ImportField::given_name:
        return person.name.given_name;
      case ImportField::initials:
        return person.name.initials;
      case ImportField::infix:
        return person.name.infix;
      case ImportField::surname:
        return person.name.surname;
      case ImportField::birth_date:
        return person.birth_date ? to_string(*person.birth_date) : std::string{};
      case ImportField::sex:
        return std::string{person.sex ? name_of(*person.sex) : ""};
      case ImportField::email:
        return person.email;
      case ImportField::phone:
        return person.phone;
      case ImportField::street:
        return person.address.street;
      case ImportField::house_number:
        return person.address.house_number;
      case ImportField::postcode:
        return person.address.postcode;
      case ImportField::city:
        return person.address.city;
      case ImportField::country:
        return person.address.country;
      case ImportField::bsn:
        return of.person.bsn.value_or("");
      case ImportField::iban:
        return of.person.iban.value_or("");
      case ImportField::manager_personnel_number:
        return of.manager;
      default:
        return cell_of_contract(of, field);
    }
  }

  Result<std::string> cell_of_contract(const Source& of, ImportField field) {
    const people::ContractEntry& entry = of.contract.entry;
    const people::Terms& terms = of.terms.terms;
    switch (field) {
      case ImportField::employment_number:
        return entry.employment_number;
      case ImportField::contract_kind:
        return std::string{name_of(entry.kind)};
      case ImportField::contract_begin:
        return to_string(entry.begin);
      case ImportField::contract_end:
        return last_day_text(entry.end);
      case ImportField::hours_per_week:
        return hours_text(terms.minutes_per_week);
      case ImportField::full_time_hours:
        return hours_text(terms.full_time_minutes);
      case ImportField::function:
        return terms.function;
      case ImportField::position_code:
        return terms.position ? names_.code_of(*terms.position, terms.unit, day_) : Result<std::string>{std::string{}};
      case ImportField::scale:
        return terms.scale;
      case ImportField::step:
        return terms.step;
      case ImportField::wage:
        return terms.wage ? amount_text(*terms.wage) : std::string{};
      case ImportField::wage_per:
        return std::string{name_of(terms.wage_per)};
      case ImportField::unit_code:
        return names_.code_of(terms.unit, day_);
      case ImportField::effective_from:
        return to_string(of.terms.begin);
      default:
        return std::string{};
    }
  }

  store::ReadTransaction& read_;
  std::vector<ImportField> fields_;
  Date day_;
  Names names_;
};

Result<Done> write_units(store::ReadTransaction& read, Date day, const RowSink& sink) {
  Names names{read};
  for (const people::Unit& unit : TRY(people::units_as_of(read, day))) {
    std::string manager;
    for (const people::Assignment& role : TRY(people::roles_in(read, unit.id))) {
      const bool is_now = role.begin <= day && (!role.end || day < *role.end);
      if (role.role == people::PersonRole::manager && is_now) manager = TRY(names.number_of(role.person));
    }
    const std::string parent = unit.parent ? TRY(names.code_of(*unit.parent, day)) : std::string{};
    TRY(sink({unit.code, unit.name, parent, manager}));
  }
  return Done{};
}

Result<Done> write_table(store::ReadTransaction& read, const ExportRequest& request, Date day, const RowSink& sink,
                         const Progress& progress) {
  const std::vector<ImportField> fields = fields_of(request);
  Cells header;
  for (const ImportField field : fields) header.emplace_back(name_of(field));
  TRY(sink(header));
  if (request.what == ExportWhat::units) return write_units(read, day, sink);
  PeopleRows rows{read, fields, day};
  std::size_t done = 0;
  return for_each_person(read, day, people::Whom::in_service, [&](people::PersonId id) -> Result<Done> {
    if (++done % 500 == 0 && progress) progress(done, 0);
    return rows.write(id, sink);
  });
}

}  // namespace

Result<ExportedFile> export_table(store::ReadTransaction& read, const ExportRequest& request, Date today,
                                  const Progress& progress) {
  const Date day = request.as_of.value_or(today);
  ExportedFile file;
  file.name = std::string{name_of(request.what)} + "-" + to_string(day) + "." + std::string{name_of(request.format)};
  file.rows = -1;  // the header
  if (request.format == ExportFormat::csv) {
    file.bytes = documents::kByteOrderMark;
    const RowSink sink = [&](const Cells& cells) -> Result<Done> {
      file.bytes += documents::csv_line(cells);
      ++file.rows;
      return Done{};
    };
    TRY(write_table(read, request, day, sink, progress));
    return file;
  }
  documents::Sheet sheet{.name = std::string{name_of(request.what)}};
  const RowSink sink = [&](const Cells& cells) -> Result<Done> {
    std::vector<documents::SheetCell>& row = sheet.rows.emplace_back();
    const auto tone = sheet.rows.size() == 1 ? documents::CellTone::heading : documents::CellTone::plain;
    for (const std::string& cell : cells) row.push_back({.text = cell, .tone = tone});
    ++file.rows;
    return Done{};
  };
  TRY(write_table(read, request, day, sink, progress));
  file.bytes = TRY(documents::write_xlsx({sheet}));
  return file;
}

}  // namespace collega::administration
