#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/ledger/use.h"
#include "collega/ledger/verify.h"

namespace collega::oversight {

struct SearchRequest {
  std::optional<std::string> person;
  std::optional<ledger::Kind> kind;
  std::optional<std::string> operation;
  std::optional<std::string> actor;
  std::optional<Date> from;
  std::optional<Date> to;
  std::string after;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(SearchRequest, (), (person, kind, operation, actor, from, to, after, limit))

/// An account among those who did something, by the name that others see.
struct NamedActor {
  std::string actor;
  std::string display;
};
BOOST_DESCRIBE_STRUCT(NamedActor, (), (actor, display))

/// The entries are as they were kept; names stand beside them.
struct LedgerPage {
  std::vector<ledger::Recorded> entries;
  std::vector<NamedActor> actors;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(LedgerPage, (), (entries, actors, next))

struct VerifyRequest {
  std::optional<std::string> exported;
};
BOOST_DESCRIBE_STRUCT(VerifyRequest, (), (exported))

struct ExportHeadRequest {
  std::string file;
};
BOOST_DESCRIBE_STRUCT(ExportHeadRequest, (), (file))

struct ExportHeadAnswer {
  std::int64_t heads = 0;
  std::string file;
};
BOOST_DESCRIBE_STRUCT(ExportHeadAnswer, (), (heads, file))

struct LedgerUseRequest {
  std::optional<Date> from;
  std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(LedgerUseRequest, (), (from, to))

/// Without `actors` where fewer than five asked: that would tell of one of them.
struct OperationUse {
  std::string operation;
  std::string title;
  std::int64_t read = 0;
  std::int64_t proposal = 0;
  std::int64_t decision = 0;
  std::int64_t act = 0;
  std::int64_t refusal = 0;
  std::optional<std::int64_t> actors;
};
BOOST_DESCRIBE_STRUCT(OperationUse, (), (operation, title, read, proposal, decision, act, refusal, actors))

struct LedgerUseAnswer {
  Date from;
  Date to;
  std::vector<OperationUse> operations;
};
BOOST_DESCRIBE_STRUCT(LedgerUseAnswer, (), (from, to, operations))

}  // namespace collega::oversight

namespace collega {

template <>
struct FieldTable<oversight::LedgerUseRequest> {
  static constexpr Field rows[] = {
      {.name = "from", .meaning = {"eerste dag; anders dertig dagen terug", "first day; else thirty days back"}},
      {.name = "to", .meaning = {"laatste dag; anders vandaag", "last day; else today"}},
  };
};

template <>
struct FieldTable<oversight::OperationUse> {
  static constexpr Field rows[] = {
      {.name = "operation", .meaning = {"bewerking", "operation"}},
      {.name = "title", .meaning = {"wat zij doet", "what it does"}},
      {.name = "read", .meaning = {"keren dat er gegevens getoond zijn", "times that data was shown"}},
      {.name = "proposal", .meaning = {"voorstellen", "proposals"}},
      {.name = "decision", .meaning = {"besluiten", "decisions"}},
      {.name = "act", .meaning = {"veranderingen", "changes"}},
      {.name = "refusal", .meaning = {"keren dat het niet mocht", "times that it was refused"}},
      {.name = "actors",
       .meaning = {"hoeveel mensen of programma's, vanaf vijf", "how many people or programs, from five on"}},
  };
};

template <>
struct FieldTable<oversight::LedgerUseAnswer> {
  static constexpr Field rows[] = {
      {.name = "from", .meaning = {"eerste dag", "first day"}},
      {.name = "to", .meaning = {"laatste dag", "last day"}},
      {.name = "operations", .meaning = {"gebruik per bewerking", "use by operation"}},
  };
};

template <>
struct FieldTable<oversight::SearchRequest> {
  static constexpr Field rows[] = {
      {.name = "person",
       .meaning = {"over wie: personeelsnummer of nummer binnen Collega", "about whom: personnel number or id"},
       .personal = Personal::ordinary},
      {.name = "kind", .meaning = {"soort regel", "kind of entry"}},
      {.name = "operation", .meaning = {"welke bewerking", "which operation"}},
      {.name = "actor",
       .meaning = {"wie het deed: login of nummer van het account", "who did it: login or number of the account"},
       .personal = Personal::ordinary},
      {.name = "from", .meaning = {"eerste dag", "first day"}},
      {.name = "to", .meaning = {"laatste dag", "last day"}},
      {.name = "after",
       .meaning = {"waar de vorige bladzijde ophield", "where the page before stopped"},
       .has_default = true},
      {.name = "limit",
       .meaning = {"regels op een bladzijde", "entries on a page"},
       .min = 1,
       .max = 500,
       .has_default = true},
  };
};

template <>
struct FieldTable<oversight::NamedActor> {
  static constexpr Field rows[] = {
      {.name = "actor", .meaning = {"nummer van het account", "number of the account"}, .personal = Personal::ordinary},
      {.name = "display", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<oversight::LedgerPage> {
  static constexpr Field rows[] = {
      {.name = "entries", .meaning = {"regels van het logboek, nieuwste eerst", "entries of the ledger, newest first"}},
      {.name = "actors",
       .meaning = {"hoe de accounts in deze regels heten", "what the accounts in these entries are called"}},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
  };
};

template <>
struct FieldTable<oversight::VerifyRequest> {
  static constexpr Field rows[] = {
      {.name = "exported",
       .meaning = {"bestand met koppen dat buiten bewaard is", "file of heads that was kept outside"},
       .paper = Paper::given},
  };
};

template <>
struct FieldTable<oversight::ExportHeadRequest> {
  static constexpr Field rows[] = {
      {.name = "file",
       .meaning = {"bestand waar de regel bij komt", "file to which the line is added"},
       .paper = Paper::folder},
  };
};

template <>
struct FieldTable<oversight::ExportHeadAnswer> {
  static constexpr Field rows[] = {
      {.name = "heads", .meaning = {"ketens", "chains"}},
      {.name = "file", .meaning = {"bestand", "file"}},
  };
};

}  // namespace collega
