#pragma once

// A table from a file: CSV, or one sheet of an XLSX workbook. Every cell is text; what a text means is for who imports
// it.

#include <boost/describe.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/result.h"

namespace collega::documents {

/// A row that holds something; rows of empty cells are left out. Cells stand under the header at their own index.
struct TableRow {
  std::size_t line = 0;  ///< in the file from 1: of CSV where the row begins, of XLSX the number beside the row
  std::vector<std::string> cells;

  bool operator==(const TableRow&) const = default;
};

enum class TableNoticeKind {
  fewer_cells,            ///< than the header has; CSV only, for a sheet does not keep empty cells
  more_cells,             ///< than the header has; they are kept
  stray_quote,            ///< letters behind the quote that closes a cell; they are kept
  not_utf8,               ///< the file was taken for windows-1252, so é and € may be wrong
  broken_letters,         ///< bytes that are no letters in the file's encoding; they became U+FFFD
  cell_error,             ///< a formula came to #N/A, #REF! or the like; the cell holds that
  formula_without_value,  ///< a formula whose value the file does not hold; the cell is empty
};
BOOST_DESCRIBE_ENUM(TableNoticeKind, fewer_cells, more_cells, stray_quote, not_utf8, broken_letters, cell_error,
                    formula_without_value)

/// Something the caller should show before the table is used.
struct TableNotice {
  TableNoticeKind kind;
  std::size_t line = 0;  ///< as in TableRow; 0 when it is about the whole file

  bool operator==(const TableNotice&) const = default;
};

struct Table {
  std::string sheet;                 ///< the name of the sheet that was read; empty for CSV
  std::vector<std::string> sheets;   ///< of all sheets in the workbook, for a choice; empty for CSV
  std::vector<std::string> header;   ///< the first row that holds something, without white space around the names
  std::size_t header_line = 0;       ///< as in TableRow
  std::vector<TableRow> rows;        ///< in the file's order; valid UTF-8, white space as it stood
  std::vector<TableNotice> notices;  ///< in the order of their lines; at most one of a kind for each line
};

/// Bounds on one table, far above the personnel file of any employer that runs this. Past them a table is refused, and
/// not cut: half an import is worse than none.
struct TableLimits {
  /// A payroll's CSV of 50,000 people with three years of history has 77 MB: 285,000 rows of 29 columns. Importing it
  /// takes 0.9 GB of memory, and at this bound some 1.2 GB.
  std::size_t file_bytes = 100u << 20;
  std::size_t unpacked_bytes = 200u << 20;  ///< of the members of an XLSX together
  std::size_t rows = 1'000'000;             ///< a sheet of Excel has 1,048,576
  std::size_t cells = 10'000'000;           ///< of all rows, empty ones too: a third of a gigabyte
  std::size_t text_bytes = 100u << 20;      ///< of all cells together
  int seconds = 60;                         ///< for an XLSX in the child
};

/// The table in a CSV file.
///
/// Cells are set apart by the one of ; , tab | that sets the first lines apart most evenly outside quotes, or by what
/// a first line "sep=;" says; a file without any has one column. Lines end in LF, CRLF or CR. In quotes a cell may hold
/// delimiters, line breaks and "" for a quote. UTF-8 (also with a broken letter here and there), UTF-16, or
/// windows-1252 when it is neither.
///
/// Errors: document_empty (no row at all), document_broken (zero bytes: no text), table_open_quote (with its line in
/// `where`), document_too_large for file_bytes, table_too_large. Linear in the size of the file.
[[nodiscard]] Result<Table> read_csv(std::string_view bytes, const TableLimits& limits = {});

/// The table in one sheet of an XLSX workbook: the one named `sheet` (case does not count), or with an empty name the
/// first that is not hidden. Hidden rows and columns are read like others.
///
/// A date is "2024-03-01", with a time of day "2024-03-01T09:30" or "...T09:30:15", a time or duration alone "09:30" or
/// "36:30"; a number is plain ("36", "0.8", also when it is shown as 80%) with the fifteen digits that Excel keeps, and
/// with its leading zeros when its format is such ("00123"); a boolean is "true" or "false". Of a formula the value
/// counts that was last computed.
///
/// Parses in this process, so only for the child, for tests and fuzz targets: files from outside go through
/// Reader::read_table(). Errors: document_empty (no row), document_broken, document_encrypted, document_bomb,
/// document_too_large for file_bytes, table_too_large, table_unknown_sheet.
[[nodiscard]] Result<Table> read_xlsx(std::string_view bytes, std::string_view sheet = {},
                                      const TableLimits& limits = {});

}  // namespace collega::documents
