#pragma once

// Dutch writes as one word what a taxonomy has as two: "VAC-therapiebehandeling", "wond- en decubituszorg".

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "collega/language/tokens.h"
#include "phrases.h"

namespace collega::skills {

class CompoundReader {
 public:
  /// The words of this name may be parts of a compound.
  void learn(std::string_view name);
  /// Call once, when all names are learned.
  void finish();

  /// The rows of words that units[i] may stand for: its parts; and, where it is the stump before "en" or "of", the
  /// stump with the last part of the word that follows.
  [[nodiscard]] std::vector<std::vector<std::string>> readings(const std::vector<Unit>& units, std::size_t i) const;

 private:
  std::set<std::string> words_;  // sorted, and looked up for "systeem- of applicatiebeheerder"
  std::optional<language::CompoundSplitter> splitter_;
};

}  // namespace collega::skills
