#pragma once

// What goes into the library is checked once, here. Errors have the member as place.

#include "collega/library/documents.h"

namespace collega::library {

/// As people have it: no day in the records is earlier or later, so that a typing error in a year is seen.
constexpr Date kEarliest = people::kFirstDay;
constexpr Date kLatest{std::chrono::sys_days{std::chrono::year{2200} / 12 / 31}};

[[nodiscard]] Result<Done> check_document(store::ReadTransaction& read, const NewDocument& document);
[[nodiscard]] Result<Done> check_version(const NewVersion& version);
[[nodiscard]] Result<Done> check_unit(store::ReadTransaction& read, people::UnitId unit);
[[nodiscard]] Result<Done> check_person(store::ReadTransaction& read, people::PersonId person);

}  // namespace collega::library
