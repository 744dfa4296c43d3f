#include <algorithm>

#include "collega/base/utf8.h"
#include "formats.h"

namespace collega::documents {
namespace {

constexpr std::size_t kExcerptBytes = 300;

bool is_space_other_than_newline(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x3000;
}

// Characters without width or meaning that hide inside words: soft hyphen, zero-width spaces and joiners, byte order
// mark.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         c == 0xFEFF || (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7F && c < 0xA0) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

std::string tidy(std::string_view raw) {
  const std::string text = normalise(is_valid_utf8(raw) ? std::string{raw} : repair_utf8(raw));
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, size] = code_point_at(text, i);
    if (c == '\n') {
      if (!out.empty() && out.back() != '\n') out += '\n';
      gap = false;
    } else if (is_space_other_than_newline(c)) {
      gap = true;
    } else if (!is_invisible(c)) {
      if (gap && !out.empty() && out.back() != '\n') out += ' ';
      gap = false;
      out.append(text, i, size);
    }
    i += size;
  }
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
  return out;
}

std::string cut(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  text.resize(bytes);
  return text;
}

}  // namespace

std::optional<int> page_at(const Document& document, std::size_t offset) {
  for (const Page& page : document.pages) {
    if (offset < page.span.end) return page.number;
  }
  return document.pages.empty() ? std::nullopt : document.pages.back().number;
}

void DocumentBuilder::start_page(int number) {
  const std::size_t here = document_.text.size();
  if (!document_.pages.empty()) document_.pages.back().span.end = here;
  document_.pages.push_back({number, {here, here}});
}

void DocumentBuilder::append(BlockKind kind, int level, std::string text) {
  if (full_ || text.empty()) return;
  const std::size_t room = limits_.text_bytes - std::min(limits_.text_bytes, document_.text.size());
  if (text.size() > room) {
    full_ = true;
    notice(NoticeKind::cut_off);
    text = cut(std::move(text), room);
    if (text.empty()) return;
  }
  const std::size_t begin = document_.text.size();
  document_.text += text;
  document_.blocks.push_back({kind, level, {begin, document_.text.size()}});
  document_.text += '\n';
}

void DocumentBuilder::add(BlockKind kind, int level, std::string_view text) { append(kind, level, tidy(text)); }

void DocumentBuilder::add_row(const std::vector<std::string>& cells) {
  std::string row;
  bool filled = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string cell = tidy(cells[i]);
    std::replace(cell.begin(), cell.end(), '\n', ' ');
    filled = filled || !cell.empty();
    if (i > 0) row += '\t';
    row += cell;
  }
  if (filled) append(BlockKind::table_row, 0, std::move(row));
}

void DocumentBuilder::notice(NoticeKind kind, std::string_view excerpt) {
  const auto page = document_.pages.empty() ? std::nullopt : document_.pages.back().number;
  document_.notices.push_back({kind, page, cut(tidy(excerpt), kExcerptBytes)});
}

void DocumentBuilder::set_title(std::string_view title) {
  document_.title = tidy(title);
  std::replace(document_.title.begin(), document_.title.end(), '\n', ' ');
}

Result<Document> DocumentBuilder::build() && {
  if (document_.blocks.empty()) return Error{ErrorCode::document_no_text};
  if (document_.pages.empty()) document_.pages.push_back({std::nullopt, {}});
  document_.pages.back().span.end = document_.text.size();
  if (document_.title.empty()) {
    const auto heading = std::find_if(document_.blocks.begin(), document_.blocks.end(),
                                      [](const Block& block) { return block.kind == BlockKind::heading; });
    if (heading != document_.blocks.end()) document_.title = std::string{heading->span.of(document_.text)};
  }
  return std::move(document_);
}

}  // namespace collega::documents
