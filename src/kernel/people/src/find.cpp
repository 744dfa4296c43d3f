#include "collega/people/find.h"

namespace collega::people {

Result<PersonId> find_person(store::ReadTransaction& read, std::string_view text) {
  if (const auto numbered = TRY(person_numbered(read, text))) return *numbered;
  const Error unknown{ErrorCode::unknown_person, std::string{text}};
  const Result<std::int64_t> number = parse_id(text);
  if (!number) return unknown;
  const PersonId id{number.value()};
  if (!person(read, id)) return unknown;
  return id;
}

}  // namespace collega::people
