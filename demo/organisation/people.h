#pragma once

// Persons who do not exist.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "calendar.h"
#include "random.h"
#include "structure.h"
#include "words.h"

namespace collega::organisation {

enum class ContractKind { permanent, temporary, on_call, intern, hired_in };

struct NameFrom {
  Date from;
  std::string infix;
  std::string surname;
};

struct AddressFrom {
  Date from;
  std::string street;
  std::string number;
  std::string postcode;
  std::string town;
};

/// From a day on: this seat, in this function.
struct Placement {
  Date from;
  SeatIndex seat;
  FunctionId function;
};

/// A time in service without a gap.
struct Stay {
  Date begin;
  std::optional<Date> last = {};  ///< last day in service
  ContractKind kind;              ///< with which it begins
  bool beside = false;            ///< a second contract, next to another stay
  std::vector<Placement> placements;
};

struct Terms {
  Date from;
  UnitIndex unit;
  FunctionId function;
  int step;
  int minutes;  ///< a week
  Money wage;   ///< a month at full time
};

struct Contract {
  int number;  ///< of the employment: "1", "2"
  ContractKind kind;
  Date begin;
  std::optional<Date> last = {};
  std::vector<Terms> terms;  ///< the oldest first
};

/// Both days included.
struct Days {
  Date first;
  Date last;
};

struct Person {
  int number = 0;  ///< personnel number
  bool woman = false;
  std::size_t origin = 0;
  Date birth;
  std::string given_name;
  std::string initials;
  std::string email;
  std::string phone;
  std::string bsn;
  std::string iban;
  std::vector<NameFrom> names;
  std::vector<AddressFrom> addresses;
  std::vector<Stay> stays;
  std::vector<Contract> contracts;
  std::vector<Days> maternity;
};

template <class From>
[[nodiscard]] const From& on_day(const std::vector<From>& history, Date day) {
  const From* found = &history.front();
  for (const From& row : history) {
    if (row.from <= day) found = &row;
  }
  return *found;
}

class PeopleMaker {
 public:
  PeopleMaker(const AllWords& words, Random& random) : words_{words}, random_{random} {}

  /// Somebody of `youngest` to `oldest` years on `day`.
  [[nodiscard]] Person make(int women_of_hundred, int youngest, int oldest, Date day);
  /// After a wedding: the partner's surname before one's own.
  [[nodiscard]] NameFrom married_name(const Person& person, Date from);
  [[nodiscard]] AddressFrom address(Date from);

 private:
  std::string next_bsn();
  std::string next_iban();
  std::string unique_email(const Person& person);
  void name(Person& person);

  const AllWords& words_;
  Random& random_;
  int made_ = 0;
  int bsn_block_ = 9999;
  std::vector<std::string> bsns_;
  std::set<std::string> emails_;
};

}  // namespace collega::organisation
