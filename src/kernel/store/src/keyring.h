#pragma once

// The keys of the data, kept in the data and wrapped by the key in the key file: changing that key rewraps three rows.

#include "collega/store/seal.h"
#include "connection.h"

namespace collega::store {

struct Keyring {
  Key seal;
  Key index;
  Key ledger;
};

/// Makes and keeps the keys of a new store.
[[nodiscard]] Result<Keyring> make_keyring(Connection& connection, const Key& master);

/// Errors: key_wrong when `master` is not the key of this data.
[[nodiscard]] Result<Keyring> open_keyring(Connection& connection, const Key& master);

/// Wraps the keys anew, within the caller's transaction.
Result<Done> rewrap_keyring(Connection& connection, const Keyring& keys, const Key& master);

}  // namespace collega::store
