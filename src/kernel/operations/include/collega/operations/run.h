#pragma once

// The one way to a handler.

#include <string_view>
#include <vector>

#include "collega/operations/operation.h"

namespace collega::operations {

/// Every operation there is, in the order of their names.
class Table {
 public:
  /// Takes the rows of all desks. A row that breaks the rules of the house is a bug, and throws: a name twice, a high
  /// risk without a ground or without limits, a proposal of high risk that asks no decision.
  explicit Table(std::vector<Operation> rows);

  [[nodiscard]] const std::vector<Operation>& rows() const { return rows_; }
  /// What the register says of each as it was shipped, in the same order.
  [[nodiscard]] const std::vector<ai_register::Use>& uses() const { return uses_; }
  /// Error: unknown_operation with the name as place.
  [[nodiscard]] Result<const Operation*> find(std::string_view name) const;
  /// Of a row of this table.
  [[nodiscard]] const ai_register::Use& use_of(const Operation& row) const {
    return uses_[static_cast<std::size_t>(&row - rows_.data())];
  }

 private:
  std::vector<Operation> rows_;
  std::vector<ai_register::Use> uses_;
};

/// A request that was made before under the same key has its first answer again.
struct Repeat {
  std::string_view key = {};
  bool was_before = false;  ///< filled in
};

/// Runs an operation for `context.asker`, from the question whether they may ask it to the entry in the ledger. What it
/// changes and proposes is on disk, with its entry, before it is answered; what fails leaves everything as it was.
/// Errors: unknown_operation, needs_data, not_signed_in, not_allowed, not_about_them, step_up_needed, those of the
/// register's gate, of reading the input, of the handler and of the store, idempotency_mismatch.
[[nodiscard]] Result<Json> run(const Table& table, std::string_view name, const Json& input, Context& context,
                               Repeat* repeat = nullptr);

/// The same for one person at their own terminal, on files they can read themselves, and on the records whose folder
/// and key they hold. The answer carries `"local": true`, the input's `"id"`, and what of the input nobody reads.
[[nodiscard]] Result<Json> run_local(const Table& table, std::string_view name, const Json& input, Context& context);

}  // namespace collega::operations
