#pragma once

// Which known word a misspelled one was meant to be: "medikatie", "handscaner", "verzuimbegleiding". Only longer words,
// and only what sounds the same or is a letter off; an ordinary word that is merely alike must stay what it is.

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace collega::skills {

class Spelling {
 public:
  void learn(const std::string& stem);
  /// Call once, when all words are learned.
  void finish();

  /// The known stem that this unknown one was meant to be; empty when there is none, or when there are several.
  [[nodiscard]] std::string_view meant(std::string_view stem) const;

 private:
  struct Word {
    std::string stem;
    std::string sound;
  };
  struct Candidate {
    const Word* word = nullptr;
    bool several = false;
  };
  struct Guess {
    const Word* same = nullptr;  // sounds the same
    Candidate by_vowel;          // one slip, in a vowel: the usual one
    Candidate near;              // any other slip
  };
  void look(std::string_view key, std::string_view sound, Guess& guess) const;

  std::vector<Word> words_;
  // Of a sound, and of a sound with a letter taken out: the words, as a chain.
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> firsts_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> chain_;  // word, next
};

}  // namespace collega::skills
