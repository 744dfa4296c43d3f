// The shape of CSV, as office programs write and as people mend it:
//
//   file   = [ "sep=" delimiter line-end ] row { line-end row }
//   row    = cell { delimiter cell }
//   cell   = '"' { any | '""' } '"' letters       what stands behind the closing quote is kept, with a notice
//          | letters                              a quote inside is a letter
//   letters = anything but delimiter and line-end

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "charset.h"
#include "collega/documents/table.h"
#include "table_builder.h"

namespace collega::documents {
namespace {

// A file of one column has no delimiter. Zero bytes do not occur in a text that gets this far.
constexpr char kNoDelimiter = '\0';
// In the order of how likely they are where the comma stands in numbers.
constexpr std::array kDelimiters{';', '\t', ',', '|'};
// Enough rows to tell a delimiter from a letter that happens to stand in some.
constexpr std::size_t kProbedRows = 30;
constexpr std::size_t kProbedBytes = 256u << 10;

constexpr std::string_view kReplacement = "\uFFFD";

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

std::size_t after_line_end(std::string_view text, std::size_t at) {
  return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? at + 2 : at + 1;
}

using Counts = std::array<std::size_t, kDelimiters.size()>;

// How often each delimiter stands outside quotes in each of the first rows that hold something.
std::vector<Counts> counts_in_first_rows(std::string_view text) {
  std::vector<Counts> rows;
  Counts counts{};
  bool cell_begins = true;
  bool row_is_empty = true;
  const auto end_row = [&] {
    if (!row_is_empty) rows.push_back(counts);
    counts = {};
    cell_begins = row_is_empty = true;
  };
  for (std::size_t i = 0; i < std::min(text.size(), kProbedBytes) && rows.size() < kProbedRows; ++i) {
    const auto* delimiter = std::find(kDelimiters.begin(), kDelimiters.end(), text[i]);
    if (is_line_end(text[i])) {
      end_row();
    } else if (delimiter != kDelimiters.end()) {
      ++counts[static_cast<std::size_t>(delimiter - kDelimiters.begin())];
      cell_begins = true;
      row_is_empty = false;
    } else if (text[i] == '"' && cell_begins) {
      // A doubled quote looks like two quoted pieces, which is the same to us.
      i = std::min(text.find('"', i + 1), text.size());
      row_is_empty = false;
    } else {
      cell_begins = row_is_empty = false;
    }
  }
  if (rows.empty()) end_row();
  return rows;
}

// The delimiter that stands in the header and in most rows as often as there; of two, the one that makes more cells.
char delimiter_of(std::string_view text) {
  const std::vector<Counts> rows = counts_in_first_rows(text);
  char best = kNoDelimiter;
  std::pair<std::size_t, std::size_t> best_score{0, 0};
  for (std::size_t i = 0; i < kDelimiters.size() && !rows.empty(); ++i) {
    const std::size_t in_header = rows.front()[i];
    if (in_header == 0) continue;
    const auto even = std::count_if(rows.begin(), rows.end(), [&](const Counts& row) { return row[i] == in_header; });
    const std::pair score{static_cast<std::size_t>(even), in_header};
    if (score > best_score) {
      best = kDelimiters[i];
      best_score = score;
    }
  }
  return best;
}

class CsvParser {
 public:
  CsvParser(std::string_view text, const TableLimits& limits) : text_(text), builder_(limits) {
    if (!take_named_delimiter()) delimiter_ = delimiter_of(text_);
  }

  TableBuilder& builder() { return builder_; }

  Result<Table> parse() && {
    while (at_ < text_.size()) {
      if (is_line_end(text_[at_])) {
        end_line();
      } else {
        TRY(read_row());
      }
    }
    return std::move(builder_).build();
  }

 private:
  // Excel's own first line.
  bool take_named_delimiter() {
    constexpr std::size_t kLength = 5;
    if (text_.size() < kLength) return false;
    const std::string_view word = text_.substr(0, 4);
    if (word != "sep=" && word != "SEP=") return false;
    if (is_line_end(text_[4]) || (text_.size() > kLength && !is_line_end(text_[kLength]))) return false;
    delimiter_ = text_[4];
    at_ = text_.size() > kLength ? after_line_end(text_, kLength) : kLength;
    line_ = 2;
    return true;
  }

  Result<Done> read_row() {
    const std::size_t line = line_;
    std::vector<std::string> cells;
    cells.reserve(builder_.columns());
    while (true) {
      if (cells.size() >= builder_.cells_left()) return Error{ErrorCode::table_too_large};
      cells.emplace_back();
      TRY(read_cell(cells.back()));
      if (at_ == text_.size() || text_[at_] != delimiter_) break;
      ++at_;
    }
    if (at_ < text_.size()) end_line();
    const bool fewer = cells.size() < builder_.columns();
    const bool empty = std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
    if (fewer && !empty) builder_.notice(TableNoticeKind::fewer_cells, line);
    return builder_.add(line, std::move(cells));
  }

  void end_line() {
    at_ = after_line_end(text_, at_);
    ++line_;
  }

  // Leaves at_ on a delimiter, on a line end or at the end.
  Result<Done> read_cell(std::string& cell) {
    const std::size_t line = line_;
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    if (quoted && !read_quoted(cell)) return Error{ErrorCode::table_open_quote, std::to_string(line)};
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && !is_line_end(text_[at_])) ++at_;
    cell.append(text_, begin, at_ - begin);
    if (quoted && at_ > begin) builder_.notice(TableNoticeKind::stray_quote, line);
    return Done{};
  }

  // False when the quote is never closed.
  bool read_quoted(std::string& cell) {
    while (true) {
      const std::size_t begin = ++at_;
      const std::size_t quote = text_.find('"', begin);
      if (quote == std::string_view::npos) return false;
      append_lines(cell, text_.substr(begin, quote - begin));
      at_ = quote + 1;
      if (at_ == text_.size() || text_[at_] != '"') return true;
      cell += '"';
    }
  }

  // Appends text that may hold line ends, each as one '\n'.
  void append_lines(std::string& cell, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t end = std::min(text.find_first_of("\r\n", i), text.size());
      cell.append(text, i, end - i);
      if (end == text.size()) return;
      cell += '\n';
      ++line_;
      i = after_line_end(text, end);
    }
  }

  std::string_view text_;
  TableBuilder builder_;
  char delimiter_ = kNoDelimiter;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

Result<Table> read_csv(std::string_view bytes, const TableLimits& limits) {
  if (bytes.size() > limits.file_bytes) return Error{ErrorCode::document_too_large};
  const Encoding encoding = encoding_of(bytes);
  const std::string text = decode_unknown(bytes);
  if (text.find('\0') != std::string::npos) return Error{ErrorCode::document_broken, {}, "zero bytes"};

  CsvParser parser{text, limits};
  const bool guessed = std::strcmp(encoding.name, "windows-1252") == 0;
  if (guessed) parser.builder().notice(TableNoticeKind::not_utf8, 0);
  if (!guessed && text.find(kReplacement) != std::string::npos && bytes.find(kReplacement) == std::string_view::npos) {
    parser.builder().notice(TableNoticeKind::broken_letters, 0);
  }
  return std::move(parser).parse();
}

}  // namespace collega::documents
