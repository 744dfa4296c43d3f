#include <algorithm>

#include "check_text.h"
#include "collega/base/checksums.h"
#include "collega/people/person.h"
#include "collega/store/seal.h"
#include "days.h"
#include "names.h"
#include "person_rows.h"
#include "person_words.h"
#include "remove.h"

namespace collega::people {
namespace {

Result<Done> check(const PersonEntry& entry) {
  TRY(check_needed(entry.personnel_number, "personnel_number"));
  TRY(check_needed(entry.name.surname, "name.surname"));
  TRY(check_text(entry.name.given_name, "name.given_name"));
  TRY(check_text(entry.name.initials, "name.initials"));
  TRY(check_text(entry.name.infix, "name.infix"));
  TRY(check_text(entry.email, "email"));
  TRY(check_text(entry.phone, "phone"));
  TRY(check_text(entry.address.street, "address.street"));
  TRY(check_text(entry.address.house_number, "address.house_number"));
  TRY(check_text(entry.address.postcode, "address.postcode"));
  TRY(check_text(entry.address.city, "address.city"));
  TRY(check_text(entry.address.country, "address.country"));
  if (entry.birth_date) TRY(check_day(*entry.birth_date, "birth_date"));
  if (entry.bsn && !entry.bsn->empty() && !is_bsn(*entry.bsn)) return Error{ErrorCode::bad_bsn, "bsn"};
  if (entry.iban && !entry.iban->empty() && !is_iban(*entry.iban)) return Error{ErrorCode::bad_iban, "iban"};
  return Done{};
}

/// What is to be sealed: an absent entry leaves what is kept, an empty one takes it away.
std::optional<std::string> wished(const std::optional<std::string>& entered, const std::optional<std::string>& kept) {
  if (!entered) return kept;
  return entered->empty() ? std::nullopt : entered;
}

std::optional<std::string> in_one_shape(const std::optional<std::string>& iban) {
  return iban ? std::optional{plain_iban(*iban)} : std::nullopt;
}

Result<Done> seal_bsn(store::WriteTransaction& write, PersonId person, const std::optional<std::string>& bsn) {
  if (!bsn) {
    TRY(write.execute("update person set bsn = null, bsn_digest = null where id = ?", person));
    return Done{};
  }
  const std::string sealed = write.seal().close(*bsn, {"person.bsn", person.number});
  TRY(write.execute("update person set bsn = ?, bsn_digest = ? where id = ?", store::Blob{sealed},
                    write.seal().digest("person.bsn", *bsn), person));
  return Done{};
}

Result<Done> seal_iban(store::WriteTransaction& write, PersonId person, const std::optional<std::string>& iban) {
  std::optional<std::string> sealed;
  if (iban) sealed = write.seal().close(*iban, {"person.iban", person.number});
  const auto bytes = sealed ? std::optional{store::Blob{*sealed}} : std::nullopt;
  TRY(write.execute("update person set iban = ? where id = ?", bytes, person));
  return Done{};
}

Result<Put<PersonId>> create(store::WriteTransaction& write, const PersonEntry& entry) {
  const auto id = write.new_id<PersonId>();
  const Found found = found_by(entry.name, entry.personnel_number);
  const auto bsn = wished(entry.bsn, {});
  const auto iban = wished(in_one_shape(entry.iban), {});
  const std::string sealed_bsn = bsn ? write.seal().close(*bsn, {"person.bsn", id.number}) : "";
  const std::string sealed_iban = iban ? write.seal().close(*iban, {"person.iban", id.number}) : "";
  const auto digest = bsn ? std::optional{write.seal().digest("person.bsn", *bsn)} : std::nullopt;
  TRY(write.execute(
      "insert into person (id, personnel_number, given_name, initials, infix, surname, sort_name, words, birth_date, "
      "sex,"
      " email, phone, street, house_number, postcode, city, country, bsn, bsn_digest, iban)"
      " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      id, entry.personnel_number, entry.name.given_name, entry.name.initials, entry.name.infix, entry.name.surname,
      found.sort_name, joined(found.words), entry.birth_date, entry.sex, entry.email, entry.phone, entry.address.street,
      entry.address.house_number, entry.address.postcode, entry.address.city, entry.address.country,
      bsn ? std::optional{store::Blob{sealed_bsn}} : std::nullopt, digest,
      iban ? std::optional{store::Blob{sealed_iban}} : std::nullopt));
  TRY(add_words(write, id, found.words));
  return Put<PersonId>{id, Change::created};
}

Result<Put<PersonId>> change(store::WriteTransaction& write, const Person& before, const PersonEntry& entry) {
  Person after = before;
  after.name = entry.name;
  after.birth_date = entry.birth_date;
  after.sex = entry.sex;
  after.email = entry.email;
  after.phone = entry.phone;
  after.address = entry.address;
  Change change = Change::same;
  if (after != before) {
    TRY(write.execute(
        "update person set given_name = ?, initials = ?, infix = ?, surname = ?, birth_date = ?, sex = ?,"
        " email = ?, phone = ?, street = ?, house_number = ?, postcode = ?, city = ?, country = ? where id = ?",
        after.name.given_name, after.name.initials, after.name.infix, after.name.surname, after.birth_date, after.sex,
        after.email, after.phone, after.address.street, after.address.house_number, after.address.postcode,
        after.address.city, after.address.country, before.id));
    TRY(refresh(write, before.id, found_by(before.name, before.personnel_number),
                found_by(after.name, after.personnel_number)));
    change = Change::changed;
  }
  if (entry.bsn) {
    const auto kept = TRY(bsn_of(write, before.id));
    if (const auto bsn = wished(entry.bsn, kept); bsn != kept) {
      TRY(seal_bsn(write, before.id, bsn));
      change = Change::changed;
    }
  }
  if (entry.iban) {
    const auto kept = TRY(iban_of(write, before.id));
    if (const auto iban = wished(in_one_shape(entry.iban), kept); iban != kept) {
      TRY(seal_iban(write, before.id, iban));
      change = Change::changed;
    }
  }
  return Put<PersonId>{before.id, change};
}

}  // namespace

Result<Put<PersonId>> put_person(store::WriteTransaction& write, const PersonEntry& entry) {
  TRY(check(entry));
  const auto known = TRY(person_numbered(write, entry.personnel_number));
  if (!known) return create(write, entry);
  return change(write, TRY(person(write, *known)), entry);
}

Result<Done> renumber_person(store::WriteTransaction& write, PersonId id, const std::string& personnel_number) {
  TRY(check_needed(personnel_number, "personnel_number"));
  const Person before = TRY(person(write, id));
  const auto other = TRY(person_numbered(write, personnel_number));
  if (other && *other != id) return Error{ErrorCode::personnel_number_taken, personnel_number};
  TRY(write.execute("update person set personnel_number = ? where id = ?", personnel_number, id));
  return refresh(write, id, found_by(before.name, before.personnel_number), found_by(before.name, personnel_number));
}

Result<Done> remove_person(store::WriteTransaction& write, PersonId id) {
  TRY(sort_name_of(write, id, "person"));
  TRY(remove_roles(write, id));
  TRY(remove_contracts(write, id));
  TRY(remove_person_row(write, id));
  return Done{};
}

}  // namespace collega::people
