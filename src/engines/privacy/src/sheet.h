#pragma once

// A text cut into words, with what each may be: what all recognisers of this module read from, and the findings they
// add.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/span.h"
#include "collega/privacy/find.h"
#include "labels.h"
#include "lexicon.h"

namespace collega::privacy {

/// A run of letters and digits; hyphens and apostrophes between them belong to it ("Anne-Marie", "foto's",
/// "06-12345678").
struct Word {
  std::uint32_t begin = 0, end = 0;  ///< bytes
  std::uint32_t bits = 0;            ///< WordBits of the whole; of "Anne-Marie" what both parts are
  std::uint64_t hash = 0;            ///< of the folded text
  bool capital = false;              ///< begins with a capital
  bool all_capitals = false;         ///< two letters or more, all capitals
  bool digits = false;               ///< begins with a digit
  bool has_digit = false;
  bool letter = false;         ///< one letter alone, as an initial is
  bool hyphen = false;         ///< parts joined by a hyphen
  bool genitive = false;       ///< "Anna's", "Jans": `bits` are of the name without its ending, `name_end` is its end
  bool starts = false;         ///< of a sentence, a line or a quotation: a capital says little here
  char before = 0;             ///< the last mark between the word before and this one, 0 when only spaces
  bool glued = false;          ///< nothing stands between
  std::uint8_t lines = 0;      ///< line breaks before it
  std::uint32_t name_end = 0;  ///< end without the ending of a genitive
};

class Sheet {
 public:
  Sheet(std::string_view text, const Lexicon& lexicon, const Labels& labels);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view of(const Word& word) const { return text_.substr(word.begin, word.end - word.begin); }
  [[nodiscard]] std::vector<Word>& words() { return words_; }
  [[nodiscard]] const std::vector<Word>& words() const { return words_; }
  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }

  /// The first word that ends after `byte`.
  [[nodiscard]] std::size_t word_at(std::size_t byte) const;

  /// The field that word `at` itself names.
  [[nodiscard]] Field field_of(std::size_t at) const { return labels_->of(words_[at].hash); }
  /// Whether a label of this field stands before word `at`, on the same line or the line before, nearer than any other
  /// field's.
  [[nodiscard]] bool labelled(std::size_t at, Field field) const;
  /// The nearest field named before word `at`, at most `reach` words back.
  [[nodiscard]] Field field_before(std::size_t at, std::size_t reach) const;

  void add(std::size_t begin, std::size_t end, Kind kind, double score, std::string_view why);
  [[nodiscard]] std::vector<Finding>& found() { return found_; }

 private:
  [[nodiscard]] bool clips(std::size_t at) const;
  void scan();
  void know_all();
  void know(Word& word);
  void know_parts(Word& word, std::string_view text);
  void know_genitive(Word& word, std::string_view text);

  std::string_view text_;
  const Lexicon* lexicon_;
  const Labels* labels_;
  std::vector<Word> words_;
  std::vector<Finding> found_;
};

}  // namespace collega::privacy
