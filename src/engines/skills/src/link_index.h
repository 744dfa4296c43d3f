#pragma once

// What linking knows of a taxonomy, in flat tables that can be written and read as they are: words, the names they
// make up, which words stand for each other, and a vector of meaning for each word and concept. Made once, when a
// taxonomy is imported.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collega/base/language.h"
#include "collega/skills/taxonomy.h"

namespace collega::skills {

/// Rows of different lengths, one behind the other.
template <class T>
struct Rows {
  std::vector<std::uint32_t> begins{0};  ///< of each row, and the end of the last
  std::vector<T> items;

  [[nodiscard]] std::size_t size() const { return begins.size() - 1; }
  [[nodiscard]] std::span<const T> operator[](std::size_t row) const {
    return std::span{items}.subspan(begins[row], begins[row + 1] - begins[row]);
  }
  void add(std::span<const T> row) {
    items.insert(items.end(), row.begin(), row.end());
    begins.push_back(static_cast<std::uint32_t>(items.size()));
  }
};

using WordId = std::uint32_t;

/// A word that may stand for another: spelled otherwise, a synonym, a translation.
struct Kin {
  WordId word = 0;
  float likeness = 0;  ///< in (0, 1)
};

/// Words that end on `one` are also found ending on `other`: "bediener" and "bedienster".
struct EndingPair {
  std::string one, other;
};

/// A name of a concept, as words.
struct Form {
  std::uint32_t place = 0;  ///< of its concept in KindIndex::concepts
  std::uint32_t name = 0;   ///< 0: the label; n: the n-th synonym
  float norm = 0;           ///< length of its vector of words and grams
  Language language = Language::nl;
};

/// The names of one kind of concept: occupations or skills.
struct KindIndex {
  std::vector<ConceptRef> concepts;
  std::vector<std::uint32_t> first_form;  ///< of each concept, and the end of the last
  std::vector<Form> forms;                ///< in order of concept
  std::vector<float> bag_norm;            ///< of all names of a concept together
  Rows<WordId> form_words;
  Rows<std::uint32_t> word_forms;  ///< the forms that a word stands in
  std::vector<float> word_weight;  ///< inverse document frequency over concepts; 0 of a word that no name has
  std::vector<float> gram_weight;
  Rows<WordId> gram_words;           ///< the words of its names that a gram stands in
  std::vector<float> word_length;    ///< of the vector of a word's grams
  std::vector<std::int8_t> vectors;  ///< of the concepts, `dimensions` each
};

/// The number of dimensions is a multiple of this.
inline constexpr std::size_t kVectorBlock = 32;

struct LinkIndex {
  std::vector<std::string> words;  ///< folded; those of names first
  std::unordered_map<std::string_view, WordId> word_ids;
  std::vector<std::uint32_t> grams;  ///< sorted
  Rows<WordId> parts;                ///< of a Dutch compound; of other words none
  Rows<Kin> kin;
  std::vector<EndingPair> endings;
  std::uint32_t dimensions = 0;
  std::vector<std::int8_t> word_vectors;  ///< `dimensions` each; no longer than 127
  std::vector<float> word_scales;         ///< what to multiply them by
  KindIndex occupations, skills;

  [[nodiscard]] const KindIndex& of(ConceptKind kind) const {
    return kind == ConceptKind::occupation ? occupations : skills;
  }
  /// Anew, after `words` has been filled.
  void number_words();
};

/// `with_vectors` costs most of the time: some seconds for all of ESCO.
[[nodiscard]] LinkIndex make_link_index(const Taxonomy& taxonomy, bool with_vectors);

}  // namespace collega::skills
