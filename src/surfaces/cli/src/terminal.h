#pragma once

// Text on a terminal: how wide it is, where it breaks, what must not be printed, and the signs in use.

#include <string>
#include <string_view>
#include <vector>

namespace collega::cli {

/// Columns that the text takes: wide characters two, combining marks and our own colour codes none.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// Without control characters and marks that turn the direction of text, so that a document cannot steer the terminal
/// or dress up what is printed. Line breaks and tabs become a space each unless `keep_lines`.
[[nodiscard]] std::string printable(std::string_view text, bool keep_lines = false);

/// Lines of at most `columns`, broken at spaces; a word that is too long is broken where it must.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// Wrapped, with `first` before the first line and as many spaces before the others, each line ended.
[[nodiscard]] std::string hanging(std::string_view first, std::string_view text, std::size_t columns);

/// With spaces up to `columns`; longer text is left as it is.
[[nodiscard]] std::string padded(std::string_view text, std::size_t columns);

/// At most `columns` wide, `ellipsis` at the end when something was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns, std::string_view ellipsis);

struct Signs {
  std::string_view yes, partly, no, unknown;
  std::string_view rule, bullet, open_quote, close_quote, dash, ellipsis;
};
[[nodiscard]] const Signs& signs(bool utf8);

enum class Colour { bold, dim, green, yellow, red };

/// The text in a colour, or as it is when colours are off.
[[nodiscard]] std::string painted(std::string_view text, Colour colour, bool colours);

}  // namespace collega::cli
