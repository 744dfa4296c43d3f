#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

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

}  // namespace collega::oversight

namespace collega {

template <>
struct FieldTable<oversight::SearchRequest> {
  static constexpr Field rows[] = {
      {.name = "person",
       .meaning = {"over wie: personeelsnummer of nummer binnen Collega", "about whom: personnel number or id"},
       .personal = Personal::ordinary},
      {.name = "kind", .meaning = {"soort regel", "kind of entry"}},
      {.name = "operation", .meaning = {"welke bewerking", "which operation"}},
      {.name = "actor", .meaning = {"wie het deed", "who did it"}, .personal = Personal::ordinary},
      {.name = "from", .meaning = {"eerste dag", "first day"}},
      {.name = "to", .meaning = {"laatste dag", "last day"}},
      {.name = "after", .meaning = {"waar de vorige bladzijde ophield", "where the page before stopped"}, .has_default = true},
      {.name = "limit", .meaning = {"regels op een bladzijde", "entries on a page"}, .min = 1, .max = 500, .has_default = true},
  };
};

template <>
struct FieldTable<oversight::VerifyRequest> {
  static constexpr Field rows[] = {
      {.name = "exported",
       .meaning = {"bestand met koppen dat buiten bewaard is", "file of heads that was kept outside"}},
  };
};

template <>
struct FieldTable<oversight::ExportHeadRequest> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"bestand waar de regel bij komt", "file to which the line is added"}},
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
