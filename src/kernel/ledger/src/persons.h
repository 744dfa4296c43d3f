#pragma once

// A person in the ledger: 32 hexadecimal digits (128 bits: no two people share them), made with a key of that person's
// own.

#include <map>
#include <optional>
#include <span>
#include <string>

#include "collega/store/store.h"

namespace collega::ledger {

using PersonDigests = std::map<std::int64_t, std::string>;

/// Whoever has no key yet gets one.
[[nodiscard]] Result<PersonDigests> digests_of(store::WriteTransaction& write, std::span<const std::int64_t> persons);

/// Nothing for a person whom the ledger does not know, or knows no more.
[[nodiscard]] Result<std::optional<std::string>> known_digest(store::ReadTransaction& read, std::int64_t person);

}  // namespace collega::ledger
