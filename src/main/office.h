#pragma once

// The records of the organisation, opened at their first use, and what all modules together keep.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "collega/operations/records.h"
#include "collega/people/holdings.h"
#include "engines.h"

namespace collega {

/// The steps of every module's tables, in the order of the house.
[[nodiscard]] std::vector<store::Migration> all_migrations();

/// What every module keeps of a person, people's own last.
[[nodiscard]] std::vector<people::Holding> all_holdings();

/// Where the environment says that the records are.
struct Whereabouts {
  std::string folder;    ///< COLLEGA_DATA
  std::string postgres;  ///< COLLEGA_DATABASE
  std::string key;       ///< COLLEGA_KEY
};

class Office {
 public:
  Office(Whereabouts where, Clock clock) : where_(std::move(where)), clock_(std::move(clock)) {}

  /// Opens, or makes, the records in `folder`, else where the environment says. Errors: needs_data when neither says,
  /// and those of opening a store.
  [[nodiscard]] Result<operations::Records*> open(const std::optional<std::string>& folder);

  /// Of the records that are open; none while there are none.
  [[nodiscard]] OwnNames own_names();

 private:
  Whereabouts where_;
  Clock clock_;
  std::unique_ptr<store::Store> store_;
  std::optional<operations::Records> records_;
};

}  // namespace collega
