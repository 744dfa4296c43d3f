#include "collega/people/person.h"

#include "collega/store/seal.h"
#include "names.h"
#include "person_rows.h"

namespace collega::people {
namespace {

constexpr std::string_view kBsn = "person.bsn";
constexpr std::string_view kIban = "person.iban";

Result<Person> read_one(store::ReadTransaction& read, std::string_view condition, const store::Argument& argument) {
  const std::string sql =
      "select p.id, p.personnel_number, " COLLEGA_NAME_COLUMNS
      ", p.birth_date, p.sex, p.email, p.phone, p.street, p.house_number, p.postcode, p.city, p.country,"
      " case when p.bsn is null then 0 else 1 end, case when p.iban is null then 0 else 1 end from person p where " +
      std::string{condition};
  store::Rows rows = TRY(read.query(sql, std::vector{argument}));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_person};
  return Person{.id = rows.get<PersonId>(0),
                .personnel_number = rows.get<std::string>(1),
                .name = name_at(rows, 2),
                .birth_date = rows.get<std::optional<Date>>(6),
                .sex = rows.get<std::optional<Sex>>(7),
                .email = rows.get<std::string>(8),
                .phone = rows.get<std::string>(9),
                .address = {rows.get<std::string>(10), rows.get<std::string>(11), rows.get<std::string>(12),
                            rows.get<std::string>(13), rows.get<std::string>(14)},
                .has_bsn = rows.get<bool>(15),
                .has_iban = rows.get<bool>(16)};
}

Result<std::optional<std::string>> opened(store::ReadTransaction& read, PersonId person, std::string_view place,
                                          std::string_view sql) {
  store::Rows rows = TRY(read.query(sql, person));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_person, to_string(person)};
  if (rows.is_null(0)) return std::optional<std::string>{};
  return std::optional{TRY(read.seal().open(rows.view(0), {place, person.number}))};
}

}  // namespace

Name name_at(const store::Rows& rows, int column) {
  return {rows.get<std::string>(column), rows.get<std::string>(column + 1), rows.get<std::string>(column + 2),
          rows.get<std::string>(column + 3)};
}

Result<std::string> sort_name_of(store::ReadTransaction& read, PersonId person, std::string_view member) {
  auto name = TRY(read.first<std::string>("select sort_name from person where id = ?", person));
  if (!name) return Error{ErrorCode::unknown_person, std::string{member} + ": " + to_string(person)};
  return std::move(*name);
}

Result<Person> person(store::ReadTransaction& read, PersonId person) {
  Result<Person> found = read_one(read, "p.id = ?", person);
  if (!found && found.error().code == ErrorCode::unknown_person)
    return Error{ErrorCode::unknown_person, to_string(person)};
  return found;
}

Result<std::optional<PersonId>> person_numbered(store::ReadTransaction& read, std::string_view personnel_number) {
  return read.first<PersonId>("select id from person where personnel_number = ?", personnel_number);
}

Result<std::optional<PersonId>> person_with_bsn(store::ReadTransaction& read, std::string_view bsn) {
  return read.first<PersonId>("select id from person where bsn_digest = ? order by id limit 1",
                              read.seal().digest(kBsn, bsn));
}

Result<std::optional<std::string>> bsn_of(store::ReadTransaction& read, PersonId person) {
  return opened(read, person, kBsn, "select bsn from person where id = ?");
}

Result<std::optional<std::string>> iban_of(store::ReadTransaction& read, PersonId person) {
  return opened(read, person, kIban, "select iban from person where id = ?");
}

}  // namespace collega::people
