#pragma once

// Words that tell something of the special categories (art. 9 and 10 GDPR), as data/special.tsv lists them.

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collega/privacy/kinds.h"
#include "sheet.h"

namespace collega::privacy {

class SpecialPhrases {
 public:
  SpecialPhrases();

  struct Match {
    std::size_t words = 0;  ///< 0: none
    Kind kind = Kind::HEALTH;
  };
  /// The longest phrase that begins at word `at` of the sheet.
  [[nodiscard]] Match at(const Sheet& sheet, std::size_t at) const;

 private:
  struct Phrase {
    std::vector<std::string> words;  ///< after the first; "*" stands for any word, "x*" for any that begins so
    Kind kind;
  };
  void add(Kind kind, std::string_view phrase);

  std::unordered_map<std::uint64_t, std::vector<Phrase>> by_first_;
  std::bitset<26 * 26> starts_;                           ///< the first two letters of those
  std::vector<std::pair<std::string, Phrase>> by_start_;  ///< phrases whose first word may go on, sorted
};

}  // namespace collega::privacy
