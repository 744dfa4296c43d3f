// What is kept of a person because they have an account.

#include "collega/identity/keys.h"
#include "collega/identity/roles.h"
#include "records.h"

namespace collega::identity {
namespace {

Json moment_or_null(const std::optional<Moment>& moment) { return moment ? Json(to_string(*moment)) : Json(nullptr); }

Result<JsonArray> shown_roles(store::ReadTransaction& read, AccountId account) {
  JsonArray shown;
  for (const RoleGrant& grant : TRY(role_grants(read, account))) {
    shown.push_back({{"role", name_of(grant.role)},
                     {"from", to_string(grant.from)},
                     {"to", grant.to ? Json(to_string(*grant.to)) : Json(nullptr)}});
  }
  return shown;
}

Result<JsonArray> shown_sessions(store::ReadTransaction& read, AccountId account) {
  store::Rows rows =
      TRY(read.query("select device, made_at, seen_at from account_session where account = ? order by id", account));
  JsonArray shown;
  while (TRY(rows.next())) {
    shown.push_back({{"device", rows.get<std::string>(0)},
                     {"made_at", to_string(rows.get<Moment>(1))},
                     {"seen_at", to_string(rows.get<Moment>(2))}});
  }
  return shown;
}

Result<JsonArray> shown_keys(store::ReadTransaction& read, AccountId account) {
  JsonArray shown;
  for (const AccessKey& key : TRY(list_keys(read, account))) {
    shown.push_back({{"name", key.name},
                     {"made_at", to_string(key.made_at)},
                     {"ends_at", to_string(key.ends_at)},
                     {"used_at", moment_or_null(key.used_at)}});
  }
  return shown;
}

Result<JsonArray> show(store::ReadTransaction& read, people::PersonId person) {
  JsonArray shown;
  const std::optional<AccountId> id = TRY(account_of(read, person));
  if (!id) return shown;
  const AccountRow row = TRY(account_row(read, *id));
  shown.push_back({{"login", row.login},
                   {"display", row.display},
                   {"state", name_of(row.state)},
                   {"made_at", to_string(row.made_at)},
                   {"signed_in_at", moment_or_null(row.signed_in_at)},
                   {"roles", TRY(shown_roles(read, *id))},
                   {"sessions", TRY(shown_sessions(read, *id))},
                   {"keys", TRY(shown_keys(read, *id))}});
  return shown;
}

Result<std::int64_t> erase(store::WriteTransaction& write, people::PersonId person) {
  const std::optional<AccountId> id = TRY(account_of(write, person));
  if (!id) return std::int64_t{0};
  TRY(erase_account(write, *id));
  return std::int64_t{1};
}

}  // namespace

std::vector<people::Holding> holdings() {
  return {
      {.kind = "identity.account", .title = {"Account", "Account"}, .clock = "account", .show = show, .erase = erase}};
}

}  // namespace collega::identity
