#pragma once

// A small office for the tests of this module: a tree of units, and people put into it in a line each.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "collega/base/error.h"
#include "collega/people/people.h"
#include "collega/store_testing/store_test.h"

namespace collega::people {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr Date kStart = 2020y / 1 / 1;

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(describe(result.error(), Language::en) + ' ' + result.error().detail);
  return std::move(result).value();
}

/// One writing transaction, open as long as the test.
class OfficeTest : public store_testing::StoreTest {
 protected:
  OfficeTest() {
    const std::vector<store::Migration> steps = migrations();
    write_.emplace(must(open(steps).write()));
  }
  ~OfficeTest() override { write_.reset(); }

  store::WriteTransaction& write() { return *write_; }

  UnitId unit(const std::string& code, std::optional<UnitId> parent = {}, Date from = kStart) {
    return must(put_unit(write(), {.code = code, .name = "Team " + code, .parent = parent}, from)).id;
  }
  PersonId person(const std::string& number, const std::string& given_name, const std::string& surname,
                  const std::string& infix = "") {
    return must(put_person(write(),
                           {.personnel_number = number,
                            .name = {.given_name = given_name, .initials = {}, .infix = infix, .surname = surname}}))
        .id;
  }
  static Terms terms(UnitId unit, int hours = 36) {
    return {.minutes_per_week = hours * 60, .function = "Verpleegkundige", .unit = unit};
  }
  ContractId hire(PersonId person, UnitId unit, Date begin = kStart, std::optional<Date> end = {},
                  const std::string& number = "1", int hours = 36) {
    return must(put_contract(write(), {.person = person, .employment_number = number, .begin = begin, .end = end},
                             terms(unit, hours), begin))
        .id;
  }
  AssignmentId manage(PersonId person, UnitId unit, Date begin = kStart, std::optional<Date> end = {},
                      PersonRole role = PersonRole::manager) {
    return must(assign_role(write(),
                            {.id = {}, .person = person, .role = role, .of_unit = unit, .begin = begin, .end = end}))
        .id;
  }
  std::vector<std::string> listed(const PeopleQuery& query) {
    std::vector<std::string> names;
    for (const PersonRow& row : must(list_people(write(), query)).rows) names.push_back(display_name(row.name));
    return names;
  }
  static std::vector<PersonId> people_of(const std::vector<Leader>& leaders) {
    std::vector<PersonId> people;
    for (const Leader& leader : leaders) people.push_back(leader.person);
    return people;
  }

 private:
  std::optional<store::WriteTransaction> write_;
};

}  // namespace collega::people
