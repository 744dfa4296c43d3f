#pragma once

// What was agreed on work, and since when.
//
//   contract  one employment of a person: [begin, end), its end open as long as none is agreed
//   terms     hours, pay, function and unit from a day on, until the next row or the end of the contract
//
// Everywhere inside, `end` is the first day that no longer counts; people and payroll exports name the last day that
// does: end_after(last_day) goes between. The day of a change belongs to what is new.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/people/person.h"
#include "collega/people/units.h"

namespace collega::people {

struct Contract;
using ContractId = Id<Contract>;

/// The first day after `last_day`, and the last day before `end`.
[[nodiscard]] constexpr Date end_after(Date last_day) { return last_day.days() + std::chrono::days{1}; }
[[nodiscard]] constexpr Date last_day_before(Date end) { return end.days() - std::chrono::days{1}; }

enum class ContractKind { permanent, temporary, on_call, intern, hired_in, volunteer };
BOOST_DESCRIBE_ENUM(ContractKind, permanent, temporary, on_call, intern, hired_in, volunteer)

enum class WagePer { month, hour };
BOOST_DESCRIBE_ENUM(WagePer, month, hour)

/// Nobody is contracted for more: the Working Hours Act (art. 5:7) allows 60 hours in one week at most.
constexpr int kMostMinutes = 60 * 60;

struct Terms {
  int minutes_per_week = 0;         ///< 0 (on call) to kMostMinutes
  int full_time_minutes = 36 * 60;  ///< of whoever works full time; 1 to kMostMinutes
  std::string function = {};        ///< title
  UnitId unit = {};
  std::optional<PositionId> position = {};
  std::string scale = {};
  std::string step = {};
  std::optional<Money> wage = {};  ///< at full time per month, or per hour
  WagePer wage_per = WagePer::month;

  bool operator==(const Terms&) const = default;
};
BOOST_DESCRIBE_STRUCT(Terms, (),
                      (minutes_per_week, full_time_minutes, function, unit, position, scale, step, wage, wage_per))

/// Terms from a day on. `end` follows from the next row and the contract, and is only read.
struct TermsFrom {
  Date begin = {};
  std::optional<Date> end = {};
  Terms terms = {};

  bool operator==(const TermsFrom&) const = default;
};
BOOST_DESCRIBE_STRUCT(TermsFrom, (), (begin, end, terms))

/// The key of a contract: person, employment number and begin.
struct ContractEntry {
  PersonId person = {};
  std::string employment_number = {};  ///< the payroll's number of this employment: "1", "2" for who has two
  ContractKind kind = ContractKind::permanent;
  Date begin = {};
  std::optional<Date> end = {};  ///< first day no longer in service; absent: open

  bool operator==(const ContractEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(ContractEntry, (), (person, employment_number, kind, begin, end))

struct Contract {
  ContractId id;
  ContractEntry entry;
  std::vector<TermsFrom> terms;  ///< the oldest first; the first begins with the contract

  bool operator==(const Contract&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contract, (), (id, entry, terms))

/// Makes or changes the contract with this key, with `terms` from the day `from`: what was agreed before that day
/// stays, what stood from that day on goes. Where the terms of that day are these already, later rows stay too. A new
/// contract's terms count from its begin, whatever `from` says. Rows behind an earlier end go. A refusal leaves the
/// transaction as it was. Errors, with the member as place: unknown_person; unknown_unit and unknown_position (not
/// there on the day the terms begin); contract_overlaps (another with this person and number, with its begin);
/// end_before_begin (also equal: a contract of one day ends the day after); out_of_range (minutes, a wage below zero, a
/// day before 1900 or after 2200, `from` outside the contract); missing_member (employment_number).
Result<Put<ContractId>> put_contract(store::WriteTransaction& write, const ContractEntry& entry, const Terms& terms,
                                     Date from);

/// Makes or replaces the contract with this key and all of its terms: a generator's, or an undo's. `terms` by growing
/// begin, the first at the contract's begin; their ends are not looked at. Errors as above.
Result<Put<ContractId>> put_contract_history(store::WriteTransaction& write, const ContractEntry& entry,
                                             const std::vector<TermsFrom>& terms);

/// `end` is the first day no longer in service; absent opens the contract again. Errors: unknown_contract,
/// end_before_begin, contract_overlaps.
Result<Done> end_contract(store::WriteTransaction& write, ContractId contract, std::optional<Date> end);

/// Takes back a contract that never was (the undo of an import). Error: unknown_contract.
Result<Done> remove_contract(store::WriteTransaction& write, ContractId contract);

/// All of a person's contracts, the oldest first; none for whom nobody knows.
[[nodiscard]] Result<std::vector<Contract>> contracts_of(store::ReadTransaction& read, PersonId person);
/// Error: unknown_contract.
[[nodiscard]] Result<Contract> contract(store::ReadTransaction& read, ContractId contract);

}  // namespace collega::people

namespace collega {

template <>
struct FieldTable<people::Terms> {
  static constexpr Field rows[] = {
      {.name = "minutes_per_week",
       .meaning = {"contracturen", "contracted hours"},
       .unit = "min/week",
       .min = 0,
       .max = people::kMostMinutes,
       .personal = Personal::ordinary},
      {.name = "full_time_minutes",
       .meaning = {"werkweek bij voltijd", "full-time week"},
       .unit = "min/week",
       .min = 1,
       .max = people::kMostMinutes,
       .has_default = true},
      {.name = "function", .meaning = {"functie", "function title"}, .personal = Personal::ordinary},
      {.name = "unit", .meaning = {"afdeling", "unit"}, .personal = Personal::ordinary},
      {.name = "position", .meaning = {"formatieplaats", "position"}, .personal = Personal::ordinary},
      {.name = "scale", .meaning = {"loonschaal", "pay scale"}, .has_default = true, .personal = Personal::ordinary},
      {.name = "step", .meaning = {"trede", "pay step"}, .has_default = true, .personal = Personal::ordinary},
      {.name = "wage",
       .meaning = {"brutoloon bij voltijd", "gross wage at full time"},
       .unit = "cents",
       .personal = Personal::ordinary},
      {.name = "wage_per", .meaning = {"loon per maand of per uur", "wage per month or per hour"}, .has_default = true},
  };
};

template <>
struct FieldTable<people::TermsFrom> {
  static constexpr Field rows[] = {
      {.name = "begin", .meaning = {"eerste dag", "first day"}, .personal = Personal::ordinary},
      {.name = "end",
       .meaning = {"eerste dag die niet meer telt", "first day that no longer counts"},
       .personal = Personal::ordinary},
      {.name = "terms", .meaning = {"wat er is afgesproken", "what was agreed"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<people::ContractEntry> {
  static constexpr Field rows[] = {
      {.name = "person", .meaning = {"medewerker", "employee"}, .personal = Personal::ordinary},
      {.name = "employment_number",
       .meaning = {"nummer van het dienstverband", "number of the employment"},
       .personal = Personal::ordinary},
      {.name = "kind",
       .meaning = {"soort contract", "kind of contract"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "begin", .meaning = {"eerste dag in dienst", "first day in service"}, .personal = Personal::ordinary},
      {.name = "end",
       .meaning = {"eerste dag niet meer in dienst", "first day no longer in service"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<people::Contract> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"nummer binnen Collega", "number within Collega"}},
      {.name = "entry", .meaning = {"dienstverband", "employment"}, .personal = Personal::ordinary},
      {.name = "terms", .meaning = {"afspraken door de tijd", "terms through time"}, .personal = Personal::ordinary},
  };
};

}  // namespace collega
