#pragma once

// The walls around a process that reads files from outside.

#include <cstddef>

namespace collega::documents {

/// Takes from this process, for good, what reading a document does not need: the network, other programs and processes,
/// every file but the libraries' and fonts' own (read only), and memory without end. Landlock is left out where the
/// kernel has none. Returns false when a wall that every supported kernel has could not be put up; then nothing may be
/// read.
[[nodiscard]] bool enter_sandbox();

}  // namespace collega::documents
