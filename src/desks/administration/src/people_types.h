#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/people/people.h"

namespace collega::administration {

struct ListPeopleRequest {
  std::optional<Date> as_of;
  std::vector<std::string> units;
  std::string text;
  people::Whom whom = people::Whom::in_service;
  std::optional<people::PersonId> after;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(ListPeopleRequest, (), (as_of, units, text, whom, after, limit))

struct ListedPerson {
  std::string personnel_number;
  std::string name;
  std::string function;
  std::string unit;
  std::optional<double> hours;
  std::optional<Date> begin;
  std::optional<Date> last_day;
  std::string manager;
  people::PersonId person;
};
BOOST_DESCRIBE_STRUCT(ListedPerson, (),
                      (personnel_number, name, function, unit, hours, begin, last_day, manager, person))

struct PeopleList {
  std::vector<ListedPerson> people;
  std::optional<people::PersonId> next;
};
BOOST_DESCRIBE_STRUCT(PeopleList, (), (people, next))

struct ShowPersonRequest {
  std::string person;
  std::optional<Date> as_of;
};
BOOST_DESCRIBE_STRUCT(ShowPersonRequest, (), (person, as_of))

struct ListUnitsRequest {
  std::optional<Date> as_of;
};
BOOST_DESCRIBE_STRUCT(ListUnitsRequest, (), (as_of))

struct ListedUnit {
  std::string code;
  std::string name;
  std::optional<std::string> parent;
  int depth = 0;
};
BOOST_DESCRIBE_STRUCT(ListedUnit, (), (code, name, parent, depth))

struct UnitList {
  std::vector<ListedUnit> units;
};
BOOST_DESCRIBE_STRUCT(UnitList, (), (units))

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::ListPeopleRequest> {
  static constexpr Field rows[] = {
      {.name = "as_of", .meaning = {"peildatum; weggelaten: vandaag", "as of; left out: today"}},
      {.name = "units",
       .meaning = {"codes van afdelingen, met wat eronder valt; weggelaten: alle",
                   "codes of units, with what is under them; left out: all"},
       .has_default = true},
      {.name = "text",
       .meaning = {"begin van naam of personeelsnummer", "begin of a name or personnel number"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "whom",
       .meaning = {"wie in dienst is, of iedereen ooit", "who is in service, or whoever was"},
       .has_default = true},
      {.name = "after", .meaning = {"waar de vorige bladzijde ophield", "where the page before stopped"}},
      {.name = "limit",
       .meaning = {"mensen op een bladzijde", "people on a page"},
       .min = 1,
       .max = people::kLargestPage,
       .has_default = true},
  };
};

template <>
struct FieldTable<administration::ListedPerson> {
  static constexpr Field rows[] = {
      {.name = "personnel_number", .meaning = {"nummer", "number"}, .personal = Personal::ordinary},
      {.name = "name", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
      {.name = "function", .meaning = {"functie", "function"}, .personal = Personal::ordinary},
      {.name = "unit", .meaning = {"afdeling", "unit"}, .personal = Personal::ordinary},
      {.name = "hours", .meaning = {"uren", "hours"}, .unit = "hours a week", .personal = Personal::ordinary},
      {.name = "begin", .meaning = {"in dienst", "in service"}, .personal = Personal::ordinary},
      {.name = "last_day", .meaning = {"laatste dag", "last day"}, .personal = Personal::ordinary},
      {.name = "manager", .meaning = {"leidinggevende", "manager"}, .personal = Personal::ordinary},
      {.name = "person", .meaning = {"id", "id"}},
  };
};

template <>
struct FieldTable<administration::PeopleList> {
  static constexpr Field rows[] = {
      {.name = "people", .meaning = {"mensen", "people"}, .personal = Personal::ordinary},
      {.name = "next", .meaning = {"volgende bladzijde: --after", "next page: --after"}},
  };
};

template <>
struct FieldTable<administration::ShowPersonRequest> {
  static constexpr Field rows[] = {
      {.name = "person",
       .meaning = {"personeelsnummer of id", "personnel number or id"},
       .personal = Personal::ordinary},
      {.name = "as_of", .meaning = {"peildatum; weggelaten: vandaag", "as of; left out: today"}},
  };
};

template <>
struct FieldTable<administration::ListUnitsRequest> {
  static constexpr Field rows[] = {
      {.name = "as_of", .meaning = {"peildatum; weggelaten: vandaag", "as of; left out: today"}},
  };
};

template <>
struct FieldTable<administration::ListedUnit> {
  static constexpr Field rows[] = {
      {.name = "code", .meaning = {"code", "code"}},
      {.name = "name", .meaning = {"naam", "name"}},
      {.name = "parent", .meaning = {"valt onder", "is under"}},
      {.name = "depth", .meaning = {"niveau", "level"}, .min = 0},
  };
};

template <>
struct FieldTable<administration::UnitList> {
  static constexpr Field rows[] = {
      {.name = "units", .meaning = {"afdelingen", "units"}},
  };
};

}  // namespace collega
