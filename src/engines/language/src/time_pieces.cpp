#include "time_pieces.h"

#include <algorithm>
#include <string>

#include "characters.h"

namespace collega::language {
namespace {

constexpr std::uint8_t kMostDigitsOfAValue = 9;

PieceKind kind_of_sign(char32_t value) {
  if (is_dash(value) || value == '~' || value == 0x2192 || value == 0x2794) return PieceKind::dash;
  if (is_apostrophe(value)) return PieceKind::apostrophe;
  switch (value) {
    case '/':
      return PieceKind::slash;
    case '.':
      return PieceKind::dot;
    case ',':
      return PieceKind::comma;
    case ':':
      return PieceKind::colon;
    case '+':
      return PieceKind::plus;
    default:
      return PieceKind::other;
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The plain letter of "é" and its like, 0 for what the table of time words has not. General folding costs a
/// hundredfold.
char plain_letter(char32_t value) {
  switch (value) {
    case U'é':
    case U'è':
    case U'ë':
    case U'ê':
    case U'É':
    case U'Ë':
      return 'e';
    case U'ä':
    case U'Ä':
    case U'à':
      return 'a';
    case U'ö':
    case U'Ö':
      return 'o';
    case U'ü':
    case U'Ü':
      return 'u';
    case U'ï':
      return 'i';
    default:
      return value < 0x80 ? lower(static_cast<char>(value)) : '\0';
  }
}

bool is_combining_mark(char32_t value) { return value >= 0x300 && value <= 0x36F; }

TimeWord meaning_of(std::string_view word) {
  char folded[kLongestTimeWord];
  std::size_t size = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint here = character_at(word, at);
    at += here.size;
    if (is_combining_mark(here.value)) continue;
    const char letter = plain_letter(here.value);
    if (letter == '\0' || size == kLongestTimeWord) return {};
    folded[size++] = letter;
  }
  return time_word({folded, size});
}

}  // namespace

const Piece Pieces::kEnd;

Pieces::Pieces(std::string_view text) : text_(text) {
  constexpr std::size_t kBytesPerPiece = 5;
  pieces_.reserve(text.size() / kBytesPerPiece + 4);
  std::size_t at = 0;
  bool glued = false;
  std::uint8_t breaks = 0;
  while (at < text.size()) {
    const CodePoint here = character_at(text, at);
    const CharacterKind kind = kind_of(here.value);
    const bool blank = kind == CharacterKind::space || (kind == CharacterKind::ignorable && !is_dash(here.value));
    if (blank) {
      if (here.value == '\n' && breaks < 2) ++breaks;
      glued = glued && kind == CharacterKind::ignorable;
      at += here.size;
      continue;
    }
    Piece piece;
    piece.span.begin = at;
    piece.glued = glued;
    piece.breaks = breaks;
    if (kind == CharacterKind::letter) {
      read_word(piece, at);
    } else if (here.value >= '0' && here.value <= '9') {
      read_number(piece, at);
    } else {
      piece.kind = kind_of_sign(here.value);
      at += here.size;
    }
    piece.span.end = at;
    pieces_.push_back(piece);
    glued = true;
    breaks = 0;
  }
}

void Pieces::read_word(Piece& piece, std::size_t& at) const {
  const std::size_t begin = at;
  while (at < text_.size()) {
    const CodePoint here = character_at(text_, at);
    if (kind_of(here.value) != CharacterKind::letter) break;
    at += here.size;
  }
  piece.kind = PieceKind::word;
  piece.word = meaning_of(text_.substr(begin, at - begin));
}

void Pieces::read_number(Piece& piece, std::size_t& at) const {
  piece.kind = PieceKind::number;
  piece.leading_zero = text_[at] == '0';
  for (; at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; ++at) {
    if (piece.digits < kMostDigitsOfAValue)
      piece.value = piece.value * 10 + static_cast<std::uint32_t>(text_[at] - '0');
    if (piece.digits < 255) ++piece.digits;
  }
}

bool Pieces::is_word(std::size_t i, std::string_view folded) const {
  const Piece& piece = at(i);
  if (piece.kind != PieceKind::word) return false;
  const std::string_view word = piece.span.of(text_);
  if (word.size() == folded.size()) {
    return std::equal(word.begin(), word.end(), folded.begin(), [](char a, char b) { return lower(a) == b; });
  }
  const bool may_have_marks = word.size() > folded.size() && word.size() <= folded.size() * 3 && !is_ascii(word);
  return may_have_marks && fold(word) == folded;
}

}  // namespace collega::language
