#pragma once

// A procedure that goes on after it was closed, a vacancy that colleagues may see, and where one may stand.

#include "vacancy_types.h"

namespace collega::hiring {

struct ReopenVacancyRequest {
  VacancyId vacancy;
  int version = 1;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReopenVacancyRequest, (), (vacancy, version, reason))

/// Of an applicant whose clock ran from the closing.
struct MovedErasure {
  ApplicationId application;
  std::string code;
  std::optional<Date> was;
  std::optional<Date> is;
};
BOOST_DESCRIBE_STRUCT(MovedErasure, (), (application, code, was, is))

struct ReopenedVacancy {
  ShownVacancy vacancy;
  std::vector<MovedErasure> erasures;
  std::int64_t gone = 0;
};
BOOST_DESCRIBE_STRUCT(ReopenedVacancy, (), (vacancy, erasures, gone))

struct ColleaguesRequest {
  VacancyId vacancy;
  int version = 1;
  bool open = true;
};
BOOST_DESCRIBE_STRUCT(ColleaguesRequest, (), (vacancy, version, open))

struct ForColleaguesRequest {
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(ForColleaguesRequest, (), (limit))

/// What a vacancy asks, and nothing of who applied.
struct OpenVacancy {
  VacancyId vacancy;
  std::string title;
  std::optional<std::string> unit_name;
  Moment since{};
  std::string text;
  std::vector<ProposedRequirement> requirements;
};
BOOST_DESCRIBE_STRUCT(OpenVacancy, (), (vacancy, title, unit_name, since, text, requirements))

struct OpenVacancies {
  std::vector<OpenVacancy> vacancies;
};
BOOST_DESCRIBE_STRUCT(OpenVacancies, (), (vacancies))

struct FindPlaceRequest {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(FindPlaceRequest, (), (text))

struct UnitChoice {
  std::string code;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(UnitChoice, (), (code, name))

struct UnitChoices {
  std::vector<UnitChoice> units;
  bool more = false;
};
BOOST_DESCRIBE_STRUCT(UnitChoices, (), (units, more))

struct ManagerChoice {
  std::string personnel_number;
  std::string name;
  std::optional<std::string> unit;
};
BOOST_DESCRIBE_STRUCT(ManagerChoice, (), (personnel_number, name, unit))

struct ManagerChoices {
  std::vector<ManagerChoice> managers;
  bool more = false;
};
BOOST_DESCRIBE_STRUCT(ManagerChoices, (), (managers, more))

namespace field {

constexpr Field kMore{.name = "more", .meaning = {"of er meer zijn", "whether there are more"}};

}  // namespace field

}  // namespace collega::hiring

namespace collega {

template <>
struct FieldTable<hiring::FindPlaceRequest> {
  static constexpr Field rows[] = {
      {.name = "text",
       .meaning = {"deel van een naam, of code of nummer", "part of a name, or code or number"},
       .has_default = true},
  };
};

template <>
struct FieldTable<hiring::UnitChoice> {
  static constexpr Field rows[] = {
      {.name = "code", .meaning = {"code van de afdeling", "code of the unit"}},
      {.name = "name", .meaning = {"naam van de afdeling", "name of the unit"}},
  };
};

template <>
struct FieldTable<hiring::UnitChoices> {
  static constexpr Field rows[] = {
      {.name = "units",
       .meaning = {"afdelingen, zoals de organisatie is ingedeeld", "units, as the organisation goes"}},
      hiring::field::kMore,
  };
};

template <>
struct FieldTable<hiring::ManagerChoice> {
  static constexpr Field rows[] = {
      {.name = "personnel_number", .meaning = {"personeelsnummer", "personnel number"}, .personal = Personal::ordinary},
      {.name = "name", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
      {.name = "unit", .meaning = {"afdeling", "unit"}},
  };
};

template <>
struct FieldTable<hiring::ManagerChoices> {
  static constexpr Field rows[] = {
      {.name = "managers", .meaning = {"wie leidinggeeft", "who leads"}},
      hiring::field::kMore,
  };
};

template <>
struct FieldTable<hiring::ReopenVacancyRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kVersion,
      {.name = "reason", .meaning = {"waarom de procedure verdergaat", "why the procedure goes on"}},
  };
};

template <>
struct FieldTable<hiring::MovedErasure> {
  static constexpr Field rows[] = {
      {.name = "application", .meaning = {"nummer van de kandidatuur", "number of the application"}},
      {.name = "code", .meaning = {"code van de kandidaat", "code of the candidate"}, .personal = Personal::ordinary},
      {.name = "was", .meaning = {"wanneer die gewist zou worden", "when they would have been erased"}},
      {.name = "is",
       .meaning = {"wanneer nu; leeg zolang een procedure loopt", "when now; empty while a procedure goes on"}},
  };
};

template <>
struct FieldTable<hiring::ReopenedVacancy> {
  static constexpr Field rows[] = {
      {.name = "vacancy", .meaning = {"de vacature zoals zij nu is", "the vacancy as it is now"}},
      {.name = "erasures",
       .meaning = {"van wie de bewaartermijn van het sluiten liep", "whose period of retention ran from the closing"}},
      {.name = "gone",
       .meaning = {"hoeveel kandidaten al gewist zijn; die blijven weg",
                   "how many candidates are erased already; they stay gone"},
       .min = 0},
  };
};

template <>
struct FieldTable<hiring::ColleaguesRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kVersion,
      {.name = "open",
       .meaning = {"of collega's haar mogen zien; nee trekt dat in", "whether colleagues may see it; no takes it back"},
       .has_default = true},
  };
};

template <>
struct FieldTable<hiring::ForColleaguesRequest> {
  static constexpr Field rows[] = {hiring::field::kLimit};
};

template <>
struct FieldTable<hiring::OpenVacancy> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kTitle,
      {.name = "unit_name", .meaning = {"naam van de afdeling", "name of the unit"}},
      {.name = "since", .meaning = {"sinds wanneer voor collega's", "open to colleagues since"}},
      hiring::field::kText,
      {.name = "requirements", .meaning = {"de vastgestelde criteria", "the frozen requirements"}},
  };
};

template <>
struct FieldTable<hiring::OpenVacancies> {
  static constexpr Field rows[] = {
      {.name = "vacancies", .meaning = {"vacatures op titel", "vacancies by title"}},
  };
};

}  // namespace collega
