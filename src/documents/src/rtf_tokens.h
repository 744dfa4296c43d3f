#pragma once

// An RTF is one long text of
//
//   { }            groups: what is set inside ends with them
//   \name-12       control words with an optional number; one space behind belongs to the word
//   \'e9           a byte in the code page of the font
//   \~ \_ \*       control symbols
//   letters        everything else; line ends mean nothing

#include <optional>
#include <string_view>

namespace collega::documents {

struct RtfToken {
  enum class Kind { end, open, close, word, symbol, byte, letters } kind = Kind::end;
  std::string_view text;      ///< the name of a word, the letters
  std::optional<int> number;  ///< of a word; of a byte its value
  char symbol = 0;
};

class RtfTokens {
 public:
  explicit RtfTokens(std::string_view rtf) : rtf_(rtf) {}

  [[nodiscard]] RtfToken next();
  /// Passes over the raw bytes that follow \bin.
  void skip(std::size_t bytes);

 private:
  RtfToken control();
  RtfToken word();

  std::string_view rtf_;
  std::size_t at_ = 0;
};

}  // namespace collega::documents
