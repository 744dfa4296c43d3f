#pragma once

// Keys for programs: a personal key acts as its owner, an app key as an application's account. The key is shown once;
// the store holds its keyed digest.
//
//   collega_p_<43 letters>   of a person        collega_a_<43 letters>   of an application

#include <string>
#include <string_view>
#include <vector>

#include "collega/identity/accounts.h"

namespace collega::identity {

struct AccessKey;
using AccessKeyId = Id<AccessKey>;

/// A key must end: a year is how long a person still knows what they made it for.
constexpr std::chrono::days kLongestKey{366};

struct AccessKey {
  AccessKeyId id;
  AccountId account;
  AccountKind kind = AccountKind::person;
  std::string name;                     ///< what it is for, in its owner's words
  std::vector<std::string> operations;  ///< "hiring.match", or a whole desk: "hiring.*"
  Moment made_at{};
  Moment ends_at{};
  std::optional<Moment> used_at;  ///< to the hour
};

struct NewAccessKey {
  AccessKeyId id;
  Secret key;
};

/// Errors: unknown_account; out_of_range when it ends later than kLongestKey or not after `now`; unknown_value with the
/// operation that is no name; missing_member without operations.
[[nodiscard]] Result<NewAccessKey> make_key(store::WriteTransaction& write, AccountId account, std::string_view name,
                                            const std::vector<std::string>& operations, Moment ends_at, Moment now);

/// Error: key_refused when it is unknown, over, or of an account that may not come in.
[[nodiscard]] Result<AccessKey> key_of(store::ReadTransaction& read, std::string_view key, Moment now);
/// Whether mark_used is worth a write.
[[nodiscard]] bool is_used_late(const AccessKey& key, Moment now);
Result<Done> mark_used(store::WriteTransaction& write, AccessKeyId key, Moment now);

[[nodiscard]] bool covers(const std::vector<std::string>& operations, std::string_view operation);

/// Of an account, newest first, those that are over too.
[[nodiscard]] Result<std::vector<AccessKey>> list_keys(store::ReadTransaction& read, AccountId account);
/// Only an account's own. Gives whether there was one.
Result<bool> revoke_key(store::WriteTransaction& write, AccountId account, AccessKeyId key);

}  // namespace collega::identity
