#pragma once

// Who asks, and whom they may ask about. The one place where the tree of units becomes a right to see somebody.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/identity/keys.h"
#include "collega/identity/roles.h"
#include "collega/identity/sessions.h"

namespace collega::identity {

/// job: work that goes on after the session or key that began it.
enum class AskerKind { none, session, personal_key, app_key, job, local_operator, system };
BOOST_DESCRIBE_ENUM(AskerKind, none, session, personal_key, app_key, job, local_operator, system)

struct Asker {
  AskerKind kind = AskerKind::none;
  AccountId account;  ///< nobody's for none, the local operator and the system
  std::optional<people::PersonId> person;
  std::string display;
  Roles roles;  ///< on `today`
  Date today;
  std::vector<std::string> operations;  ///< of a key: all it may ask for
  bool stepped_up = false;              ///< has just proved to sit there
  AccessKeyId key = {};                 ///< by which they ask, where it is by a key
};

[[nodiscard]] Asker nobody(Date today);
/// One person at their own terminal, on the machine that holds the data.
[[nodiscard]] Asker local_operator(Date today);
/// A schedule or a job of the system's own, with the rights of `roles`; `name` is what the ledger shows.
[[nodiscard]] Asker system_asker(std::string_view name, Roles roles, Date today);

/// Errors: session_over, also while the session waits for its second factor.
[[nodiscard]] Result<Asker> asker_of_session(store::ReadTransaction& read, const Session& session, Moment now,
                                             Date today);
[[nodiscard]] Result<Asker> asker_of_key(store::ReadTransaction& read, const AccessKey& key, Date today);
/// For a job: the account as it is today. Error: unknown_account, also when it is disabled.
[[nodiscard]] Result<Asker> asker_of_account(store::ReadTransaction& read, AccountId account, Date today);

/// A key may ask for less than its account; everybody else for all that their roles allow.
[[nodiscard]] bool may_ask_for(const Asker& asker, std::string_view operation);

/// Whom one role shows on one day.
struct Scope {
  bool everybody = false;
  std::vector<people::UnitId> units;      ///< each, not the ones under it: those are listed too
  std::vector<people::PersonId> persons;  ///< besides

  [[nodiscard]] bool is_empty() const { return !everybody && units.empty() && persons.empty(); }
};

/// Empty when the asker has not this role. Units are those of `date`: a manager sees whom they led then, not whom they
/// lead now. A role with a part of the organisation sees those who were there on `date`.
[[nodiscard]] Result<Scope> scope_of(store::ReadTransaction& read, const Asker& asker, Role role, Date date);

/// Whether one of the asker's roles shows this person as they were on `date`. A manager's units hold more people than
/// may_see shows: not the manager, nor whoever leads the unit with them.
[[nodiscard]] Result<bool> may_see(store::ReadTransaction& read, const Asker& asker, people::PersonId person,
                                   Date date);
[[nodiscard]] Result<bool> may_see(store::ReadTransaction& read, const Asker& asker, Role role, people::PersonId person,
                                   Date date);

}  // namespace collega::identity
