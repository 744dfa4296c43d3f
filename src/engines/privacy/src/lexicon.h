#pragma once

// What a word may be: names, places and words of the language, as packages list them, and the cues of this module.

#include <cstdint>
#include <string_view>

#include "lexicon_format.h"

namespace collega::privacy {

/// The table in the binary; nothing is read or built to use it.
class Lexicon {
 public:
  Lexicon();

  /// WordBits of a folded word, or of several with single spaces between; 0 when it is not known.
  [[nodiscard]] std::uint32_t bits(std::string_view folded) const { return bits_of_hash(hash_of(folded)); }
  /// Has the slot of a hash on its way to the processor.
  void fetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask_]); }
  [[nodiscard]] std::uint32_t bits_of_hash(std::uint64_t hash) const {
    const auto print = static_cast<std::uint32_t>(hash >> 32);
    for (std::uint64_t slot = hash & mask_;; slot = (slot + 1) & mask_) {
      if (slots_[slot].bits == 0) return 0;
      if (slots_[slot].print == print) return slots_[slot].bits;
    }
  }

 private:
  struct Slot {
    std::uint32_t print;
    std::uint32_t bits;
  };
  const Slot* slots_;
  std::uint64_t mask_;
};

}  // namespace collega::privacy
