#include "layout_table.h"

#include <algorithm>
#include <cmath>

namespace collega::documents {
namespace {

using Rows = std::vector<std::vector<Segment>>;

// Lines whose middles differ by less than this share of their size are side by side.
constexpr double kBeside = 0.35;
// So many of the lines of the shorter side of a table have a line beside them; the others are cells that wrapped.
constexpr double kMostBeside = 0.8;
// Lines of a paragraph follow at 1.2 times their size; rows of a table stand farther apart.
constexpr double kTightLines = 1.45;
// Running text has this many words a line, a cell seldom has.
constexpr double kWordsOfProse = 5;
// A line that fills this share of its column was broken because it was full.
constexpr double kFullLine = 0.85;

struct Side {
  Rows rows;
  Box box;
  double words_a_line = 0;
  double size = 0;

  explicit Side(const std::vector<Segment>& segments) : rows(rows_of(segments)), box(segments.front().box) {
    double words = 0;
    std::vector<double> sizes;
    for (const Segment& segment : segments) {
      box.include(segment.box);
      words += static_cast<double>(segment.words.size());
      sizes.push_back(segment.size);
    }
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    size = sizes[sizes.size() / 2];
    words_a_line = words / static_cast<double>(rows.size());
  }

  // Set apart as a heading: larger than the rest, or bold where most is not.
  [[nodiscard]] bool is_heading(std::size_t row) const {
    const Segment& segment = rows[row].front();
    if (segment.size > 1.12 * size) return true;
    const auto bolds = std::count_if(rows.begin(), rows.end(), [](const auto& r) { return r.front().bold; });
    return segment.bold && 2 * bolds < static_cast<std::ptrdiff_t>(rows.size());
  }

  // Goes on with the text of the row before it.
  [[nodiscard]] bool continues(std::size_t row) const {
    if (row == 0) return false;
    const Segment& before = rows[row - 1].back();
    const Segment& here = rows[row].front();
    return here.box.middle() - before.box.middle() < kTightLines * here.size &&
           before.box.right - box.left > kFullLine * box.width() && before.bold == here.bold &&
           std::abs(before.size - here.size) < 0.6;
  }

  [[nodiscard]] const Colour& background() const { return rows[rows.size() / 2].front().words.front().background; }
};

// The row of `side` beside `segment`; its length when there is none.
std::size_t beside(const Side& side, const Segment& segment) {
  std::size_t row = 0;
  while (row < side.rows.size() &&
         std::abs(side.rows[row].front().box.middle() - segment.box.middle()) > kBeside * std::max(segment.size, 6.0)) {
    ++row;
  }
  return row;
}

// The columns of a table, left and right edge, from the segments' places.
std::vector<Box> columns_of(std::vector<Segment> segments) {
  std::sort(segments.begin(), segments.end(), [](const auto& a, const auto& b) { return a.box.left < b.box.left; });
  std::vector<Box> columns;
  for (const Segment& segment : segments) {
    if (columns.empty() || segment.box.left > columns.back().right) {
      columns.push_back(segment.box);
    } else {
      columns.back().include(segment.box);
    }
  }
  return columns;
}

struct Row {
  std::vector<std::string> cells;
  std::vector<const Segment*> last;  // of each cell, the piece added last
  Box box;
  double size = 0;
  bool bold = true;
  std::size_t filled = 0;
  std::size_t only = 0;  // the filled column when there is one
};

Row row_of(const std::vector<Segment>& segments, const std::vector<Box>& columns) {
  Row row;
  row.cells.resize(columns.size());
  row.last.resize(columns.size(), nullptr);
  row.box = segments.front().box;
  for (const Segment& segment : segments) {
    std::size_t column = 0;
    while (column + 1 < columns.size() && segment.box.left > columns[column].right) ++column;
    row.filled += row.cells[column].empty() ? 1 : 0;
    row.only = column;
    if (!row.cells[column].empty()) row.cells[column] += ' ';
    row.cells[column] += segment.text;
    row.last[column] = &segment;
    row.box.include(segment.box);
    row.size = std::max(row.size, segment.size);
    row.bold = row.bold && segment.bold;
  }
  return row;
}

// The smallest step between rows that all have their first cell, when there are two clearly different steps: then the
// smaller one is that of lines within a cell. 0 when all are alike.
double step_within_cells(const std::vector<Row>& rows) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < rows.size(); ++i) steps.push_back(rows[i].box.middle() - rows[i - 1].box.middle());
  if (steps.empty()) return 0;
  const auto [least, most] = std::minmax_element(steps.begin(), steps.end());
  return *most > 1.25 * *least ? *least : 0;
}

bool is_list_item(const Segment& segment) {
  return segment.words.size() > 1 && (is_bullet(segment.words.front()) || is_item_number(segment.words.front().text));
}

bool wraps_into(const Row& before, const Row& row, const std::vector<Box>& columns, double step) {
  const double gap = row.box.middle() - before.box.middle();
  const Segment* piece = row.last[row.only];
  if (is_list_item(*piece)) return false;
  if (row.cells.front().empty() && row.filled == 1) {
    // Under one cell: the rest of it, when that was full.
    const Segment* last = before.last[row.only];
    return gap < kTightLines * row.size && last != nullptr && last->bold == piece->bold &&
           last->box.right + piece->words.front().box.width() > columns[row.only].right;
  }
  if (row.cells.front().empty()) return gap < kTightLines * row.size;
  return columns.size() > 1 && step > 0 && gap < 1.12 * step && gap < kTightLines * row.size && row.bold == before.bold;
}

void merge(Row& row, const Row& next) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (next.cells[i].empty()) continue;
    row.cells[i] = row.cells[i].empty() ? next.cells[i] : join_lines(row.cells[i], next.cells[i]);
    row.last[i] = next.last[i];
  }
  row.box.include(next.box);
  row.box.top = next.box.top;  // steps are measured from the line added last
  row.filled =
      static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [](auto& c) { return !c.empty(); }));
}

Line line_of(Row row, double right_limit) {
  Line line;
  line.box = row.box;
  line.size = row.size;
  line.bold = row.bold;
  line.right_limit = right_limit;
  const Segment* piece = row.last[row.only];
  if (row.filled > 1) {
    line.cells = std::move(row.cells);
    return line;
  }
  std::string text = std::move(row.cells[row.only]);
  line.box = piece->box;
  line.first_word_width = piece->words.front().box.width();
  if (is_list_item(*piece)) {
    line.bullet = piece->words.front().text;
    text.erase(0, std::min(text.size(), line.bullet.size() + 1));
  }
  line.cells = {std::move(text)};
  return line;
}

}  // namespace

Rows rows_of(const std::vector<Segment>& segments) {
  std::vector<Segment> sorted = segments;
  std::stable_sort(sorted.begin(), sorted.end(), [](auto& a, auto& b) { return a.box.middle() < b.box.middle(); });
  Rows rows;
  for (Segment& segment : sorted) {
    const bool same = !rows.empty() && std::abs(segment.box.middle() - rows.back().front().box.middle()) <
                                           kBeside * std::max(6.0, std::min(segment.size, rows.back().front().size));
    if (!same) rows.emplace_back();
    rows.back().push_back(std::move(segment));
  }
  for (auto& row : rows) {
    std::stable_sort(row.begin(), row.end(), [](auto& a, auto& b) { return a.box.left < b.box.left; });
  }
  return rows;
}

bool is_table(const std::vector<Segment>& left_segments, const std::vector<Segment>& right_segments) {
  const Side left{left_segments};
  const Side right{right_segments};
  if (distance(left.background(), right.background()) > 12) return false;  // a coloured sidebar
  const bool left_is_shorter = left.rows.size() <= right.rows.size();
  const Side& shorter = left_is_shorter ? left : right;
  const Side& longer = left_is_shorter ? right : left;

  std::size_t paired = 0;
  std::size_t within_text = 0;
  for (std::size_t i = 0; i < shorter.rows.size(); ++i) {
    const std::size_t other = beside(longer, shorter.rows[i].front());
    if (other == longer.rows.size()) continue;
    ++paired;
    if (longer.continues(other) && !shorter.continues(i)) ++within_text;
    // A heading under other lines and above others begins a section of its column; a table has its headings on top, and
    // at most its total in bold at the foot.
    if (i > 0 && i + 1 < shorter.rows.size() && shorter.is_heading(i)) return false;
  }
  const auto count = static_cast<double>(shorter.rows.size());
  if (static_cast<double>(paired) < kMostBeside * count) return false;
  if (static_cast<double>(within_text) > 0.3 * count) return false;
  const bool prose =
      left.words_a_line >= kWordsOfProse && right.words_a_line >= kWordsOfProse && shorter.rows.size() >= 4;
  return !prose;
}

void add_table(const std::vector<Segment>& segments, double right_limit, std::vector<Line>& out) {
  const std::vector<Box> columns = columns_of(segments);
  const Rows lines = rows_of(segments);
  std::vector<Row> rows;
  for (const auto& line : lines) rows.push_back(row_of(line, columns));
  const double step = step_within_cells(rows);
  const std::size_t first = out.size();
  std::vector<Row> merged;
  for (Row& row : rows) {
    if (!merged.empty() && merged.back().filled > 1 && wraps_into(merged.back(), row, columns, step)) {
      merge(merged.back(), row);
    } else {
      merged.push_back(std::move(row));
    }
  }
  for (Row& row : merged) out.push_back(line_of(std::move(row), right_limit));
  if (out.size() > first) out[first].starts_flow = true;
}

}  // namespace collega::documents
