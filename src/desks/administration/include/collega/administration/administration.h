#pragma once

// The administration desk: people and units, imports and exports, accounts, keys and backups.

#include <functional>
#include <span>
#include <vector>

#include "collega/administration/export.h"
#include "collega/documents/read.h"
#include "collega/operations/operation.h"
#include "collega/people/holdings.h"

namespace collega::administration {

/// What the desk is handed.
struct Tools {
  std::function<documents::Reader&()> reader;
  std::vector<people::Holding> holdings;     ///< of all modules, people's last
  std::vector<store::Migration> migrations;  ///< of all modules: for a restore
  std::string key;                           ///< of the data, where the environment gives it in place of a file
  Clock clock;
};

/// The rows of this desk.
[[nodiscard]] std::vector<operations::Operation> operations(Tools tools);

}  // namespace collega::administration
