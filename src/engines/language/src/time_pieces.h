#pragma once

// A text cut up for the reading of dates and durations: finer than tokens, since "03/2018-heden" must come apart fully.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/span.h"
#include "time_words.h"

namespace collega::language {

enum class PieceKind : std::uint8_t { end, word, number, dash, slash, dot, comma, colon, apostrophe, plus, other };

struct Piece {
  Span span;
  PieceKind kind = PieceKind::end;
  TimeWord word;
  bool glued = false;       ///< nothing stands between it and the piece before
  std::uint8_t breaks = 0;  ///< line breaks before it, at most 2
  std::uint8_t digits = 0;  ///< of a number, at most 255
  bool leading_zero = false;
  std::uint32_t value = 0;  ///< of a number of at most 9 digits
};

/// The pieces of a text. Asking beyond either end gives a piece of kind `end`.
class Pieces {
 public:
  explicit Pieces(std::string_view text);

  [[nodiscard]] std::size_t size() const { return pieces_.size(); }
  [[nodiscard]] const Piece& at(std::size_t i) const { return i < pieces_.size() ? pieces_[i] : kEnd; }
  [[nodiscard]] const Piece& before(std::size_t i) const { return i > 0 ? at(i - 1) : kEnd; }

  [[nodiscard]] bool is(std::size_t i, PieceKind kind) const { return at(i).kind == kind; }
  [[nodiscard]] bool has_role(std::size_t i, TimeRole role) const { return at(i).word.role == role; }
  /// The piece is this word; `folded` is ASCII and lower case.
  [[nodiscard]] bool is_word(std::size_t i, std::string_view folded) const;
  /// The piece is one of the words, which are ASCII and lower case.
  template <class Words>
  [[nodiscard]] bool is_one_of(std::size_t i, const Words& words) const {
    if (at(i).kind != PieceKind::word) return false;
    for (const std::string_view word : words) {
      if (is_word(i, word)) return true;
    }
    return false;
  }
  [[nodiscard]] std::string_view text_of(std::size_t i) const { return at(i).span.of(text_); }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  void read_word(Piece& piece, std::size_t& at) const;
  void read_number(Piece& piece, std::size_t& at) const;

  static const Piece kEnd;
  std::string_view text_;
  std::vector<Piece> pieces_;
};

}  // namespace collega::language
