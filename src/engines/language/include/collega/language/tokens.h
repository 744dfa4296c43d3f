#pragma once

// Words and sentences, with where they stand. All offsets are bytes of the text given, which must be valid UTF-8.

#include <string>
#include <string_view>
#include <vector>

#include "collega/base/language.h"
#include "collega/base/span.h"

namespace collega::language {

enum class TokenKind { word, number, punctuation };

/// A word keeps what belongs to it: "C++", "C#", ".NET", "Node.js", "e-mail", "auto's", "mbo-4", "R&D", "PL/SQL" stay
/// whole; "en/of", "SQL/Java" do not.
struct Token {
  Span span;
  TokenKind kind;
  std::string folded;  ///< lower case, without diacritics
};

[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

/// Sentences in order, trimmed, never empty. A line break ends a sentence when a blank line, a list mark or a heading
/// follows, or the line is short and the next starts with a capital; abbreviations ("o.a.", "m.b.t.", "drs.", "e.g."),
/// initials, decimals and dates do not.
[[nodiscard]] std::vector<Span> sentences(std::string_view text);

/// Snowball stem of one folded word.
[[nodiscard]] std::string stem(std::string_view folded_word, Language language);

/// Where a Dutch compound can be taken apart.
class CompoundSplitter {
 public:
  /// `parts`: folded words that may stand in a compound; shorter than 3 letters are ignored.
  explicit CompoundSplitter(const std::vector<std::string>& parts);

  /// The parts of a folded word, tussenklanken (s, e, en, n, er) left out: "wondzorgverpleegkundige" → wond zorg
  /// verpleegkundige. The fewest parts win, then the longest first part; the word itself when it cannot be taken apart
  /// into known parts.
  [[nodiscard]] std::vector<std::string> split(std::string_view folded_word) const;

 private:
  std::vector<std::string> parts_;  // sorted
};

}  // namespace collega::language
