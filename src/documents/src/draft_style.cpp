#include "draft_style.h"

#include <algorithm>
#include <cmath>

#include "collega/base/utf8.h"

namespace collega::documents {
namespace {

struct Font {
  const char* installed;
  const char* office;
};
constexpr Font kSans{"Liberation Sans", "Arial"};
constexpr Font kSerif{"Liberation Serif", "Times New Roman"};
constexpr Font kWide{"DejaVu Sans", "Verdana"};
constexpr Font kCondensed{"DejaVu Sans Condensed", "Tahoma"};

constexpr Colour kAccents[] = {{31, 58, 95}, {122, 46, 46}, {36, 92, 78}, {60, 60, 60}, {92, 62, 122}};
constexpr Colour kDarkSides[] = {{38, 50, 66}, {33, 71, 66}, {74, 44, 58}};
constexpr Colour kTintedSides[] = {{232, 238, 243}, {238, 240, 230}, {244, 236, 230}};

/// Longer than this and the first line under a job is a sentence, not a period ("september 2019 t/m december 2022").
constexpr std::size_t kLongestPeriod = 45;

/// Address, telephone, mail and the like stay below this; a paragraph that is longer is text.
constexpr std::size_t kLongestHeaderText = 200;

// Small, and the same everywhere, unlike std::hash.
std::size_t sum_of_bytes(std::string_view text) {
  std::size_t sum = 0;
  for (const unsigned char byte : text) sum += byte;
  return sum;
}

void set_font(DraftStyle& style, Font font) {
  style.font = font.installed;
  style.office_font = font.office;
}

void set_side(DraftStyle& style, std::size_t variant) {
  style.side_on_the_right = variant / 2 % 3 == 0;
  if (variant % 2 == 0) {
    style.side_fill = kDarkSides[variant % std::size(kDarkSides)];
    style.side_letters = {240, 240, 240};
    style.side_accent = kWhite;
    style.accent = style.side_fill;
  } else {
    style.side_fill = kTintedSides[variant % std::size(kTintedSides)];
    style.side_accent = style.accent;
  }
}

bool is_control(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c >= 0xFFFE; }

std::string cleaned(const std::string& raw) {
  const std::string text = repair_utf8(raw);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, size] = code_point_at(text, i);
    if (!is_control(c)) out.append(text, i, size);
    i += size;
  }
  return out;
}

void clean(std::vector<DraftBlock>& blocks) {
  for (DraftBlock& block : blocks) {
    block.text = cleaned(block.text);
    for (std::string& cell : block.cells) cell = cleaned(cell);
  }
}

bool is_job(const DraftBlock& block) { return block.kind == BlockKind::heading && block.level == 3; }

bool is_part_of_job(const DraftBlock& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
}

bool looks_like_period(std::string_view line) {
  return line.size() <= kLongestPeriod && line.find_first_of("0123456789") != std::string_view::npos;
}

// Takes the first line off `text` when it is a period.
std::string take_period(std::string& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  if (!looks_like_period(std::string_view{text}.substr(0, end))) return {};
  std::string period = text.substr(0, end);
  text.erase(0, std::min(end + 1, text.size()));
  return period;
}

// The job as one row, when blocks[i] begins one: a heading with its period under it.
std::optional<DraftBlock> job_at(const std::vector<DraftBlock>& blocks, std::size_t i) {
  if (i + 1 >= blocks.size() || !is_job(blocks[i]) || blocks[i + 1].kind != BlockKind::paragraph) return std::nullopt;
  std::string rest = blocks[i + 1].text;
  std::string period = take_period(rest);
  if (period.empty()) return std::nullopt;
  std::string job = blocks[i].text;
  if (!rest.empty()) job += "\n" + rest;
  return DraftBlock{BlockKind::table_row, 0, "", {std::move(period), std::move(job)}, {}};
}

std::vector<DraftBlock> with_jobs_as_rows(const std::vector<DraftBlock>& blocks) {
  std::vector<DraftBlock> out;
  for (std::size_t i = 0; i < blocks.size();) {
    std::optional<DraftBlock> row = job_at(blocks, i);
    if (!row) {
      out.push_back(blocks[i++]);
      continue;
    }
    for (i += 2; i < blocks.size() && is_part_of_job(blocks[i]); ++i) {
      row->cells[1] += (blocks[i].kind == BlockKind::list_item ? "\n• " : "\n") + blocks[i].text;
    }
    out.push_back(*std::move(row));
  }
  return out;
}

// What a cell asks of the width: its longest word at least, and less than in proportion for much text.
double width_wish(const std::string& cell) {
  std::size_t longest = 0;
  for (const std::string& line : lines_of(cell)) longest = std::max(longest, count_code_points(line));
  return std::sqrt(static_cast<double>(longest));
}

}  // namespace

DraftStyle style_of(const Draft& draft) {
  const std::size_t variant = sum_of_bytes(draft.title);
  DraftStyle style;
  style.accent = kAccents[variant % std::size(kAccents)];
  set_font(style, kSans);
  switch (draft.layout) {
    case Layout::plain:
      if (variant % 3 == 0) set_font(style, kSerif);
      if (variant % 3 == 0) style.body = 11;
      break;
    case Layout::sidebar:
      style.body = 9.5;
      style.margin = 30;
      set_side(style, variant);
      break;
    case Layout::table:
      style.rules_under_sections = true;
      break;
    case Layout::compact:
      set_font(style, kCondensed);
      style.body = 7.8;
      style.heading[0] = 14;
      style.heading[1] = 9.5;
      style.heading[2] = 8;
      style.line_spacing = 1.02;
      style.margin = 38;
      style.rules_under_sections = true;
      style.accent = kBlack;
      break;
    case Layout::letterhead:
      set_font(style, variant % 2 == 0 ? kSerif : kWide);
      style.body = variant % 2 == 0 ? 11 : 9;
      style.margin = 68;
      style.centred_header = true;
      break;
  }
  return style;
}

std::string hex_of(Colour colour) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string hex;
  for (const int channel : {colour.red, colour.green, colour.blue}) {
    hex += kDigits[channel / 16];
    hex += kDigits[channel % 16];
  }
  return hex;
}

Draft prepared(const Draft& draft) {
  Draft out = draft;
  out.title = cleaned(draft.title);
  if (out.concealed) out.concealed->text = cleaned(out.concealed->text);
  clean(out.blocks);
  clean(out.side);
  if (out.layout != Layout::sidebar) {
    out.blocks.insert(out.blocks.end(), out.side.begin(), out.side.end());
    out.side.clear();
  } else if (out.side.empty()) {
    out.layout = Layout::plain;
  }
  if (out.layout == Layout::table) out.blocks = with_jobs_as_rows(out.blocks);
  return out;
}

std::size_t header_end(const std::vector<DraftBlock>& blocks) {
  if (blocks.empty() || blocks[0].kind != BlockKind::heading || blocks[0].level != 1) return 0;
  std::size_t end = 1;
  while (end < blocks.size() && blocks[end].kind == BlockKind::paragraph &&
         blocks[end].text.size() <= kLongestHeaderText) {
    ++end;
  }
  return end;
}

std::size_t table_end(const std::vector<DraftBlock>& blocks, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < blocks.size() && blocks[end].kind == BlockKind::table_row && blocks[end].level == 0 &&
         blocks[end].cells.size() == blocks[begin].cells.size()) {
    ++end;
  }
  return end;
}

std::vector<double> column_shares(const std::vector<DraftBlock>& blocks, std::size_t begin, std::size_t end) {
  std::vector<double> shares(blocks[begin].cells.size(), 1.0);
  for (std::size_t row = begin; row < end; ++row) {
    for (std::size_t i = 0; i < shares.size(); ++i) {
      shares[i] = std::max(shares[i], width_wish(blocks[row].cells[i]));
    }
  }
  double sum = 0;
  for (const double share : shares) sum += share;
  for (double& share : shares) share /= sum;
  return shares;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  lines.push_back(text.substr(begin));
  return lines;
}

}  // namespace collega::documents
