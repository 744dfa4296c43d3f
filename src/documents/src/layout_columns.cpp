#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "layout.h"
#include "layout_table.h"

namespace collega::documents {
namespace {

// Narrower than this (in points) is a wide space, not a gutter.
constexpr double kGutter = 9;
// Two lines side by side are a coincidence of tabs; so many on either side make columns or a table.
constexpr std::size_t kFewestLines = 2;
// A page with more pieces than any real one is read from top to bottom: the search below is quadratic.
constexpr std::size_t kMostSegments = 3000;
constexpr int kDeepest = 12;

struct Gutter {
  double at = 0;
  double top = 0;
  double bottom = 0;
  double height = 0;  // of the part that has text on both sides
};

// The best part of the strip at `x` that nothing crosses and that has text on both sides.
std::optional<Gutter> gutter_at(double x, const std::vector<const Segment*>& by_top) {
  std::optional<Gutter> best;
  Box left, right;
  std::size_t lefts = 0;
  std::size_t rights = 0;
  const auto close = [&] {
    if (lefts >= kFewestLines && rights >= kFewestLines) {
      const double height = std::min(left.bottom, right.bottom) - std::max(left.top, right.top);
      if (height > 0 && (!best || height > best->height)) {
        best = Gutter{x, std::min(left.top, right.top), std::max(left.bottom, right.bottom), height};
      }
    }
    lefts = rights = 0;
  };
  for (const Segment* segment : by_top) {
    const Box& box = segment->box;
    if (box.right <= x - kGutter / 2 + 0.5) {
      lefts++ == 0 ? void(left = box) : left.include(box);
    } else if (box.left >= x + kGutter / 2 - 0.5) {
      rights++ == 0 ? void(right = box) : right.include(box);
    } else {
      close();
    }
  }
  close();
  return best;
}

std::optional<Gutter> best_gutter(const std::vector<Segment>& segments) {
  if (segments.size() > kMostSegments) return std::nullopt;
  std::vector<const Segment*> by_top;
  std::set<int> tried;
  for (const Segment& segment : segments) by_top.push_back(&segment);
  std::stable_sort(by_top.begin(), by_top.end(), [](auto* a, auto* b) { return a->box.middle() < b->box.middle(); });
  std::optional<Gutter> best;
  for (const Segment& segment : segments) {
    const double x = segment.box.right + kGutter / 2;
    if (!tried.insert(static_cast<int>(std::lround(x / 2))).second) continue;
    const auto gutter = gutter_at(x, by_top);
    if (gutter && (!best || gutter->height > best->height + 1)) best = gutter;
  }
  return best;
}

struct Region {
  std::vector<Segment> segments;
  double right_limit = 0;
};

// Lines of one column; the pieces of a line that stand wide apart are cells of a row.
void add_lines(const Region& region, std::vector<Line>& out) {
  const std::size_t first = out.size();
  for (std::vector<Segment>& row : rows_of(region.segments)) {
    Line line;
    line.box = row.front().box;
    line.size = row.front().size;
    line.bold = true;
    line.right_limit = region.right_limit;
    Word& start = row.front().words.front();
    if (row.front().words.size() > 1 && (is_bullet(start) || is_item_number(start.text))) {
      line.bullet = start.text;
      line.first_word_width = row.front().words[1].box.width();
      row.front().text.erase(0, std::min(row.front().text.size(), start.text.size() + 1));
    } else {
      line.first_word_width = start.box.width();
    }
    for (const Segment& segment : row) {
      line.box.include(segment.box);
      line.bold = line.bold && segment.bold;
      line.size = std::max(line.size, segment.size);
      line.cells.push_back(segment.text);
    }
    out.push_back(std::move(line));
  }
  if (out.size() > first) out[first].starts_flow = true;
}

void read_region(Region region, int depth, std::vector<Line>& out) {
  if (region.segments.empty()) return;
  const auto gutter = depth < kDeepest ? best_gutter(region.segments) : std::nullopt;
  if (!gutter) return add_lines(region, out);

  Region above{{}, region.right_limit};
  Region below = above;
  Region left = above;
  Region right = above;
  left.right_limit = 0;
  for (Segment& segment : region.segments) {
    const double middle = segment.box.middle();
    if (middle < gutter->top) {
      above.segments.push_back(std::move(segment));
    } else if (middle > gutter->bottom) {
      below.segments.push_back(std::move(segment));
    } else if (segment.box.right <= gutter->at) {
      left.right_limit = std::max(left.right_limit, segment.box.right);
      left.segments.push_back(std::move(segment));
    } else {
      right.segments.push_back(std::move(segment));
    }
  }
  read_region(std::move(above), depth + 1, out);
  if (is_table(left.segments, right.segments)) {
    std::vector<Segment> all = std::move(left.segments);
    std::move(right.segments.begin(), right.segments.end(), std::back_inserter(all));
    add_table(all, region.right_limit, out);
  } else {
    read_region(std::move(left), depth + 1, out);
    read_region(std::move(right), depth + 1, out);
  }
  read_region(std::move(below), depth + 1, out);
}

}  // namespace

std::vector<Line> in_reading_order(std::vector<Segment> segments) {
  double right = 0;
  for (const Segment& segment : segments) right = std::max(right, segment.box.right);
  std::vector<Line> lines;
  read_region({std::move(segments), right}, 0, lines);
  return lines;
}

}  // namespace collega::documents
