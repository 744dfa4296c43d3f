#pragma once

// Many phrases at once in one text: a trie over stems, walked from every word.

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "collega/base/language.h"
#include "collega/base/span.h"
#include "collega/language/tokens.h"

namespace collega::skills {

/// A word of a text, or a part of one that has hyphens, ready to be looked up.
struct Unit {
  Span span;
  std::string folded;
  bool is_word = false;
  std::string nl;  ///< stems
  std::string en;
};

/// The units of a text; offsets are bytes of it.
[[nodiscard]] std::vector<Unit> units_of(std::string_view text);

struct PhraseHit {
  std::size_t first = 0;  ///< unit
  std::size_t count = 0;  ///< units
  std::uint32_t value = 0;
};

class PhraseIndex {
 public:
  /// `phrase` will be found in any inflection of `language`, with and without its hyphens, two words also as one.
  void add(std::string_view phrase, Language language, std::uint32_t value) { add(units_of(phrase), language, value); }
  void add(std::vector<Unit> phrase, Language language, std::uint32_t value);

  /// Every value whose phrase starts at `units[first]`, the longest phrases first.
  [[nodiscard]] std::vector<PhraseHit> all_at(const std::vector<Unit>& units, std::size_t first) const;

  /// The values of the phrase that is exactly this row of folded Dutch words.
  [[nodiscard]] std::vector<std::uint32_t> exactly(const std::vector<std::string>& folded_words) const;

  /// Some phrase holds a word of this stem.
  [[nodiscard]] bool knows(Language language, const std::string& stem) const {
    return words_[static_cast<std::size_t>(language)].contains(stem);
  }
  template <class Take>
  void each_stem(Language language, Take take) const {
    for (const auto& [stem, number] : words_[static_cast<std::size_t>(language)]) take(stem);
  }

  /// All hits of the text, longest first at each place, none inside another.
  [[nodiscard]] std::vector<PhraseHit> find(const std::vector<Unit>& units) const;

 private:
  using Node = std::uint32_t;

  void insert(const std::vector<std::string>& stems, Language language, std::uint32_t value);
  [[nodiscard]] Node step(Node node, Language language, const std::string& stem) const;
  void add_hits(Language language, const std::vector<Unit>& units, std::size_t first,
                std::vector<PhraseHit>& hits) const;

  boost::unordered_flat_map<std::string, std::uint32_t> words_[2];  // stem → number, by language
  boost::unordered_flat_map<std::uint64_t, Node> edges_;            // node and word → node
  std::vector<std::vector<std::uint32_t>> values_{std::vector<std::uint32_t>{},
                                                  {}};  // of each node; roots 0 (nl), 1 (en)
};

}  // namespace collega::skills
