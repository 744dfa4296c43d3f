#pragma once

// From words with places on a page to blocks in reading order:
//
//   words -> segments (words side by side) -> regions (columns, tables) -> lines and rows in reading order -> blocks
//
// Places are in points (1/72 inch) from the upper left corner.

#include <string>
#include <vector>

#include "formats.h"
#include "visibility.h"

namespace collega::documents {

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
  void include(const Box& other);
};

/// The largest difference in one of the three channels, 0 to 255.
[[nodiscard]] int distance(const Colour& a, const Colour& b);

struct Word {
  std::string text;
  Box box;
  double size = 0;  ///< of the font, in points
  bool bold = false;
  bool symbol = false;  ///< set in a font of signs, such as Wingdings
  bool upright = true;  ///< false when it stands on its side
  Colour background = kWhite;
};

struct PageText {
  double width = 0;
  double height = 0;
  std::vector<Word> words;
  bool recognised = false;  ///< from a picture: sizes are rough
};

/// Words that follow each other on a line without a wide gap.
struct Segment {
  std::vector<Word> words;
  Box box;
  double size = 0;    ///< of most of its letters
  bool bold = false;  ///< all of it
  std::string text;
};

/// A line of running text, or a row of a table when it has more than one cell.
struct Line {
  std::vector<std::string> cells;  ///< one: running text
  Box box;
  double size = 0;
  bool bold = false;
  double right_limit = 0;  ///< where the column ends, so that a line that ends long before it was broken on purpose
  double first_word_width = 0;
  bool starts_flow = false;  ///< first of a column or table: no paragraph goes on from the line before
  std::string bullet;        ///< the sign or number before a list item, not in the cells
};

struct PageLines {
  int number = 0;
  bool recognised = false;
  std::vector<Line> lines;
};

[[nodiscard]] std::vector<Segment> segments_of(const PageText& page);

/// Takes away the lines at the top and foot that return on other pages, and page numbers. An item a page.
void drop_running_lines(std::vector<std::vector<Segment>>& pages, const std::vector<double>& heights);

/// The lines and rows of a page of this width.
[[nodiscard]] std::vector<Line> in_reading_order(std::vector<Segment> segments, double width);

/// The sign before a list item: "•", "–", a letter of a symbol font.
[[nodiscard]] bool is_bullet(const Word& word);
/// "3." or "b)"
[[nodiscard]] bool is_item_number(std::string_view word);

/// The sizes of a document's text by which its headings are known.
struct Styles {
  double body_size = 0;               ///< of most letters
  std::vector<double> heading_sizes;  ///< those clearly larger, largest first
  bool body_is_bold = false;
};
[[nodiscard]] Styles styles_of(const std::vector<PageLines>& pages);

/// Adds the headings, paragraphs, list items and rows that the lines of `page` make.
void add_blocks(const PageLines& page, const Styles& styles, DocumentBuilder& builder);

/// `first` and `second` as one text: with a space, or with the hyphen at the end of `first` taken out where it only
/// broke a word.
[[nodiscard]] std::string join_lines(std::string_view first, std::string_view second);

}  // namespace collega::documents
