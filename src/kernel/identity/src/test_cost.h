#pragma once

#include "collega/identity/passwords.h"

namespace collega::identity {

/// The least that libsodium takes: tests check what is hashed, not how slowly.
constexpr Cost kTestCost{.passes = 1, .memory = 8192};

}  // namespace collega::identity
