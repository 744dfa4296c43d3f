#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/people/retention.h"
#include "everything_told.h"

namespace collega::oversight {

struct EverythingRequest {
  std::string person;
  std::optional<std::string> pdf;
};
BOOST_DESCRIBE_STRUCT(EverythingRequest, (), (person, pdf))

struct EverythingAnswer {
  people::PersonId person;
  Json kept;
  std::vector<ToldKind> told;
  std::optional<std::string> pdf;
};
BOOST_DESCRIBE_STRUCT(EverythingAnswer, (), (person, kept, told, pdf))

struct EraseRequest {
  std::string person;
  people::Ground ground = people::Ground::request;
};
BOOST_DESCRIBE_STRUCT(EraseRequest, (), (person, ground))

struct DueRequest {
  std::optional<people::PersonId> after;
  int people = 1000;
};
BOOST_DESCRIBE_STRUCT(DueRequest, (), (after, people))

/// What is past its period, in the words of who keeps it.
struct ListedDue {
  people::PersonId person;
  std::string personnel_number;
  std::string kind;
  std::string title;
  std::string clock;
  Date since;
};
BOOST_DESCRIBE_STRUCT(ListedDue, (), (person, personnel_number, kind, title, clock, since))

struct DueList {
  std::vector<ListedDue> rows;
  std::optional<people::PersonId> next;
};
BOOST_DESCRIBE_STRUCT(DueList, (), (rows, next))

struct EraseDueRequest {
  bool dry_run = false;
};
BOOST_DESCRIBE_STRUCT(EraseDueRequest, (), (dry_run))

struct EraseDueAnswer {
  std::int64_t people = 0;
  std::int64_t kinds = 0;
  bool done = false;
};
BOOST_DESCRIBE_STRUCT(EraseDueAnswer, (), (people, kinds, done))

struct PeriodsRequest {};
BOOST_DESCRIBE_STRUCT(PeriodsRequest, (), ())

struct PeriodsAnswer {
  std::vector<people::RetentionRule> periods;
};
BOOST_DESCRIBE_STRUCT(PeriodsAnswer, (), (periods))

struct SetPeriodRequest {
  std::string clock;
  int count = 0;
  people::Length length = people::Length::years;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SetPeriodRequest, (), (clock, count, length, reason))

}  // namespace collega::oversight

namespace collega {

template <>
struct FieldTable<oversight::EverythingRequest> {
  static constexpr Field rows[] = {
      {.name = "person",
       .meaning = {"personeelsnummer of nummer binnen Collega", "personnel number or id"},
       .personal = Personal::ordinary},
      {.name = "pdf", .meaning = {"schrijf het ook naar deze PDF", "write it to this PDF too"}, .paper = Paper::made},
  };
};

template <>
struct FieldTable<oversight::EverythingAnswer> {
  static constexpr Field rows[] = {
      {.name = "person", .meaning = {"nummer binnen Collega", "id"}},
      {.name = "kept",
       .meaning = {"alles wat bewaard wordt, per soort", "everything that is kept, by kind"},
       .personal = Personal::special},
      {.name = "told", .meaning = {"hetzelfde in woorden", "the same in words"}, .personal = Personal::special},
      {.name = "pdf", .meaning = {"de PDF", "the PDF"}},
  };
};

template <>
struct FieldTable<oversight::EraseRequest> {
  static constexpr Field rows[] = {
      {.name = "person",
       .meaning = {"personeelsnummer of nummer binnen Collega", "personnel number or id"},
       .personal = Personal::ordinary},
      {.name = "ground",
       .meaning = {"waarom: de termijn is om, of de persoon vraagt erom",
                   "why: the period is over, or the person asks for it"},
       .has_default = true},
  };
};

template <>
struct FieldTable<oversight::DueRequest> {
  static constexpr Field rows[] = {
      {.name = "after", .meaning = {"waar de vorige bladzijde ophield", "where the page before stopped"}},
      {.name = "people",
       .meaning = {"mensen om na te lopen", "people to look at"},
       .min = 1,
       .max = 10000,
       .has_default = true},
  };
};

template <>
struct FieldTable<oversight::ListedDue> {
  static constexpr Field rows[] = {
      {.name = "person", .meaning = {"nummer binnen Collega", "number within Collega"}},
      {.name = "personnel_number", .meaning = {"personeelsnummer", "personnel number"}, .personal = Personal::ordinary},
      {.name = "kind", .meaning = {"soort gegevens", "kind of data"}},
      {.name = "title", .meaning = {"hoe die soort heet", "what that kind is called"}},
      {.name = "clock", .meaning = {"welke bewaartermijn", "which period of retention"}},
      {.name = "since",
       .meaning = {"sinds wanneer het weg mag", "since when it may go"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<oversight::DueList> {
  static constexpr Field rows[] = {
      {.name = "rows", .meaning = {"wat gewist kan worden", "what may be erased"}},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
  };
};

template <>
struct FieldTable<oversight::EraseDueRequest> {
  static constexpr Field rows[] = {
      {.name = "dry_run", .meaning = {"alleen tellen", "count only"}, .has_default = true},
  };
};

template <>
struct FieldTable<oversight::EraseDueAnswer> {
  static constexpr Field rows[] = {
      {.name = "people", .meaning = {"mensen", "people"}},
      {.name = "kinds", .meaning = {"soorten gegevens", "kinds of data"}},
      {.name = "done", .meaning = {"gewist", "erased"}},
  };
};

template <>
struct FieldTable<oversight::PeriodsRequest> {
  static constexpr std::array<Field, 0> rows{};
};

template <>
struct FieldTable<oversight::PeriodsAnswer> {
  static constexpr Field rows[] = {
      {.name = "periods", .meaning = {"bewaartermijnen", "periods of retention"}},
  };
};

template <>
struct FieldTable<oversight::SetPeriodRequest> {
  static constexpr Field rows[] = {
      {.name = "clock", .meaning = {"welke termijn", "which period"}},
      {.name = "count", .meaning = {"hoeveel", "how many"}, .min = 0},
      {.name = "length", .meaning = {"weken, maanden of jaren", "weeks, months or years"}, .has_default = true},
      {.name = "reason", .meaning = {"waarom de organisatie afwijkt", "why the organisation differs"}},
  };
};

}  // namespace collega
