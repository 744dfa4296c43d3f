#include "flow.h"

#include <algorithm>
#include <array>
#include <map>

#include "collega/base/utf8.h"
#include "formats.h"
#include "lines.h"
#include "office_names.h"

namespace collega::documents {
namespace {

// The longest headings of CVs and vacancies ("Nevenactiviteiten en vrijwilligerswerk naast de studie") stay below.
constexpr std::size_t kHeadingLetters = 60;
constexpr std::size_t kHeadingWords = 8;
// "Stage 2", "Periode 10": a year or a telephone number has more digits.
constexpr std::size_t kHeadingDigits = 2;

// A cell that is read as part of a row fits on a line of half a page.
constexpr std::size_t kShortCell = 120;

// An address or a poem breaks its lines within one paragraph; more lines are a whole text that was pasted into one.
constexpr std::size_t kLinesOfOneParagraph = 8;

// Headings are a step larger than what they stand above: 12 over 11 points is noise, 14 over 11 is not.
constexpr double kLargerBy = 1.15;

// Where more than half is bold, bold does not set apart.
constexpr double kMostlyBold = 0.5;

constexpr std::u32string_view kBullets =
    U"\u2022\u2023\u2043\u25AA\u25AB\u25A0\u25A1\u25CF\u25CB\u25E6\u25C6\u25C7\u25BA\u25B6"
    U"\u27A2\u27A4\u2794\u2713\u2714\u2756\u2605\u2219\u204C\u204D\u26AB\u29BF";
// These are bullets only before white space: "-5", "*nix", "o.a." are not.
constexpr std::u32string_view kBulletsBeforeSpace = U"-\u2013\u2014\u2212*+\u00B7o\u00A7>";

// Fonts of symbols (Wingdings, Symbol) lie here; the letter is a picture, at the start of a line a bullet.
bool is_symbol_font(char32_t c) { return c >= 0xF000 && c <= 0xF0FF; }

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string without_symbol_font(std::string_view raw) {
  const std::string text = is_valid_utf8(raw) ? std::string{raw} : repair_utf8(raw);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, size] = code_point_at(text, i);
    if (is_symbol_font(c)) {
      append_code_point(out, U'\u2022');
    } else {
      out.append(text, i, size);
    }
    i += size;
  }
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    if (!line.empty()) lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

bool is_blank(const FlowBlock& block) { return trimmed(block.text).empty() && block.cells.empty(); }

bool is_empty(const Flow& cell) { return std::all_of(cell.begin(), cell.end(), is_blank); }

bool fits_in_row(const Flow& cell) {
  if (is_empty(cell)) return true;
  if (std::count_if(cell.begin(), cell.end(), [](const FlowBlock& b) { return !is_blank(b); }) > 1) return false;
  const auto block = std::find_if(cell.begin(), cell.end(), [](const FlowBlock& b) { return !is_blank(b); });
  return block->cells.empty() && block->text.size() <= kShortCell &&
         trimmed(block->text).find('\n') == std::string_view::npos;
}

std::string text_of(const Flow& cell) {
  for (const FlowBlock& block : cell) {
    if (!is_blank(block)) return block.text;
  }
  return {};
}

void append_row(Flow& flow, FlowRow row) {
  const auto filled = std::count_if(row.begin(), row.end(), [](const Flow& cell) { return !is_empty(cell); });
  if (filled < 2 || !std::all_of(row.begin(), row.end(), fits_in_row)) {
    for (Flow& cell : row) std::move(cell.begin(), cell.end(), std::back_inserter(flow));
    return;
  }
  while (is_empty(row.back())) row.pop_back();
  FlowBlock block{BlockKind::table_row, 0, {}};
  for (const Flow& cell : row) block.cells.push_back(text_of(cell));
  flow.push_back(std::move(block));
}

void drop_empty_columns(std::vector<FlowRow>& rows) {
  const std::size_t columns = rows.front().size();
  if (!std::all_of(rows.begin(), rows.end(), [&](const FlowRow& row) { return row.size() == columns; })) return;
  for (std::size_t column = columns; column-- > 0;) {
    if (!std::all_of(rows.begin(), rows.end(), [&](const FlowRow& row) { return is_empty(row[column]); })) continue;
    for (FlowRow& row : rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
  }
}

// What most letters of the document look like; what differs from it stands out.
struct Ordinary {
  double points = 0;
  bool bold = false;
  bool underlined = false;
};

Ordinary ordinary_look(const Flow& flow) {
  std::map<double, std::size_t> letters_of_size;
  Look sum;
  for (const FlowBlock& block : flow) {
    if (block.look.points > 0) letters_of_size[block.look.points] += block.look.letters;
    sum.letters += block.look.letters;
    sum.bold += block.look.bold;
    sum.underlined += block.look.underlined;
  }
  Ordinary ordinary;
  std::size_t most = 0;
  for (const auto& [points, letters] : letters_of_size) {
    if (letters > most) ordinary.points = points;
    most = std::max(most, letters);
  }
  const double half = kMostlyBold * static_cast<double>(sum.letters);
  ordinary.bold = static_cast<double>(sum.bold) > half;
  ordinary.underlined = static_cast<double>(sum.underlined) > half;
  return ordinary;
}

bool stands_out(const FlowBlock& block, const Ordinary& ordinary) {
  const Look& look = block.look;
  if (look.letters == 0) return false;
  if (ordinary.points > 0 && look.points >= ordinary.points * kLargerBy) return true;
  if (look.bold == look.letters && !ordinary.bold) return true;
  if (look.underlined == look.letters && !ordinary.underlined) return true;
  return is_all_capitals(block.text) && block.text.find(',') == std::string::npos;
}

// Guessed headings rank below a title and chapters that the document names itself.
constexpr int kGuessedLevel = 2;

}  // namespace

void Look::add(std::string_view text, bool is_bold, bool is_underlined, double size) {
  const auto count = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n' && c != '\t'; }));
  if (count == 0) return;
  letters += count;
  if (is_bold) bold += count;
  if (is_underlined) underlined += count;
  points = points == 0 ? size : std::min(points, size);
}

void add_running(Flow& flow, Flow part, std::set<std::string>& seen) {
  for (FlowBlock& block : part) {
    if (block.cells.empty() && (is_page_number(block.text) || !seen.insert(block.text).second)) continue;
    flow.push_back(std::move(block));
  }
}

bool take_bullet(std::string_view& line) {
  const std::string_view text = trimmed(line);
  if (text.empty()) return false;
  // What is left of a bullet from a font without a table of letters, in text that was taken from a PDF.
  constexpr std::size_t kLongestNumber = 12;
  if (const std::size_t end = text.find(')'); text.starts_with("(cid:") && end < kLongestNumber) {
    line = trimmed(text.substr(end + 1));
    return !line.empty();
  }
  const auto [c, size] = code_point_at(text, 0);
  const std::string_view rest = text.substr(size);
  const bool always = kBullets.find(c) != std::u32string_view::npos || is_symbol_font(c);
  const bool before_space = kBulletsBeforeSpace.find(c) != std::u32string_view::npos && !rest.empty() &&
                            (is_space(rest.front()) || rest.starts_with("\u00A0"));
  if (!always && !before_space) return false;
  line = trimmed(rest);
  return !line.empty();
}

void append_paragraph(Flow& flow, FlowBlock block) {
  block.text = without_symbol_font(block.text);
  if (trimmed(block.text).empty()) return;
  if (block.kind == BlockKind::heading) {
    flow.push_back(std::move(block));
    return;
  }
  const std::vector<std::string_view> lines = lines_of(block.text);
  if (lines.size() > kLinesOfOneParagraph) {
    append_lines(flow, block.text);
    return;
  }
  const bool bulleted =
      std::any_of(lines.begin(), lines.end(), [](std::string_view line) { return take_bullet(line); });
  if (!bulleted) {
    flow.push_back(std::move(block));
    return;
  }
  for (std::string_view line : lines) {
    FlowBlock part{block.kind, block.level, {}, {}, block.look};
    if (take_bullet(line)) {
      part.kind = BlockKind::list_item;
      part.level = std::max(1, block.level);
    }
    part.text = std::string{line};
    flow.push_back(std::move(part));
  }
}

void append_table(Flow& flow, std::vector<FlowRow> rows) {
  if (rows.empty()) return;
  drop_empty_columns(rows);
  for (FlowRow& row : rows) append_row(flow, std::move(row));
}

bool is_all_capitals(std::string_view line) {
  std::size_t letters = 0;
  for (const char c : line) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z' ? 1 : 0;
  }
  constexpr std::size_t kFewestLetters = 4;  // "CV" and "PHP" may stand anywhere
  return letters >= kFewestLetters && to_lower(line) != line;
}

bool could_be_heading(std::string_view raw) {
  std::string_view line = trimmed(raw);
  if (line.ends_with(':')) line = trimmed(line.substr(0, line.size() - 1));
  if (line.empty() || line.size() > 2 * kHeadingLetters || count_code_points(line) > kHeadingLetters) return false;
  if (line.find_first_of("\n@:;|") != std::string_view::npos || line.ends_with('.') || line.ends_with(','))
    return false;
  if (line.find("www.") != std::string_view::npos) return false;
  const auto digits = std::count_if(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto spaces = std::count_if(line.begin(), line.end(), is_space);
  const bool has_letter = std::any_of(line.begin(), line.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
  });
  return has_letter && static_cast<std::size_t>(digits) <= kHeadingDigits &&
         static_cast<std::size_t>(spaces) < kHeadingWords;
}

void add_flow(DocumentBuilder& builder, Flow flow) {
  const Ordinary ordinary = ordinary_look(flow);
  for (FlowBlock& block : flow) {
    if (builder.full()) return;
    if (block.kind == BlockKind::table_row) {
      builder.add_row(block.cells);
      continue;
    }
    const bool may_be = block.kind == BlockKind::paragraph && could_be_heading(block.text);
    if (may_be && (stands_out(block, ordinary) || is_section_name(block.text))) {
      block.kind = BlockKind::heading;
      block.level = kGuessedLevel;
    }
    builder.add(block.kind, block.level, block.text);
  }
}

}  // namespace collega::documents
