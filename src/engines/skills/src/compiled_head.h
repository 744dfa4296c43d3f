#pragma once

// The head of a compiled taxonomy, apart for the fuzz target: with a right digest every content gets to the reader.

#include <string>

namespace collega::skills {

/// The whole file of this content.
[[nodiscard]] std::string with_head(const std::string& content);

}  // namespace collega::skills
