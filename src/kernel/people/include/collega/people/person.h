#pragma once

// Who somebody is: what an organisation keeps of a person beside their work. It has no history: a new address takes the
// place of the old one. BSN and IBAN are sealed, and read by functions of their own only.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "collega/base/described.h"
#include "collega/base/id.h"
#include "collega/store/store.h"

namespace collega::people {

struct Person;
using PersonId = Id<Person>;

/// As payroll keeps it; for no other use than payroll and fairness audits in aggregate.
enum class Sex { female, male, unknown };
BOOST_DESCRIBE_ENUM(Sex, female, male, unknown)

struct Name {
  std::string given_name = {};  ///< what they are called: "Anna"
  std::string initials = {};    ///< "A.M."
  std::string infix = {};       ///< tussenvoegsel: "de", "van der"
  std::string surname = {};     ///< as they wish to be called: "Wit", "Wit-Jansen"

  bool operator==(const Name&) const = default;
};
BOOST_DESCRIBE_STRUCT(Name, (), (given_name, initials, infix, surname))

/// "Anna de Wit"; with initials for whom no given name is known.
[[nodiscard]] std::string display_name(const Name& name);
/// "Wit, Anna de"
[[nodiscard]] std::string formal_name(const Name& name);
/// By this people are sorted: folded surname, given name and infix.
[[nodiscard]] std::string sort_key(const Name& name);

struct Address {
  std::string street = {};
  std::string house_number = {};  ///< with its addition: "12a"
  std::string postcode = {};
  std::string city = {};
  std::string country = {};  ///< two letters; empty is the Netherlands

  bool operator==(const Address&) const = default;
};
BOOST_DESCRIBE_STRUCT(Address, (), (street, house_number, postcode, city, country))

struct Person {
  PersonId id;
  std::string personnel_number;  ///< the organisation's own key
  Name name;
  std::optional<Date> birth_date;
  std::optional<Sex> sex;
  std::string email;
  std::string phone;
  Address address;
  bool has_bsn = false;
  bool has_iban = false;

  bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, personnel_number, name, birth_date, sex, email, phone, address, has_bsn, has_iban))

/// A person as they are put: whole, but for BSN and IBAN, which stay as they are when absent and go when empty.
struct PersonEntry {
  std::string personnel_number = {};
  Name name = {};
  std::optional<Date> birth_date = {};
  std::optional<Sex> sex = {};
  std::string email = {};
  std::string phone = {};
  Address address = {};
  std::optional<std::string> bsn = {};
  std::optional<std::string> iban = {};

  bool operator==(const PersonEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonEntry, (), (personnel_number, name, birth_date, sex, email, phone, address, bsn, iban))

/// What a put did.
enum class Change { created, changed, same };
BOOST_DESCRIBE_ENUM(Change, created, changed, same)

template <class IdType>
struct Put {
  IdType id;
  Change change = Change::same;

  bool operator==(const Put&) const = default;
};

/// Makes the person with this personnel number, or changes them. A refusal leaves the transaction as it was, so that an
/// import can go on with its next row. Errors, with the member as place: missing_member (personnel_number,
/// name.surname), out_of_range (a text of more than 200 bytes, a birth date before 1900), bad_utf8, wrong_type (a
/// control character in a text), bad_bsn, bad_iban.
Result<Put<PersonId>> put_person(store::WriteTransaction& write, const PersonEntry& entry);

/// Gives a person another personnel number. Errors: unknown_person; personnel_number_taken.
Result<Done> renumber_person(store::WriteTransaction& write, PersonId person, const std::string& personnel_number);

/// Takes back a person who should never have been there (the undo of an import), with their contracts and roles. To
/// erase a person by right or by clock: retention.h. Error: unknown_person.
Result<Done> remove_person(store::WriteTransaction& write, PersonId person);

/// Error: unknown_person.
[[nodiscard]] Result<Person> person(store::ReadTransaction& read, PersonId person);
[[nodiscard]] Result<std::optional<PersonId>> person_numbered(store::ReadTransaction& read,
                                                              std::string_view personnel_number);
/// Whoever has this BSN; the lowest number when several do.
[[nodiscard]] Result<std::optional<PersonId>> person_with_bsn(store::ReadTransaction& read, std::string_view bsn);
/// What is sealed, opened. Errors: unknown_person, store_broken.
[[nodiscard]] Result<std::optional<std::string>> bsn_of(store::ReadTransaction& read, PersonId person);
[[nodiscard]] Result<std::optional<std::string>> iban_of(store::ReadTransaction& read, PersonId person);

}  // namespace collega::people

namespace collega {

template <>
struct FieldTable<people::Name> {
  static constexpr Field rows[] = {
      {.name = "given_name",
       .meaning = {"roepnaam", "given name in use"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "initials", .meaning = {"voorletters", "initials"}, .has_default = true, .personal = Personal::ordinary},
      {.name = "infix",
       .meaning = {"tussenvoegsel", "infix of the surname"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "surname", .meaning = {"achternaam", "surname"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<people::Address> {
  static constexpr Field rows[] = {
      {.name = "street", .meaning = {"straat", "street"}, .has_default = true, .personal = Personal::ordinary},
      {.name = "house_number",
       .meaning = {"huisnummer met toevoeging", "house number with its addition"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "postcode", .meaning = {"postcode", "postcode"}, .has_default = true, .personal = Personal::ordinary},
      {.name = "city",
       .meaning = {"woonplaats", "place of residence"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "country",
       .meaning = {"land, twee letters; leeg is Nederland", "country, two letters; empty is the Netherlands"},
       .has_default = true,
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<people::Person> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"nummer binnen Collega", "number within Collega"}},
      {.name = "personnel_number", .meaning = {"personeelsnummer", "personnel number"}, .personal = Personal::ordinary},
      {.name = "name", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
      {.name = "birth_date", .meaning = {"geboortedatum", "date of birth"}, .personal = Personal::ordinary},
      {.name = "sex",
       .meaning = {"geslacht volgens de salarisadministratie", "sex as payroll has it"},
       .personal = Personal::ordinary},
      {.name = "email",
       .meaning = {"e-mailadres", "e-mail address"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "phone",
       .meaning = {"telefoonnummer", "telephone number"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "address",
       .meaning = {"woonadres", "home address"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "has_bsn",
       .meaning = {"of het BSN bekend is", "whether the citizen service number is known"},
       .has_default = true},
      {.name = "has_iban",
       .meaning = {"of het rekeningnummer bekend is", "whether the bank account is known"},
       .has_default = true},
  };
};

// The BSN stands with what is special: it is not of art. 9, but the law asks a ground of its own for it (UAVG 46).
template <>
struct FieldTable<people::PersonEntry> {
  static constexpr Field rows[] = {
      {.name = "personnel_number", .meaning = {"personeelsnummer", "personnel number"}, .personal = Personal::ordinary},
      {.name = "name", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
      {.name = "birth_date", .meaning = {"geboortedatum", "date of birth"}, .personal = Personal::ordinary},
      {.name = "sex",
       .meaning = {"geslacht volgens de salarisadministratie", "sex as payroll has it"},
       .personal = Personal::ordinary},
      {.name = "email",
       .meaning = {"e-mailadres", "e-mail address"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "phone",
       .meaning = {"telefoonnummer", "telephone number"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "address",
       .meaning = {"woonadres", "home address"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "bsn",
       .meaning = {"burgerservicenummer, negen cijfers", "citizen service number, nine digits"},
       .personal = Personal::special},
      {.name = "iban", .meaning = {"rekeningnummer (IBAN)", "bank account (IBAN)"}, .personal = Personal::ordinary},
  };
};

}  // namespace collega
