#pragma once

// Reading as of a day: who works where, under whom.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/people/contract.h"
#include "collega/people/person.h"
#include "collega/people/roles.h"
#include "collega/people/units.h"
#include "collega/store/store.h"

namespace collega::people {

/// The steps of this module's tables.
[[nodiscard]] std::vector<store::Migration> migrations();

enum class Reach { with_units_under, exactly };
BOOST_DESCRIBE_ENUM(Reach, with_units_under, exactly)

/// in_service: with a contract on the day. ever: whoever is kept, also who left or is still to come.
enum class Whom { in_service, ever };
BOOST_DESCRIBE_ENUM(Whom, in_service, ever)

/// Someone who leads, and of what: of the unit, or (no unit) of the person.
struct Leader {
  PersonId person;
  Name name;
  PersonRole role = PersonRole::manager;
  std::optional<UnitId> unit;

  bool operator==(const Leader&) const = default;
};
BOOST_DESCRIBE_STRUCT(Leader, (), (person, name, role, unit))

/// A contract on a day.
struct Job {
  ContractId contract;
  std::string employment_number;
  ContractKind kind = ContractKind::permanent;
  Date begin;               ///< of the contract
  std::optional<Date> end;  ///< of the contract: first day no longer in service
  Date since;               ///< of the terms
  Terms terms;
  std::string unit_name;  ///< on that day

  bool operator==(const Job&) const = default;
};
BOOST_DESCRIBE_STRUCT(Job, (), (contract, employment_number, kind, begin, end, since, terms, unit_name))

struct PeopleQuery {
  Date as_of = {};
  /// Absent: the whole organisation. An empty list is nobody: a manager without units sees none.
  std::optional<std::vector<UnitId>> units = {};
  Reach reach = Reach::with_units_under;
  /// Each word begins a word of the name, or the personnel number: "wit ann". Case and accents do not matter.
  std::string text = {};
  Whom whom = Whom::in_service;
  std::optional<PersonId> after = {};  ///< `next` of the page before
  int limit = 50;                      ///< 1 to kLargestPage
};
constexpr int kLargestPage = 500;

/// One person of a list, with the job that has most hours of those that were asked for (the oldest of equals); none for
/// whom no contract runs that day.
struct PersonRow {
  PersonId person;
  std::string personnel_number;
  Name name;
  std::optional<Job> job;
  std::vector<Leader> managers;  ///< as managers_of(person): in that job

  bool operator==(const PersonRow&) const = default;
};

struct PeoplePage {
  std::vector<PersonRow> rows;
  std::optional<PersonId> next;  ///< absent on the last page
};

/// By name (person.h, sort_key), each person once. With Whom::ever and units: whoever ever worked there. Costs some
/// milliseconds a page, however many people there are. Errors: out_of_range (limit), unknown_person (after).
[[nodiscard]] Result<PeoplePage> list_people(store::ReadTransaction& read, const PeopleQuery& query);

struct PersonAsOf {
  Person person;
  std::vector<Job> jobs;         ///< most hours first; none when not in service that day
  std::vector<Leader> managers;  ///< as managers_of

  bool operator==(const PersonAsOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonAsOf, (), (person, jobs, managers))

/// Error: unknown_person.
[[nodiscard]] Result<PersonAsOf> person_as_of(store::ReadTransaction& read, PersonId person, Date day);
/// Error: none; without a contract that day there are none.
[[nodiscard]] Result<std::vector<Job>> jobs_as_of(store::ReadTransaction& read, PersonId person, Date day);

/// Who leads a unit on a day: its managers, without any its deputies, without any those of the unit above, and so on.
[[nodiscard]] Result<std::vector<Leader>> managers_of(store::ReadTransaction& read, UnitId unit, Date day);

/// Whom a person answers to: the managers named for themself, else those of the units they work in. Nobody is their own
/// manager: for a manager it is whoever leads the unit above, for a deputy the unit's manager.
[[nodiscard]] Result<std::vector<Leader>> managers_of(store::ReadTransaction& read, PersonId person, Date day);

/// The units that a person leads on a day, as manager or deputy, and all under them, by number.
[[nodiscard]] Result<std::vector<UnitId>> units_led_by(store::ReadTransaction& read, PersonId person, Date day);

/// Whether `leader` leads `person` on a day: is manager or deputy of the person, or of a unit the person works in, or
/// of one above it. In one unit a manager leads its deputies; managers do not lead each other, nor does a deputy lead a
/// manager.
[[nodiscard]] Result<bool> leads_on(store::ReadTransaction& read, PersonId leader, PersonId person, Date day);

}  // namespace collega::people

namespace collega {

template <>
struct FieldTable<people::Leader> {
  static constexpr Field rows[] = {
      {.name = "person", .meaning = {"wie leiding geeft", "who leads"}, .personal = Personal::ordinary},
      {.name = "name", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
      {.name = "role", .meaning = {"rol", "role"}, .personal = Personal::ordinary},
      {.name = "unit", .meaning = {"van welke afdeling", "of which unit"}},
  };
};

template <>
struct FieldTable<people::Job> {
  static constexpr Field rows[] = {
      {.name = "contract", .meaning = {"dienstverband", "contract"}},
      {.name = "employment_number",
       .meaning = {"nummer van het dienstverband", "number of the employment"},
       .personal = Personal::ordinary},
      {.name = "kind", .meaning = {"soort contract", "kind of contract"}, .personal = Personal::ordinary},
      {.name = "begin", .meaning = {"eerste dag in dienst", "first day in service"}, .personal = Personal::ordinary},
      {.name = "end",
       .meaning = {"eerste dag niet meer in dienst", "first day no longer in service"},
       .personal = Personal::ordinary},
      {.name = "since",
       .meaning = {"sinds wanneer dit zo is afgesproken", "since when this is agreed"},
       .personal = Personal::ordinary},
      {.name = "terms", .meaning = {"wat er is afgesproken", "what was agreed"}, .personal = Personal::ordinary},
      {.name = "unit_name", .meaning = {"naam van de afdeling", "name of the unit"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<people::PersonAsOf> {
  static constexpr Field rows[] = {
      {.name = "person", .meaning = {"persoonsgegevens", "personal details"}, .personal = Personal::ordinary},
      {.name = "jobs", .meaning = {"werk op de peildatum", "work on that day"}, .personal = Personal::ordinary},
      {.name = "managers", .meaning = {"leidinggevenden", "managers"}, .personal = Personal::ordinary},
  };
};

}  // namespace collega
