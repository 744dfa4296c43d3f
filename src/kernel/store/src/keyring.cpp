#include "keyring.h"

#include <algorithm>
#include <array>
#include <utility>

namespace collega::store {
namespace {

constexpr std::array<std::pair<std::string_view, Key Keyring::*>, 3> kPurposes{{
    {"index", &Keyring::index},
    {"ledger", &Keyring::ledger},
    {"seal", &Keyring::seal},
}};

std::string context_of(std::string_view purpose) { return "store_key." + std::string{purpose}; }

std::string wrapped(const Keyring& keys, Key Keyring::*key, const Key& master, std::string_view purpose) {
  const auto& bytes = (keys.*key).bytes;
  return wrap({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, master, context_of(purpose));
}

}  // namespace

Result<Keyring> make_keyring(Connection& connection, const Key& master) {
  Keyring keys;
  for (const auto& [purpose, key] : kPurposes) {
    keys.*key = Key::random();
    const std::string bytes = wrapped(keys, key, master, purpose);
    TRY(connection.execute("insert into store_key (purpose, wrapped) values (?, ?)", {purpose, Blob{bytes}}));
  }
  return keys;
}

Result<Keyring> open_keyring(Connection& connection, const Key& master) {
  Keyring keys;
  for (const auto& [purpose, key] : kPurposes) {
    auto rows = TRY(connection.query("select wrapped from store_key where purpose = ?", {purpose}, false));
    if (!TRY(rows->next())) return Error{ErrorCode::store_broken, "store_key"};
    const Result<std::string> bytes = unwrap(rows->text(0), master, context_of(purpose));
    if (!bytes || bytes->size() != sizeof(Key::bytes)) return Error{ErrorCode::key_wrong};
    std::ranges::copy(*bytes.operator->(), (keys.*key).bytes.begin());
  }
  return keys;
}

Result<Done> rewrap_keyring(Connection& connection, const Keyring& keys, const Key& master) {
  for (const auto& [purpose, key] : kPurposes) {
    const std::string bytes = wrapped(keys, key, master, purpose);
    TRY(connection.execute("update store_key set wrapped = ? where purpose = ?", {Blob{bytes}, purpose}));
  }
  return Done{};
}

}  // namespace collega::store
