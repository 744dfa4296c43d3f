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
  by_top.reserve(segments.size());
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

// In a column of names and telephone numbers no line was broken because it was full.
constexpr double kFewWords = 3;

struct Region {
  std::vector<Segment> segments;
  double text_right = 0;   // where its longest line ends
  double space_right = 0;  // where what is beside it begins

  // Up to where a line may go on: a column of running text is as wide as its longest line.
  [[nodiscard]] double right_limit() const {
    std::size_t words = 0;
    for (const Segment& segment : segments) words += segment.words.size();
    const bool running = static_cast<double>(words) >= kFewWords * static_cast<double>(segments.size());
    return running ? text_right : space_right;
  }
};

// Lines of one column; the pieces of a line that stand wide apart are cells of a row.
void add_lines(const Region& region, std::vector<Line>& out) {
  const std::size_t first = out.size();
  const double right_limit = region.right_limit();
  for (std::vector<Segment>& row : rows_of(region.segments)) {
    Line line;
    line.box = row.front().box;
    line.size = row.front().size;
    line.bold = true;
    line.right_limit = right_limit;
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

// A sidebar on the left comes after the column that opens with the title of the page, mostly a name.
bool holds_title(const std::vector<Segment>& left, const std::vector<Segment>& right) {
  constexpr double kTitle = 1.25;  // times the largest letters on the other side
  const auto by_size = [](const Segment& a, const Segment& b) { return a.size < b.size; };
  const auto by_top = [](const Segment& a, const Segment& b) { return a.box.top < b.box.top; };
  const Segment& largest = *std::max_element(left.begin(), left.end(), by_size);
  const Segment& first = *std::min_element(right.begin(), right.end(), by_top);
  return first.size > kTitle * largest.size;
}

void read_region(Region region, int depth, std::vector<Line>& out) {
  if (region.segments.empty()) return;
  const auto gutter = depth < kDeepest ? best_gutter(region.segments) : std::nullopt;
  if (!gutter) return add_lines(region, out);

  Region above{{}, region.text_right, region.space_right};
  Region below = above;
  Region right = above;
  Region left{{}, 0, region.space_right};
  for (Segment& segment : region.segments) {
    const double middle = segment.box.middle();
    if (middle < gutter->top) {
      above.segments.push_back(std::move(segment));
    } else if (middle > gutter->bottom) {
      below.segments.push_back(std::move(segment));
    } else if (segment.box.right <= gutter->at) {
      left.text_right = std::max(left.text_right, segment.box.right);
      left.segments.push_back(std::move(segment));
    } else {
      left.space_right = std::min(left.space_right, segment.box.left - kGutter);
      right.segments.push_back(std::move(segment));
    }
  }
  const bool right_first = holds_title(left.segments, right.segments);
  read_region(std::move(above), depth + 1, out);
  if (is_table(left.segments, right.segments)) {
    std::vector<Segment> all = std::move(left.segments);
    std::move(right.segments.begin(), right.segments.end(), std::back_inserter(all));
    add_table(all, region.text_right, out);
  } else {
    read_region(std::move(right_first ? right : left), depth + 1, out);
    read_region(std::move(right_first ? left : right), depth + 1, out);
  }
  read_region(std::move(below), depth + 1, out);
}

}  // namespace

std::vector<Line> in_reading_order(std::vector<Segment> segments, double width) {
  double left = width;
  double right = 0;
  for (const Segment& segment : segments) {
    left = std::min(left, segment.box.left);
    right = std::max(right, segment.box.right);
  }
  std::vector<Line> lines;
  // The right margin is taken to be like the left.
  read_region({std::move(segments), right, std::max(right, width - left)}, 0, lines);
  return lines;
}

}  // namespace collega::documents
