// What is kept of a person because they had a part in the register.

#include <array>

#include "checks.h"
#include "collega/register/switching.h"
#include "words.h"

namespace collega::ai_register {
namespace {

using identity::AccountId;

Result<Done> show_conditions(store::ReadTransaction& read, AccountId account, JsonArray& shown) {
  store::Rows rows = TRY(
      read.query("select operation, kind, day, ends from register_condition where account = ? order by id", account));
  while (TRY(rows.next())) {
    const auto ends = rows.get<std::optional<Date>>(3);
    shown.push_back({{"operation", rows.get<std::string>(0)},
                     {"role", rows.get<std::string>(1)},
                     {"from", to_string(rows.get<Date>(2))},
                     {"to", ends ? Json(to_string(*ends)) : Json(nullptr)}});
  }
  return Done{};
}

/// A column that names who did something, and when.
struct Act {
  std::string_view name;
  std::string_view table;
  std::string_view who;
  std::string_view when;
  std::string_view what;  ///< the text they gave
  std::string_view of = "operation";
};
constexpr std::array kActs = std::to_array<Act>({
    {"recorded", "register_condition", "recorded_by", "recorded_at", "reason"},
    {"asked", "register_switch", "asked_by", "asked_at", "asked_reason"},
    {"decided", "register_switch", "decided_by", "decided_at", "decided_reason"},
    {"advised", "register_advice", "given_by", "given_at", "advice"},
    {"organisation", "register_organisation", "recorded_by", "recorded_at", "reason", "name"},
});

std::string sql_of(const Act& act) {
  std::string sql = "select ";
  sql.append(act.of).append(", ").append(act.when).append(", ").append(act.what);
  sql.append(" from ").append(act.table).append(" where ").append(act.who).append(" = ? order by id");
  return sql;
}

Result<JsonArray> show(store::ReadTransaction& read, people::PersonId person) {
  JsonArray shown;
  const std::optional<AccountId> account = TRY(identity::account_of(read, person));
  if (!account) return shown;
  TRY(show_conditions(read, *account, shown));
  for (const Act& act : kActs) {
    store::Rows rows = TRY(read.query(sql_of(act), *account));
    while (TRY(rows.next())) {
      shown.push_back({{"operation", rows.get<std::string>(0)},
                       {"did", act.name},
                       {"at", to_string(rows.get<Moment>(1))},
                       {"reason", rows.get<std::string>(2)}});
    }
  }
  return shown;
}

std::string clear_of(std::string_view table, std::string_view column) {
  std::string sql = "update ";
  sql.append(table).append(" set ").append(column).append(" = null where ").append(column).append(" = ?");
  return sql;
}

/// What was decided stays, for it was done; whose decision it was goes.
Result<std::int64_t> erase(store::WriteTransaction& write, people::PersonId person) {
  const std::optional<AccountId> account = TRY(identity::account_of(write, person));
  if (!account) return std::int64_t{0};
  std::int64_t rows = TRY(write.execute(clear_of("register_condition", "account"), *account));
  for (const Act& act : kActs) rows += TRY(write.execute(clear_of(act.table, act.who), *account));
  if (rows > 0) TRY(mark_changed(write));
  return rows;
}

}  // namespace

std::vector<people::Holding> holdings() {
  return {{.kind = "register.part",
           .title = {"Rol in het AI-register", "Part in the AI register"},
           .clock = "personnel_file",
           .show = show,
           .erase = erase}};
}

}  // namespace collega::ai_register
