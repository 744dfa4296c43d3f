#pragma once

// The texts a ledger may hold, and the one way to write its JSON: no spaces, members sorted by their bytes, numbers
// whole. Words need no escapes, so this is RFC 8785 for what is allowed here.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/json.h"

namespace collega::ledger {

/// 1 to 128 of A-Z a-z 0-9 - _ . : / + =
[[nodiscard]] bool is_word(std::string_view text);
/// A word, or the local operator.
[[nodiscard]] bool is_actor(std::string_view text);

/// Error: wrong_type with the path of what is neither a word, a whole number of 64 bits, true, false, a list nor an
/// object.
[[nodiscard]] Result<std::string> canonical(const JsonObject& object, const std::string& path);

/// ["...","..."]
[[nodiscard]] std::string canonical_list(const std::vector<std::string>& words);
/// Each word of what canonical_list wrote. Anything else: nothing.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view list);

}  // namespace collega::ledger
