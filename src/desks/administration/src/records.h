#pragma once

// What is known already of whom a file names, each looked up once.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "collega/people/contract.h"
#include "collega/people/person.h"
#include "collega/people/roles.h"
#include "collega/people/units.h"
#include "collega/store/store.h"

namespace collega::administration {

struct KnownPerson {
  people::Person person;
  std::optional<std::string> bsn;
  std::optional<std::string> iban;
  std::vector<people::Contract> contracts;
  std::vector<people::Assignment> managers;  ///< named for this person
};

struct KnownUnit {
  people::UnitId id;
  std::vector<people::UnitFrom> history;
  std::vector<std::optional<std::string>> parents;  ///< of each row of the history the code of the unit above
};

/// The row of a history on a day.
template <class Row>
[[nodiscard]] const Row* on_day(const std::vector<Row>& rows, Date day) {
  for (const Row& row : rows) {
    if (row.begin <= day && (!row.end || day < *row.end)) return &row;
  }
  return nullptr;
}

class Records {
 public:
  explicit Records(store::ReadTransaction& read) : read_(read) {}

  /// Null for whom nobody knows.
  [[nodiscard]] Result<const KnownPerson*> person(const std::string& personnel_number);
  [[nodiscard]] Result<std::optional<people::PersonId>> person_id(const std::string& personnel_number);
  [[nodiscard]] Result<const KnownUnit*> unit(const std::string& code);
  [[nodiscard]] Result<std::optional<people::PositionId>> position(const std::string& code);
  /// The code of the unit above on that day.
  [[nodiscard]] Result<std::optional<std::string>> parent_of(const std::string& code, Date day);
  /// Whoever was, is or will be its manager.
  [[nodiscard]] Result<std::vector<people::Assignment>> managers_of_unit(const std::string& code);
  /// The personnel number of somebody else who has this BSN.
  [[nodiscard]] Result<std::optional<std::string>> other_with_bsn(const std::string& bsn,
                                                                  const std::string& personnel_number);

 private:
  [[nodiscard]] Result<std::optional<std::string>> code_of(people::UnitId unit, Date day);

  store::ReadTransaction& read_;
  std::unordered_map<std::string, std::optional<people::PersonId>> ids_;
  std::unordered_map<std::string, std::optional<KnownPerson>> people_;
  std::unordered_map<std::string, std::optional<KnownUnit>> units_;
  std::unordered_map<std::string, std::optional<people::PositionId>> positions_;
  std::unordered_map<std::string, std::optional<std::string>> bsn_owners_;
  std::unordered_map<std::int64_t, std::string> codes_;  // by number of the unit
};

/// All of a person, as an image or a plan needs it.
[[nodiscard]] Result<KnownPerson> load_person(store::ReadTransaction& read, people::PersonId person);

}  // namespace collega::administration
