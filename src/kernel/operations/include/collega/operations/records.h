#pragma once

// What a handler works with when its operation reads or changes what is kept.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/json.h"
#include "collega/base/moment.h"
#include "collega/store/store.h"

namespace collega::operations {

/// The organisation's records, open in this process.
struct Records {
  store::Store& store;
  std::string writer;  ///< whose chain in the ledger: "local" for the command line
  Clock clock;
};

/// One operation on the records: its transaction, and what the ledger is to remember of it.
class Work {
 public:
  Work() = default;
  explicit Work(store::ReadTransaction read) : read_(std::move(read)) {}
  explicit Work(store::WriteTransaction write) : write_(std::move(write)) {}

  /// The transaction of an operation that reads or writes; for any other operation a bug, and throws.
  [[nodiscard]] store::ReadTransaction& read();
  [[nodiscard]] store::WriteTransaction& write();

  /// This person was seen or touched.
  void concerns(std::int64_t person) { about_.push_back(person); }
  /// An id, a digest or a number that belongs to what was done: never a name or a sentence.
  void remember(std::string_view key, Json value) { details_[key] = std::move(value); }

  [[nodiscard]] const std::vector<std::int64_t>& about() const { return about_; }
  [[nodiscard]] const JsonObject& details() const { return details_; }

 private:
  std::optional<store::ReadTransaction> read_;
  std::optional<store::WriteTransaction> write_;
  std::vector<std::int64_t> about_;
  JsonObject details_;
};

}  // namespace collega::operations
