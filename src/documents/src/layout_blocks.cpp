#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "collega/base/utf8.h"
#include "layout.h"

namespace collega::documents {
namespace {

// A heading is larger than the text by this much; sizes measured in a picture vary by a fifth by themselves.
constexpr double kLarger = 1.12;
constexpr double kLargerInPicture = 1.2;
// A heading is a few words.
constexpr std::size_t kHeadingWords = 12;
constexpr std::size_t kHeadingBytes = 110;
// Between the boxes of a paragraph's lines is mostly no gap and never more than this, in sizes.
constexpr double kWidestLineGap = 0.9;
// A gap that is wider than the usual one by this much, in sizes, starts another paragraph.
constexpr double kParagraphGap = 0.25;
// From so many gaps on the usual one of a column is known.
constexpr std::size_t kEnoughGaps = 3;
constexpr double kSizeStep = 0.5;         // sizes are compared in half points,
constexpr double kSizeStepInPicture = 3;  // or roughly
constexpr double kSameIndent = 3;         // points

double rounded(double size, bool recognised = false) {
  const double step = recognised ? kSizeStepInPicture : kSizeStep;
  return std::round(size / step) * step;
}

std::size_t count_words(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool starts_letter_with_accent = byte >= 0xC3 && byte <= 0xCF;  // Latin, Greek; not signs such as a dot
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || starts_letter_with_accent;
  }));
}

bool in_capitals(std::string_view text) {
  return count_letters(text) >= 4 && to_lower(text) != text &&
         text.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

// A line that is a telephone number, an e-mail or web address and nothing else.
bool tells_contact(std::string_view text) {
  constexpr std::size_t kShortestNumber = 10;
  if (text.find(' ') == std::string_view::npos &&
      (text.find('@') != std::string_view::npos || text.starts_with("www."))) {
    return true;
  }
  return text.size() >= kShortestNumber && count_letters(text) == 0;
}

bool ends_in_hyphen(std::string_view text) {
  return text.size() > 1 && text.back() == '-' && text[text.size() - 2] != ' ';
}

bool could_be_heading(const Line& line) {
  if (line.cells.size() != 1 || !line.bullet.empty()) return false;
  const std::string& text = line.cells.front();
  const bool ends_sentence = text.ends_with('.') || text.ends_with(',') || text.ends_with(';') || text.ends_with('-');
  return !ends_sentence && count_letters(text) >= 2 && count_words(text) <= kHeadingWords &&
         text.size() <= kHeadingBytes;
}

bool is_larger(const Line& line, const Styles& styles, bool recognised) {
  return line.size >= (recognised ? kLargerInPicture : kLarger) * styles.body_size;
}

bool same_size(const PageLines& page, std::size_t i) {
  const double size = page.lines[i].size;
  return std::abs(size - page.lines[i - 1].size) <= (page.recognised ? 0.3 * size : 0.6);
}

// Between line `i` and the one above it, in sizes.
double gap_above(const PageLines& page, std::size_t i) {
  return (page.lines[i].box.top - page.lines[i - 1].box.bottom) / std::max(1.0, page.lines[i].size);
}

// The lower quartile: lines that wrapped are the closest, and white space between paragraphs stands above it.
double usual(std::vector<double> gaps, double otherwise) {
  if (gaps.size() < kEnoughGaps) return otherwise;
  const auto quartile = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 4);
  std::nth_element(gaps.begin(), quartile, gaps.end());
  return *quartile;
}

// For each line the usual gap in its column; of the whole page when the column is too short to tell.
std::vector<double> usual_gaps(const PageLines& page) {
  std::vector<double> all;
  std::vector<std::vector<double>> columns;
  std::vector<std::size_t> column_of;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (i == 0 || page.lines[i].starts_flow) columns.emplace_back();
    column_of.push_back(columns.size() - 1);
    if (i == 0 || page.lines[i].starts_flow || !same_size(page, i)) continue;
    columns.back().push_back(gap_above(page, i));
    all.push_back(gap_above(page, i));
  }
  const double of_page = usual(all, kWidestLineGap / 2);
  std::vector<double> of_columns;
  of_columns.reserve(columns.size());
  for (const auto& gaps : columns) of_columns.push_back(usual(gaps, of_page));
  std::vector<double> result;
  result.reserve(column_of.size());
  for (const std::size_t column : column_of) result.push_back(of_columns[column]);
  return result;
}

class PageBlocks {
 public:
  PageBlocks(const PageLines& page, const Styles& styles, DocumentBuilder& builder)
      : page_(page), styles_(styles), builder_(builder), usual_gaps_(usual_gaps(page)) {}

  void add() {
    for (std::size_t i = 0; i < page_.lines.size();) i = add_from(i);
  }

 private:
  // Adds the block that begins at line `i`; the line after it.
  std::size_t add_from(std::size_t i) {
    const Line& line = page_.lines[i];
    if (!line.bullet.empty() && line.cells.size() == 1) return add_item(i);
    depths_.clear();
    if (line.cells.size() > 1) {
      builder_.add_row(line.cells);
      return i + 1;
    }
    if (const int level = heading_level(i); level > 0) return add_heading(i, level);
    return add_paragraph(i);
  }

  std::size_t add_item(std::size_t i) {
    const Line& first = page_.lines[i];
    while (!depths_.empty() && depths_.back() > first.box.left + kSameIndent) depths_.pop_back();
    if (depths_.empty() || depths_.back() < first.box.left - kSameIndent) depths_.push_back(first.box.left);
    std::string text = first.bullet.back() == '.' || first.bullet.back() == ')' ? first.bullet + ' ' : std::string{};
    text += first.cells.front();
    std::size_t next = i + 1;
    while (next < page_.lines.size() && follows(next) && continues_item(first, next)) {
      text = join_lines(text, page_.lines[next].cells.front());
      ++next;
    }
    builder_.add(BlockKind::list_item, static_cast<int>(depths_.size()), text);
    return next;
  }

  // What is indented under the sign goes on with the item, and what stands under it when the line above was full.
  [[nodiscard]] bool continues_item(const Line& first, std::size_t i) const {
    const double indent = page_.lines[i].box.left - first.box.left;
    return indent > kSameIndent || (indent > -kSameIndent && was_full(i - 1, i));
  }

  std::size_t add_heading(std::size_t i, int level) {
    std::string text = page_.lines[i].cells.front();
    std::size_t next = i + 1;
    while (next < page_.lines.size() && follows(next) && heading_level(next) == level && was_full(next - 1, next)) {
      text = join_lines(text, page_.lines[next].cells.front());
      ++next;
    }
    builder_.add(BlockKind::heading, level, text);
    return next;
  }

  std::size_t add_paragraph(std::size_t i) {
    std::string text = page_.lines[i].cells.front();
    std::size_t next = i + 1;
    while (next < page_.lines.size() && follows(next) && heading_level(next) == 0 && !is_indented(next)) {
      const std::string& more = page_.lines[next].cells.front();
      text = goes_on(next - 1, next) ? join_lines(text, more) : text + '\n' + more;
      ++next;
    }
    builder_.add(BlockKind::paragraph, 0, text);
    return next;
  }

  // Line `i` stands close under the one before it, in the same letters, and begins nothing of its own.
  [[nodiscard]] bool follows(std::size_t i) const {
    const Line& line = page_.lines[i];
    const Line& before = page_.lines[i - 1];
    if (line.starts_flow || !line.bullet.empty() || line.cells.size() != 1 || before.cells.size() != 1) return false;
    const double gap = gap_above(page_, i);
    return gap < std::min(kWidestLineGap, usual_gaps_[i] + kParagraphGap) && gap > -1 && same_size(page_, i);
  }

  // A first line that is indented begins a paragraph even without white space above it.
  [[nodiscard]] bool is_indented(std::size_t i) const {
    const Line& line = page_.lines[i];
    const bool last = i + 1 >= page_.lines.size() || !follows(i + 1);
    const double indent = line.box.left - page_.lines[i - 1].box.left;
    return indent > line.size * 0.8 && indent < line.size * 4 && !was_full_of(page_.lines[i - 1], line) && !last &&
           page_.lines[i + 1].box.left < line.box.left - kSameIndent;
  }

  static bool was_full_of(const Line& line, const Line& next) {
    const double space = 0.3 * line.size;
    return line.box.right + space + next.first_word_width > line.right_limit;
  }
  [[nodiscard]] bool was_full(std::size_t i, std::size_t next) const {
    return was_full_of(page_.lines[i], page_.lines[next]);
  }

  // The line was broken because it was full, and not on purpose as in an address.
  [[nodiscard]] bool goes_on(std::size_t i, std::size_t next) const {
    const std::string& text = page_.lines[next].cells.front();
    if (tells_contact(text) || tells_contact(page_.lines[i].cells.front())) return false;
    if (was_full(i, next) || ends_in_hyphen(page_.lines[i].cells.front())) return true;
    const char c = text.empty() ? ' ' : text.front();
    return c >= 'a' && c <= 'z' && !page_.lines[i].cells.front().ends_with(':');
  }

  // 0 when line `i` is no heading.
  [[nodiscard]] int heading_level(std::size_t i) const {
    const Line& line = page_.lines[i];
    if (!could_be_heading(line)) return 0;
    if (is_larger(line, styles_, page_.recognised)) return is_running_large(i) ? 0 : level_of_size(line.size);
    const int below_sizes = std::min<int>(6, static_cast<int>(styles_.heading_sizes.size()) + 1);
    if (line.size < 0.9 * styles_.body_size) return 0;
    if (line.bold && !styles_.body_is_bold && !is_running_bold(i)) return below_sizes;
    if (in_capitals(line.cells.front()) && stands_alone(i)) return below_sizes;
    return 0;
  }

  [[nodiscard]] int level_of_size(double size) const {
    const auto& sizes = styles_.heading_sizes;
    const auto at =
        std::find_if(sizes.begin(), sizes.end(), [&](double s) { return s <= rounded(size, page_.recognised) + 0.01; });
    return std::min<int>(6, static_cast<int>(at - sizes.begin()) + 1);
  }

  // Large letters over more than three lines are an introduction.
  [[nodiscard]] bool is_running_large(std::size_t i) const {
    return run_length(i, [&](const Line& line) { return std::abs(line.size - page_.lines[i].size) < 0.6; }) > 3;
  }
  // A whole paragraph in bold is no heading, nor is the first line of it.
  [[nodiscard]] bool is_running_bold(std::size_t i) const {
    return run_length(i, [](const Line& line) { return line.bold; }) > 2;
  }

  // How many lines around line `i` follow each other and are the same; more than a few are not counted.
  template <class Same>
  [[nodiscard]] std::size_t run_length(std::size_t i, Same same) const {
    constexpr std::size_t kFew = 4;
    std::size_t first = i;
    while (first > 0 && i - first < kFew && follows(first) && same(page_.lines[first - 1])) --first;
    std::size_t last = i;
    while (last + 1 < page_.lines.size() && last - i < kFew && follows(last + 1) && same(page_.lines[last + 1])) ++last;
    return last - first + 1;
  }

  [[nodiscard]] bool stands_alone(std::size_t i) const {
    const bool capitals_before = i > 0 && follows(i) && in_capitals(page_.lines[i - 1].cells.front());
    const bool capitals_after =
        i + 1 < page_.lines.size() && follows(i + 1) && in_capitals(page_.lines[i + 1].cells.front());
    return !capitals_before && !capitals_after;
  }

  const PageLines& page_;
  const Styles& styles_;
  DocumentBuilder& builder_;
  std::vector<double> usual_gaps_;  // a line, in sizes
  std::vector<double> depths_;      // left edges of the list items above this one
};

}  // namespace

Styles styles_of(const std::vector<PageLines>& pages) {
  std::map<double, std::size_t> letters;
  std::size_t bold = 0;
  std::size_t all = 0;
  for (const PageLines& page : pages) {
    for (const Line& line : page.lines) {
      std::size_t bytes = 0;
      for (const std::string& cell : line.cells) bytes += cell.size();
      letters[rounded(line.size)] += bytes;
      all += bytes;
      if (line.bold) bold += bytes;
    }
  }
  Styles styles;
  const auto most =
      std::max_element(letters.begin(), letters.end(), [](auto& a, auto& b) { return a.second < b.second; });
  if (most != letters.end()) styles.body_size = most->first;
  styles.body_is_bold = 2 * bold > all;
  std::set<double, std::greater<>> sizes;
  for (const PageLines& page : pages) {
    for (const Line& line : page.lines) {
      if (could_be_heading(line) && is_larger(line, styles, page.recognised))
        sizes.insert(rounded(line.size, page.recognised));
    }
  }
  styles.heading_sizes.assign(sizes.begin(), sizes.end());
  return styles;
}

void add_blocks(const PageLines& page, const Styles& styles, DocumentBuilder& builder) {
  PageBlocks{page, styles, builder}.add();
}

}  // namespace collega::documents
