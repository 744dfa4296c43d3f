#pragma once

// Records with accounts in them, and somebody with a session who asks.

#include <gmock/gmock.h>

#include "collega/identity/asker.h"
#include "collega/ledger/ledger.h"
#include "collega/library/documents.h"
#include "collega/operations/run.h"
#include "collega/people/people.h"
#include "collega/register/entry.h"
#include "collega/store_testing/store_test.h"
#include "operation_rows.h"

namespace collega::administration {

using namespace std::chrono_literals;

inline constexpr Date kDay{2026y / 11 / 23};
inline constexpr Moment kNow = std::chrono::sys_days{2026y / 11 / 23} + 8h;

class AccountTest : public store_testing::StoreTest {
 protected:
  void open_office(std::vector<operations::Operation> rows) {
    std::vector<store::Migration> steps;
    for (const auto& part : {ledger::migrations(), people::migrations(), identity::migrations(), library::migrations(),
                             ai_register::migrations()}) {
      steps.insert(steps.end(), part.begin(), part.end());
    }
    records_.emplace(operations::Records{open(steps), "server", [] { return kNow; }});
    table_.emplace(std::move(rows));
  }

  /// By a session: somebody at the server's own terminal may everything.
  Result<Json> ask(std::string_view name, const JsonObject& input, identity::AccountId account,
                   identity::Role role = identity::Role::administrator, bool proved = true) {
    operations::Context context;
    context.today = kDay;
    context.records = &*records_;
    context.asker = identity::nobody(kDay);
    context.asker.kind = identity::AskerKind::session;
    context.asker.account = account;
    context.asker.roles = {role};
    context.asker.stepped_up = proved;
    return operations::run(*table_, name, input, context);
  }

  std::optional<operations::Records> records_;
  std::optional<operations::Table> table_;
};

}  // namespace collega::administration
