#pragma once

// The commands that follow from the table of operations:
//
//   collega people list --as-of 2026-01-01 --units A01 --units A02
//   collega import people.csv --dry-run
//
// A row says its words ("people list") and which members of its input it takes by place; every other member is an
// option of its name, `-` for `_`. What a value means follows from the JSON Schema of the input.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "asking.h"
#include "collega/operations/run.h"

namespace collega::cli {

struct TableArguments {
  const operations::Operation* operation = nullptr;
  JsonObject input;
  Whereabouts where;  ///< --data, --server
  bool json = false;  ///< --json
  bool help = false;
};

/// The row whose command these words begin with, the longest one; nothing when there is none.
[[nodiscard]] const operations::Operation* command_in(const operations::Table& table,
                                                      std::span<const std::string> words);

/// `words` as the shell gave them, --lang already read. Errors: bad_call with what is wrong, in `language`.
[[nodiscard]] Result<TableArguments> parse_table_arguments(const operations::Operation& operation,
                                                           std::span<const std::string> words, Language language);

/// How the command is called and what its members mean, from the schema.
[[nodiscard]] std::string help_of(const operations::Operation& operation, Language language, std::size_t columns);

/// The commands of the table that begin with `group` (all: empty), each with its purpose.
[[nodiscard]] std::string command_list(const operations::Table& table, std::string_view group, Language language,
                                       std::size_t columns);

}  // namespace collega::cli
