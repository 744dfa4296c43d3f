#pragma once

// Typing errors in a sentence, mended where a longer word is none that is known and was meant to be one.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compounds.h"
#include "phrases.h"
#include "spelling.h"

namespace collega::skills {

class Respelling {
 public:
  /// Both must outlive this, and be complete before the first sentence is mended.
  Respelling(const PhraseIndex& phrases, const CompoundReader& compounds);
  ~Respelling();

  /// Gives such units the stems of the words that were meant; answers which.
  [[nodiscard]] std::vector<std::size_t> mend(std::string_view text, std::vector<Unit>& units) const;

 private:
  struct Known;
  [[nodiscard]] const Known& known() const;  // made when first asked for: most taxonomies are read for other things
  struct Meant {
    std::string nl, en;  // stems; both empty: the word is what it is
  };
  [[nodiscard]] const Meant& meant(const Unit& unit) const;  // remembered: texts say the same words over and over
  [[nodiscard]] Meant find_meant(const Unit& unit) const;
  [[nodiscard]] bool is_known_compound(const Unit& unit) const;

  const PhraseIndex& phrases_;
  const CompoundReader& compounds_;
  std::unique_ptr<Known> known_;
  const std::uint64_t number_;  // of all that were ever made: tells whose words a thread remembers
};

}  // namespace collega::skills
