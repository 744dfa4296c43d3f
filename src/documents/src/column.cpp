#include "column.h"

#include <algorithm>

namespace collega::documents {
namespace {

// How many of the lines from `begin` fit in `room`.
std::size_t lines_that_fit(const SetText& text, std::size_t begin, double room) {
  std::size_t end = begin;
  double height = 0;
  while (end < text.lines().size() && height + text.lines()[end].height <= room) height += text.lines()[end++].height;
  return end - begin;
}

}  // namespace

Column::Column(std::vector<SetPage>& pages, ColumnFrame frame) : pages_(pages), frame_(frame), y_(frame.top) {
  if (pages_.empty()) pages_.emplace_back();
}

void Column::skip(double height) {
  if (y_ > frame_.top) y_ = std::min(y_ + height, frame_.bottom);
}

void Column::need(double height) {
  if (height > room() && y_ > frame_.top) next_page();
}

void Column::next_page() {
  if (++page_ == pages_.size()) pages_.emplace_back();
  y_ = frame_.top;
}

void Column::put(const SetText& text, double indent, Colour colour) {
  for (std::size_t begin = 0; begin < text.lines().size();) {
    std::size_t count = lines_that_fit(text, begin, room());
    if (count == 0 && y_ > frame_.top) {
      next_page();
      continue;
    }
    count = std::max<std::size_t>(count, 1);
    page().texts.push_back({text, begin, begin + count, frame_.left + indent, y_, colour});
    y_ += text.height(begin, begin + count);
    begin += count;
  }
}

void Column::put_beside_next(const SetText& text, double indent, Colour colour) {
  need(text.height());
  page().texts.push_back({text, 0, text.lines().size(), frame_.left + indent, y_, colour});
}

void Column::put_rule(Colour colour, double thickness) {
  page().boxes.push_back({frame_.left, y_, frame_.width, thickness, colour, {}});
  y_ += thickness;
}

void Column::put_row(const std::vector<Cell>& cells, double padding, Colour edge, std::optional<Colour> fill) {
  double height = 0;
  for (const Cell& cell : cells) height = std::max(height, cell.text.height());
  const double full_page = frame_.bottom - frame_.top;
  if (height + 2 * padding <= full_page) need(height + 2 * padding);

  std::vector<std::size_t> done(cells.size(), 0);
  const auto is_done = [&] {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (done[i] < cells[i].text.lines().size()) return false;
    }
    return true;
  };
  put_row_part(cells, done, padding, edge, fill);
  while (!is_done()) {
    next_page();
    put_row_part(cells, done, padding, edge, fill);
  }
}

void Column::put_row_part(const std::vector<Cell>& cells, std::vector<std::size_t>& done, double padding, Colour edge,
                          std::optional<Colour> fill) {
  double height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const SetText& text = cells[i].text;
    std::size_t count = lines_that_fit(text, done[i], room() - 2 * padding);
    if (count == 0 && y_ == frame_.top && done[i] < text.lines().size()) count = 1;
    page().texts.push_back({text, done[i], done[i] + count, frame_.left + cells[i].x + padding, y_ + padding, kBlack});
    height = std::max(height, text.height(done[i], done[i] + count));
    done[i] += count;
  }
  for (const Cell& cell : cells) {
    page().boxes.push_back({frame_.left + cell.x, y_, cell.width, height + 2 * padding, fill, edge});
  }
  y_ += height + 2 * padding;
}

}  // namespace collega::documents
