#pragma once

// How a draft looks, the same in every format it is written to; and the draft as the writers take it.

#include <string>
#include <vector>

#include "collega/documents/write.h"
#include "visibility.h"

namespace collega::documents {

/// Sizes and distances are in points.
struct DraftStyle {
  std::string font;         ///< as it is installed with the program
  std::string office_font;  ///< of the same widths, as Word knows it
  double body = 10;
  double heading[3] = {20, 13, 11};  ///< of levels 1, 2 and deeper
  double line_spacing = 1.2;         ///< of the font's own line height
  double margin = 56;
  Colour accent = kBlack;  ///< of headings and rules
  bool rules_under_sections = false;
  bool centred_header = false;  ///< the name and the lines under it
  bool side_on_the_right = false;
  Colour side_fill = kWhite;
  Colour side_letters = kBlack;
  Colour side_accent = kBlack;

  /// In an office file; a job stands close under the heading of its section.
  [[nodiscard]] double space_above_heading(int level) const { return level == 1 ? 0 : level == 2 ? body : body * 0.6; }
};

inline constexpr double kPageWidth = 595.28;  // A4
inline constexpr double kPageHeight = 841.89;

/// Of the width between the margins, what the column at the side takes: room for "- Rijbewijs B, eigen auto" on one
/// line.
inline constexpr double kSideShare = 0.32;

/// The style of the draft's layout. Fonts and colours vary with the title, so that a pile of drafts does not look as if
/// one person had typed them all.
[[nodiscard]] DraftStyle style_of(const Draft& draft);

/// "1F3A5F"
[[nodiscard]] std::string hex_of(Colour colour);

/// The draft with its text made valid and free of control characters, `side` emptied into `blocks` unless it stands
/// beside them, and jobs made rows in Layout::table.
[[nodiscard]] Draft prepared(const Draft& draft);

/// Where the header ends: the heading of level 1 and the short paragraphs under it.
[[nodiscard]] std::size_t header_end(const std::vector<DraftBlock>& blocks);

/// Where the table ends whose first row is blocks[begin]: a heading row or another number of cells begins the next.
[[nodiscard]] std::size_t table_end(const std::vector<DraftBlock>& blocks, std::size_t begin);

/// The share of the width of each column of a table, by what stands in it; together 1.
[[nodiscard]] std::vector<double> column_shares(const std::vector<DraftBlock>& blocks, std::size_t begin,
                                                std::size_t end);

/// A text at its line breaks.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

}  // namespace collega::documents
