#pragma once

// Documents and other large things, sealed and found by their content: the same content is kept once, however often it
// is put. A blob goes with its last use.

#include <string>
#include <string_view>

#include "collega/store/store.h"

namespace collega::store {

/// Keeps `content` and gives its address (64 hexadecimal digits, which tell nothing without the key).
[[nodiscard]] Result<std::string> put_blob(WriteTransaction& write, std::string_view content);

/// Errors: file_not_found when no blob has this address; store_broken when it was changed.
[[nodiscard]] Result<std::string> get_blob(ReadTransaction& read, std::string_view address);

/// Takes one use away.
Result<Done> drop_blob(WriteTransaction& write, std::string_view address);

}  // namespace collega::store
