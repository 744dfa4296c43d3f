#pragma once

// The one way to a handler.

#include <string_view>
#include <vector>

#include "collega/operations/operation.h"

namespace collega::operations {

/// Every operation there is, in the order of their names.
class Table {
 public:
  /// Takes the rows of all desks. A name twice, a high risk without a ground, or a proposal of high risk that asks no
  /// decision is a bug, and throws.
  explicit Table(std::vector<Operation> rows);

  [[nodiscard]] const std::vector<Operation>& rows() const { return rows_; }
  /// Error: unknown_operation with the name as place.
  [[nodiscard]] Result<const Operation*> find(std::string_view name) const;

 private:
  std::vector<Operation> rows_;
};

/// Runs an operation for the local operator: one person at their own terminal, on files they can read themselves, and on
/// the records whose folder and key they hold. The answer carries `"local": true` and the input's `"id"`. What reads or
/// changes records is in the ledger before it is answered; what fails leaves them as they were. Errors: unknown_operation,
/// needs_data, those of reading the input, of the handler and of the store.
[[nodiscard]] Result<Json> run_local(const Table& table, std::string_view name, const Json& input, Context& context);

}  // namespace collega::operations
