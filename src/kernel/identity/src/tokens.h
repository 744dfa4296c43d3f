#pragma once

// Random texts that open something, and the keyed digests by which the store knows them.

#include <string>
#include <string_view>

#include "collega/identity/secret.h"
#include "collega/store/store.h"

namespace collega::identity {

/// 256 random bits as 43 letters, digits, - and _.
[[nodiscard]] Secret random_token(std::string_view prefix = {});

/// For people to type over: `groups` of five letters and digits (25 bits each) that cannot be mistaken for one another.
[[nodiscard]] Secret random_code(int groups);

/// What somebody typed, as random_code wrote it: capitals, spaces and lost hyphens are forgiven, and O for 0, I and L
/// for 1.
[[nodiscard]] Secret read_code(std::string_view typed);

enum class Opens { session, csrf, code, key, recovery, login, source };
/// 64 hexadecimal digits that tell nothing without the key of the store; different for each purpose.
[[nodiscard]] std::string digest_of(store::ReadTransaction& read, Opens what, std::string_view secret);

}  // namespace collega::identity
