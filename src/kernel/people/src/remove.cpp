#include "remove.h"

#include "days.h"
#include "person_words.h"

namespace collega::people {

Result<std::int64_t> remove_roles(store::WriteTransaction& write, PersonId person) {
  return write.execute("delete from person_role where person_id = ? or of_person_id = ?", person, person);
}

Result<std::int64_t> remove_contact(store::WriteTransaction& write, PersonId person) {
  return write.execute("update person set email = '', phone = '' where id = ? and (email <> '' or phone <> '')",
                       person);
}

Result<std::int64_t> remove_contracts(store::WriteTransaction& write, PersonId person) {
  const auto last =
      TRY(write.first<Date>("select ends from contract where person_id = ? order by ends desc limit 1", person));
  if (!last) return std::int64_t{0};
  // The clocks of what stays run from the end of the last contract.
  TRY(write.execute("update person set left_on = ? where id = ?", end_of(*last), person));
  const std::int64_t terms = TRY(write.execute("delete from contract_terms where person_id = ?", person));
  return terms + TRY(write.execute("delete from contract where person_id = ?", person));
}

Result<std::int64_t> remove_person_row(store::WriteTransaction& write, PersonId id) {
  const Result<Person> known = person(write, id);
  if (!known && known.error().code == ErrorCode::unknown_person) return std::int64_t{0};
  if (!known) return known.error();
  TRY(remove_words(write, id, found_by(known->name, known->personnel_number).words));
  return write.execute("delete from person where id = ?", id);
}

}  // namespace collega::people
