#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"

namespace collega::http {

struct Problem {
  std::string type;
  std::string title;
  int status = 0;
  std::string detail;
  std::string code;
  std::string where;
  std::optional<std::vector<std::string>> missing;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, code, where, missing))

}  // namespace collega::http

namespace collega {

template <>
struct FieldTable<http::Problem> {
  static constexpr Field rows[] = {
      {.name = "type",
       .meaning = {"bladzijde in de documentatie over deze fout", "page of the documentation on this error"}},
      {.name = "title", .meaning = {"wat er mis is, voor een mens", "what is wrong, for a person"}},
      {.name = "status", .meaning = {"de HTTP-status", "the HTTP status"}},
      {.name = "detail", .meaning = {"wat er mis is en waar, voor een mens", "what is wrong and where, for a person"}},
      {.name = "code", .meaning = {"de foutcode, voor een programma", "the error code, for a program"}},
      {.name = "where",
       .meaning = {"waar: een onderdeel van de invoer, of een bestand", "where: a part of the input, or a file"}},
      {.name = "missing", .meaning = {"wat er volgens het register nog moet gebeuren", "what the register still asks"}},
  };
};

}  // namespace collega
