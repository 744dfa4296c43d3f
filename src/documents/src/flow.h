#pragma once

// What the readers of office formats make before it becomes a Document: paragraphs and rows in reading order, each with
// how it looked, so that headings can be told from bold and size once the whole is known.

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "collega/documents/document.h"

namespace collega::documents {

class DocumentBuilder;

/// How the letters of a paragraph looked; all zero when the format does not say.
struct Look {
  std::size_t letters = 0;
  std::size_t bold = 0;        ///< of the letters
  std::size_t underlined = 0;  ///< of the letters
  double points = 0;           ///< size of the smallest letter

  /// Counts in the letters of one more piece of the paragraph; white space has no look.
  void add(std::string_view text, bool is_bold, bool is_underlined, double size);
};

struct FlowBlock {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;
  std::string text;
  std::vector<std::string> cells = {};  ///< of a table row
  Look look = {};
};

using Flow = std::vector<FlowBlock>;

/// Takes a bullet and the space behind it from the front of `line`; false when there is none.
bool take_bullet(std::string_view& line);

/// Adds a paragraph. One that is written as bullets, or as lines with bullets, becomes list items.
void append_paragraph(Flow& flow, FlowBlock block);

/// Adds the lines of a header or footer but for page numbers and what is in `seen`: the same line may stand in those of
/// the first page and of the others.
void add_running(Flow& flow, Flow part, std::set<std::string>& seen);

/// The rows of one table, each a list of cells, each a flow of its own.
using FlowRow = std::vector<Flow>;

/// Adds a table. A row of short one-line cells becomes a table row; in any other row, as in a page that was laid out
/// with a table, the cells follow one another block by block. Columns that are empty throughout are left out.
void append_table(Flow& flow, std::vector<FlowRow> rows);

/// Whether a line by itself could be a heading: short, no sentence, no date, address or number.
[[nodiscard]] bool could_be_heading(std::string_view line);

/// Whether a line has letters, all of them capitals.
[[nodiscard]] bool is_all_capitals(std::string_view line);

/// Hands the flow to the builder, with paragraphs that stand out by bold, underline or size made headings.
void add_flow(DocumentBuilder& builder, Flow flow);

}  // namespace collega::documents
