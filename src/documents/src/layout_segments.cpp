#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

#include "collega/base/utf8.h"
#include "layout.h"

namespace collega::documents {
namespace {

// Words whose middles differ by less than this share of the lower one stand on one line.
constexpr double kSameLine = 0.4;
// A space is a quarter of the font's size, in justified text up to a whole one; what is wider parts cells or columns.
constexpr double kWideGap = 1.25;
// A list's sign may stand farther from its text, by a tab.
constexpr double kBulletGap = 4.5;

bool is_leader(std::string_view text) {  // the dots between a chapter and its page
  return text.size() >= 4 && text.find_first_not_of("._") == std::string_view::npos;
}

// Letters set apart for looks, as in "C U R R I C U L U M": words are parted by a gap that is wider still.
bool is_spaced_out(const std::vector<Word>& words) {
  const auto single = std::count_if(words.begin(), words.end(),
                                    [](const Word& w) { return count_code_points(w.text) == 1 && !is_bullet(w); });
  return words.size() >= 5 && single * 10 >= static_cast<std::ptrdiff_t>(words.size()) * 8;
}

std::string text_of(const std::vector<Word>& words) {
  double join_below = -1e9;  // every word apart
  if (is_spaced_out(words)) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < words.size(); ++i) gaps.push_back(words[i].box.left - words[i - 1].box.right);
    std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
    join_below = 1.5 * gaps[gaps.size() / 2];
  }
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && words[i].box.left - words[i - 1].box.right >= join_below) text += ' ';
    text += words[i].text;
  }
  return text;
}

Segment segment_of(std::vector<Word> words) {
  Segment segment;
  segment.box = words.front().box;
  segment.bold = true;
  std::map<double, std::size_t> letters;
  for (const Word& word : words) {
    segment.box.include(word.box);
    if (!is_bullet(word)) {
      letters[word.size] += word.text.size();
      segment.bold = segment.bold && word.bold;
    }
  }
  const auto most =
      std::max_element(letters.begin(), letters.end(), [](auto& a, auto& b) { return a.second < b.second; });
  segment.size = most != letters.end() ? most->first : words.front().size;
  segment.text = text_of(words);
  segment.words = std::move(words);
  return segment;
}

bool belong_together(const std::vector<Word>& so_far, const Word& next) {
  const Word& last = so_far.back();
  const double gap = next.box.left - last.box.right;
  const double size = std::max({last.size, next.size, 1.0});
  const bool after_sign = so_far.size() == 1 && (is_bullet(last) || is_item_number(last.text));
  return gap < (after_sign ? kBulletGap : kWideGap) * size && (gap > -2 * size || after_sign) &&
         distance(last.background, next.background) < 64;
}

void split_line(std::vector<Word> line, std::vector<Segment>& out) {
  std::stable_sort(line.begin(), line.end(), [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
  std::vector<Word> words;
  for (Word& word : line) {
    if (is_leader(word.text)) continue;
    if (!words.empty() && !belong_together(words, word)) out.push_back(segment_of(std::exchange(words, {})));
    words.push_back(std::move(word));
  }
  if (!words.empty()) out.push_back(segment_of(std::move(words)));
}

// Text that stands on its side is one segment a column of it, behind the rest of the page; its words come in the order
// in which the PDF has them.
void add_sideways(const std::vector<Word>& words, double page_bottom, std::vector<Segment>& out) {
  std::vector<std::vector<Word>> columns;
  for (const Word& word : words) {
    const bool same = !columns.empty() && std::abs(columns.back().back().box.left - word.box.left) < word.size;
    if (!same) columns.emplace_back();
    columns.back().push_back(word);
  }
  for (std::vector<Word>& column : columns) {
    Segment segment = segment_of(std::move(column));
    page_bottom += 2 * segment.size;
    segment.box = {0, page_bottom, segment.box.height(), page_bottom + segment.size};
    out.push_back(std::move(segment));
  }
}

}  // namespace

void Box::include(const Box& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

int distance(const Colour& a, const Colour& b) {
  return std::max({std::abs(a.red - b.red), std::abs(a.green - b.green), std::abs(a.blue - b.blue)});
}

bool is_bullet(const Word& word) {
  if (word.text.empty()) return false;
  const auto [c, bytes] = code_point_at(word.text, 0);
  if (bytes != word.text.size()) return false;
  constexpr std::u32string_view kSigns = U"•‣▪■□●○◦∙·⁃➢➤►▶→✓✔✗»›*-–—§";
  const bool private_use = c >= 0xE000 && c <= 0xF8FF;  // where symbol fonts without a mapping end up
  return kSigns.find(c) != std::u32string_view::npos || private_use || word.symbol || c == 'o';
}

bool is_item_number(std::string_view word) {
  if (word.size() < 2 || word.size() > 3 || (word.back() != '.' && word.back() != ')')) return false;
  word.remove_suffix(1);
  if (word.find_first_not_of("0123456789") == std::string_view::npos) return true;
  return word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
}

std::vector<Segment> segments_of(const PageText& page) {
  std::vector<const Word*> upright;
  std::vector<Word> sideways;
  for (const Word& word : page.words) {
    if (word.upright) {
      upright.push_back(&word);
    } else {
      sideways.push_back(word);
    }
  }
  std::stable_sort(upright.begin(), upright.end(), [](auto* a, auto* b) { return a->box.middle() < b->box.middle(); });

  std::vector<Segment> segments;
  std::vector<Word> line;
  for (const Word* word : upright) {
    const bool same = !line.empty() && word->box.middle() - line.front().box.middle() <
                                           kSameLine * std::min(word->box.height(), line.front().box.height());
    if (!same && !line.empty()) split_line(std::exchange(line, {}), segments);
    line.push_back(*word);
  }
  if (!line.empty()) split_line(std::move(line), segments);
  add_sideways(sideways, page.height, segments);
  return segments;
}

}  // namespace collega::documents
