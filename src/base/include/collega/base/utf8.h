#pragma once

// UTF-8: is it valid, how does it fold, and where is the n-th code point?

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/span.h"

namespace collega {

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// The same text with every broken byte sequence replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view bytes);

/// Number of code points. `text` must be valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Compatibility composition (NFKC): ligatures and full-width forms become plain letters. `text` must be valid UTF-8.
[[nodiscard]] std::string normalise(std::string_view text);

/// Lower case by Unicode's own rules, in any language.
[[nodiscard]] std::string to_lower(std::string_view text);

/// Lower case and without diacritics: "Café" and "cafe" fold to the same, and so do "ﬁets" and "fiets".
[[nodiscard]] std::string fold(std::string_view text);

/// The code point that starts at byte `offset`, and the number of bytes it takes. `text` must be valid UTF-8.
struct CodePoint {
  char32_t value;
  std::size_t size;
};
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t offset);

/// Appends one code point as UTF-8.
void append_code_point(std::string& text, char32_t value);

/// Converts between bytes and code points of one text. Building costs one pass; a conversion costs at most 64 bytes of
/// scanning. The text must outlive the index.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  /// `byte` must stand at the start of a code point or at the end of the text.
  [[nodiscard]] std::size_t code_points_before(std::size_t byte) const;
  /// The span in code points.
  [[nodiscard]] Span to_code_points(Span bytes) const;
  /// The span in bytes. Positions past the end become the end.
  [[nodiscard]] Span to_bytes(Span code_points) const;

 private:
  [[nodiscard]] std::size_t byte_of(std::size_t code_point) const;

  std::string_view text_;
  std::vector<std::size_t> before_;  // code points before byte 64 * i
};

}  // namespace collega
