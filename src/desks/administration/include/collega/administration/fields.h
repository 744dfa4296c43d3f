#pragma once

// What an import knows of people, contracts and units: the fields that a column of a file can fill, and that an export
// gives back under the same names. Their titles and the names by which files call them are data/fields.tsv.

#include <boost/describe.hpp>
#include <span>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/language.h"

namespace collega::administration {

enum class ImportField {
  personnel_number,  ///< the key of a person
  given_name,
  initials,
  infix,
  surname,
  birth_date,
  sex,
  email,
  phone,
  street,
  house_number,
  house_number_addition,  ///< is put behind house_number
  postcode,
  city,
  country,
  bsn,
  iban,
  employment_number,  ///< "1" where a file has none
  contract_kind,
  contract_begin,
  contract_end,  ///< the last day in service
  hours_per_week,
  full_time_hours,
  fte,  ///< in place of hours_per_week
  function,
  position_code,
  scale,
  step,
  wage,
  wage_per,
  unit_code,  ///< the key of a unit
  unit_name,
  parent_unit_code,
  manager_personnel_number,  ///< of the person; in a file of units: of the unit
  effective_from             ///< the day from which the row is true
};
BOOST_DESCRIBE_ENUM(ImportField, personnel_number, given_name, initials, infix, surname, birth_date, sex, email, phone,
                    street, house_number, house_number_addition, postcode, city, country, bsn, iban, employment_number,
                    contract_kind, contract_begin, contract_end, hours_per_week, full_time_hours, fte, function,
                    position_code, scale, step, wage, wage_per, unit_code, unit_name, parent_unit_code,
                    manager_personnel_number, effective_from)

constexpr std::size_t kImportFields = boost::mp11::mp_size<boost::describe::describe_enumerators<ImportField>>::value;

/// What a cell of the field must look like.
enum class FieldShape {
  text,
  key,  ///< a text without white space inside that tells rows apart
  date,
  hours,     ///< per week
  fraction,  ///< 0 to 1
  amount,
  sex,
  contract_kind,
  wage_per,
  email,
  phone,
  postcode,
  country,
  bsn,
  iban
};
BOOST_DESCRIBE_ENUM(FieldShape, text, key, date, hours, fraction, amount, sex, contract_kind, wage_per, email, phone,
                    postcode, country, bsn, iban)

/// What an empty cell says: nothing (what is known stays), or that there is none (no end, no infix, no unit above).
enum class EmptyCell { says_nothing, says_none };
BOOST_DESCRIBE_ENUM(EmptyCell, says_nothing, says_none)

struct FieldInfo {
  ImportField field = ImportField::personnel_number;
  FieldShape shape = FieldShape::text;
  EmptyCell empty = EmptyCell::says_nothing;
  std::string title_nl;
  std::string title_en;
  std::vector<std::string> names;  ///< as files call it, folded and without marks

  bool operator==(const FieldInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldInfo, (), (field, shape, empty, title_nl, title_en, names))

/// All of them, in the order of ImportField.
[[nodiscard]] std::span<const FieldInfo> import_fields();
[[nodiscard]] const FieldInfo& info_of(ImportField field);

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::FieldInfo> {
  static constexpr Field rows[] = {
      {.name = "field", .meaning = {"veld", "field"}},
      {.name = "shape", .meaning = {"vorm van de waarde", "shape of the value"}},
      {.name = "empty", .meaning = {"wat een lege cel zegt", "what an empty cell says"}},
      {.name = "title_nl", .meaning = {"naam in het Nederlands", "name in Dutch"}},
      {.name = "title_en", .meaning = {"naam in het Engels", "name in English"}},
      {.name = "names", .meaning = {"zo noemen bestanden het", "as files call it"}},
  };
};

}  // namespace collega
