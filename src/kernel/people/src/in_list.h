#pragma once

// "(?, ?, ?, ?)" for a list of ids, as long as the next power of two, so that few statements differ; the last id fills
// what is left.

#include <bit>
#include <string>
#include <vector>

#include "collega/store/store.h"

namespace collega::people {

/// More than this many arguments ask for another way (SQLite takes 32766 in a statement, PostgreSQL 65535).
constexpr std::size_t kLongestInList = 16'384;

/// `ids` has at least one and at most kLongestInList; their arguments are added to `arguments`.
template <class IdType>
[[nodiscard]] std::string in_list(const std::vector<IdType>& ids, std::vector<store::Argument>& arguments) {
  const std::size_t places = std::bit_ceil(ids.size());
  std::string text = "(";
  for (std::size_t i = 0; i < places; ++i) {
    text += i == 0 ? "?" : ", ?";
    arguments.emplace_back(ids[i < ids.size() ? i : ids.size() - 1]);
  }
  return text + ')';
}

}  // namespace collega::people
