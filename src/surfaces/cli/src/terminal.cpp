#include "terminal.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "collega/base/utf8.h"

namespace collega::cli {
namespace {

constexpr char kEscape = '\033';

/// Length of a colour code ("\033[1m") at `offset`, 0 when there is none.
std::size_t colour_code_at(std::string_view text, std::size_t offset) {
  if (text[offset] != kEscape) return 0;
  const std::size_t end = text.find('m', offset);
  return end == std::string_view::npos ? 0 : end + 1 - offset;
}

std::size_t width_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const auto type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

/// Bytes of `text` that fit in `columns`; at least one code point.
std::size_t fitting(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (const std::size_t code = colour_code_at(text, offset)) {
      offset += code;
      continue;
    }
    const CodePoint point = code_point_at(text, offset);
    used += width_of(point.value);
    if (used > columns && offset > 0) break;
    offset += point.size;
  }
  return offset;
}

}  // namespace

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    if (const std::size_t code = colour_code_at(text, offset)) {
      offset += code;
      continue;
    }
    const CodePoint point = code_point_at(text, offset);
    width += width_of(point.value);
    offset += point.size;
  }
  return width;
}

std::string printable(std::string_view text, bool keep_lines) {
  const std::string valid = is_valid_utf8(text) ? std::string{text} : repair_utf8(text);
  std::string out;
  for (std::size_t offset = 0; offset < valid.size();) {
    const CodePoint point = code_point_at(valid, offset);
    offset += point.size;
    if (point.value == '\n' || point.value == '\t') {
      out += keep_lines ? static_cast<char>(point.value) : ' ';
    } else if (point.value >= 0x20 && !(point.value >= 0x7F && point.value < 0xA0) && !turns_direction(point.value)) {
      append_code_point(out, point.value);
    }
  }
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  columns = std::max<std::size_t>(columns, 1);
  std::vector<std::string> lines;
  std::string line;
  std::size_t line_width = 0;
  const auto end_line = [&] {
    lines.push_back(std::move(line));
    line.clear();
    line_width = 0;
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (line_width > 0 && line_width + 1 + width_of(word) > columns) end_line();
    while (width_of(word) > columns) {
      const std::size_t bytes = fitting(word, columns);
      line = word.substr(0, bytes);
      end_line();
      word.remove_prefix(bytes);
    }
    if (line_width > 0) line += ' ';
    line += word;
    line_width = width_of(line);
  }
  if (!line.empty() || lines.empty()) end_line();
  return lines;
}

std::string hanging(std::string_view first, std::string_view text, std::size_t columns) {
  const std::size_t indent = width_of(first);
  const std::size_t room = columns > indent ? columns - indent : 1;
  std::string out;
  for (const std::string& line : wrapped(text, room)) {
    out += out.empty() ? std::string{first} : std::string(indent, ' ');
    out += line;
    out += '\n';
  }
  return out;
}

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t width = width_of(text);
  std::string out{text};
  if (width < columns) out.append(columns - width, ' ');
  return out;
}

std::string shortened(std::string_view text, std::size_t columns, std::string_view ellipsis) {
  if (width_of(text) <= columns) return std::string{text};
  const std::size_t cut = width_of(ellipsis);
  if (cut >= columns) return std::string{text.substr(0, fitting(text, columns))};
  return std::string{text.substr(0, fitting(text, columns - cut))} + std::string{ellipsis};
}

const Signs& signs(bool utf8) {
  static constexpr Signs kUnicode{"✔", "◐", "✘", "?", "──", "•", "“", "”", "–", "…"};
  static constexpr Signs kAscii{"+", "~", "x", "?", "--", "-", "\"", "\"", "-", "..."};
  return utf8 ? kUnicode : kAscii;
}

std::string painted(std::string_view text, Colour colour, bool colours) {
  static constexpr std::string_view kCodes[] = {"1", "2", "32", "33", "31"};
  if (!colours) return std::string{text};
  std::string out{"\033["};
  out += kCodes[static_cast<std::size_t>(colour)];
  out += 'm';
  out += text;
  out += "\033[0m";
  return out;
}

}  // namespace collega::cli
