#pragma once

#include "collega/administration/import.h"

namespace collega::administration {

/// What the list of imports tells of one.
struct RunCounts {
  std::int64_t rows = 0;
  ImportCounts people;
  ImportCounts contracts;
  ImportCounts units;
  ImportCounts managers;
  std::int64_t left = 0;
};
BOOST_DESCRIBE_STRUCT(RunCounts, (), (rows, people, contracts, units, managers, left))

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::RunCounts> {
  static constexpr Field rows[] = {
      {.name = "rows", .meaning = {"regels", "rows"}, .has_default = true},
      {.name = "people", .meaning = {"mensen", "people"}, .has_default = true},
      {.name = "contracts", .meaning = {"dienstverbanden", "contracts"}, .has_default = true},
      {.name = "units", .meaning = {"afdelingen", "units"}, .has_default = true},
      {.name = "managers", .meaning = {"leidinggevenden", "managers"}, .has_default = true},
      {.name = "left", .meaning = {"uit dienst", "left"}, .has_default = true},
  };
};

}  // namespace collega
