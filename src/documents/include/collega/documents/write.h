#pragma once

// A draft to the bytes of a file: DOCX, ODT, PDF and, for tables, XLSX.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/result.h"
#include "collega/documents/document.h"

namespace collega::documents {

/// One block of a draft. A row of a table has its cells in `cells`; every other block has its words in `text`.
struct DraftBlock {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;                        ///< as in Block; the heading row of a table has 1
  std::string text;                     ///< may hold line breaks
  std::vector<std::string> cells = {};  ///< in one of several lines the first is its heading
  std::optional<int> number = {};       ///< of an item in a numbered list
};

enum class Layout { plain, sidebar, table, compact, letterhead };

/// Text that a reader of the page does not see; the demo needs it to show that Collega does.
struct Concealed {
  enum class How { white, tiny } how;
  std::string text;
};

struct Draft {
  std::string title;
  std::vector<DraftBlock> blocks = {};
  std::vector<DraftBlock> side = {};  ///< in Layout::sidebar a narrow column beside `blocks`, else follows them
  Layout layout = Layout::plain;
  std::optional<Concealed> concealed = {};
};

/// A draft from Markdown: headings, lists, tables, paragraphs. Sections whose heading ends in "{side}" go to `side`.
/// A line break stays one, as the writers of letters and CVs mean it. Emphasis and HTML are not kept.
[[nodiscard]] Draft draft_from_markdown(std::string_view markdown);

/// Layout::table sets every job (a heading of level 3 with its period under it, and what follows) as a row: period,
/// job. Same draft, same bytes: the files carry no time of writing.
[[nodiscard]] Result<std::string> write_pdf(const Draft& draft);
[[nodiscard]] Result<std::string> write_docx(const Draft& draft);
[[nodiscard]] Result<std::string> write_odt(const Draft& draft);

/// A PDF whose pages are pictures of the draft's pages, as an office scanner makes them: grey, a little askew, with
/// noise from `seed`. Same draft and seed, same picture.
[[nodiscard]] Result<std::string> write_scan(const Draft& draft, unsigned seed);

enum class CellTone { plain, good, partial, bad, unknown, heading };

struct SheetCell {
  std::string text;
  std::optional<double> number = {};  ///< written as a number when there is one
  CellTone tone = CellTone::plain;
};

struct Sheet {
  std::string name;  ///< at most 31 characters; made valid when it is not
  std::vector<std::vector<SheetCell>> rows = {};
  std::vector<double> widths = {};  ///< of the columns, in characters
  std::size_t frozen_rows = 1;
  std::size_t frozen_columns = 1;
};

[[nodiscard]] Result<std::string> write_xlsx(const std::vector<Sheet>& sheets);

}  // namespace collega::documents
