#pragma once

// Dutch writes as one word what a taxonomy has as two: "VAC-therapiebehandeling", "wond- en decubituszorg".

#include <functional>
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
  void learn(const std::vector<Unit>& name);
  /// Of this name, when it is one word, is known what a longer word means that begins with it.
  void learn_first(const std::vector<Unit>& name);
  /// Call once, when all names are learned.
  void finish();

  /// The rows of words that units[i] may stand for: its parts; and, where it is the stump before "en" or "of", the
  /// stump with the last part of the word that follows.
  [[nodiscard]] std::vector<std::vector<std::string>> readings(const std::vector<Unit>& units, std::size_t i) const;

  /// The name that this word begins with, when the rest tells of work with it: "wondzorg" of "wondzorgprotocollen" and
  /// of "wondzorgverpleegkundige"; empty when there is none.
  [[nodiscard]] std::string first_part(std::string_view word) const;

 private:
  std::set<std::string> words_;  // sorted, and looked up for "systeem- of applicatiebeheerder"
  std::set<std::string, std::less<>> firsts_;
  std::optional<language::CompoundSplitter> splitter_;
};

}  // namespace collega::skills
