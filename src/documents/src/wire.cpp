#include "wire.h"

#include <algorithm>
#include <cstdint>

#include "collega/base/error.h"
#include "collega/base/utf8.h"

namespace collega::documents {
namespace {

constexpr std::uint64_t kErrorTag = 0;
constexpr std::uint64_t kDocumentTag = 1;
constexpr std::uint64_t kTableTag = 2;
constexpr std::uint64_t kPageImageTag = 3;
constexpr std::uint64_t kReadablePageTag = 4;
constexpr std::uint64_t kWholePage = 1'000'000;  // places travel in millionths of the page
constexpr std::size_t kExcerptBytes = 300;       // as document.h promises
constexpr int kDeepestLevel = 100;               // no list is deeper; it only keeps nonsense out

class Writer {
 public:
  void number(std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) out_ += static_cast<char>((value >> shift) & 0xFF);
  }
  void string(std::string_view text) {
    number(text.size());
    out_ += text;
  }
  void span(Span span) {
    number(span.begin);
    number(span.end);
  }
  void page(const std::optional<int>& page) {
    number(page.has_value() ? 1 : 0);
    number(static_cast<std::uint64_t>(page.value_or(0)));
  }
  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

// Reads until something does not fit; from then on `failed()` and every value is empty.
class Input {
 public:
  explicit Input(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    if (rest_.size() < 8) return fail();
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value |= std::uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    rest_.remove_prefix(8);
    return value;
  }
  std::uint64_t number_below(std::uint64_t bound) {
    const std::uint64_t value = number();
    return value < bound ? value : fail();
  }
  std::string bytes() {
    const std::uint64_t size = number();
    if (size > rest_.size()) {
      fail();
      return {};
    }
    std::string bytes{rest_.substr(0, size)};
    rest_.remove_prefix(size);
    return bytes;
  }
  std::string string() {
    std::string text = bytes();
    if (!is_valid_utf8(text)) fail();
    return text;
  }
  std::optional<int> page() {
    const bool there = number_below(2) == 1;
    const int page = static_cast<int>(number_below(INT32_MAX));
    return there ? std::optional{page} : std::nullopt;
  }
  // The length of a list whose items take at least `item_bytes` each: a length that cannot be true reserves nothing.
  std::size_t length(std::size_t item_bytes) {
    const std::uint64_t items = number();
    return items <= rest_.size() / item_bytes ? items : fail();
  }
  std::uint64_t fail() {
    failed_ = true;
    rest_ = {};
    return 0;
  }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

bool on_code_point(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

// A span of the text that does not begin before `from`.
Span span_of(Input& in, std::string_view text, std::size_t from) {
  const Span span{in.number(), in.number()};
  const bool good = span.begin >= from && span.begin <= span.end && span.end <= text.size() &&
                    on_code_point(text, span.begin) && on_code_point(text, span.end);
  if (!good) in.fail();
  return good ? span : Span{};
}

void read_pages(Input& in, Document& document) {
  std::size_t reached = 0;
  for (std::size_t left = in.length(32); left > 0 && !in.failed(); --left) {
    Page page{in.page(), span_of(in, document.text, reached)};
    if (page.span.begin != reached) in.fail();
    reached = page.span.end;
    document.pages.push_back(page);
  }
  if (document.pages.empty() || reached != document.text.size()) in.fail();
}

void read_blocks(Input& in, Document& document) {
  std::size_t reached = 0;
  for (std::size_t left = in.length(32); left > 0 && !in.failed(); --left) {
    Block block;
    block.kind = static_cast<BlockKind>(in.number_below(static_cast<std::uint64_t>(BlockKind::table_row) + 1));
    block.level = static_cast<int>(in.number_below(kDeepestLevel));
    block.span = span_of(in, document.text, reached);
    reached = block.span.end;
    document.blocks.push_back(block);
  }
}

void read_notices(Input& in, Document& document) {
  for (std::size_t left = in.length(32); left > 0 && !in.failed(); --left) {
    const auto kind =
        static_cast<NoticeKind>(in.number_below(static_cast<std::uint64_t>(NoticeKind::attachment_failed) + 1));
    const std::optional<int> page = in.page();
    std::string excerpt = in.string();
    if (excerpt.size() > kExcerptBytes) in.fail();
    document.notices.push_back({kind, page, std::move(excerpt)});
  }
}

Document read_document(Input& in) {
  Document document;
  document.format = static_cast<Format>(in.number_below(static_cast<std::uint64_t>(Format::image) + 1));
  document.title = in.string();
  document.text = in.string();
  read_pages(in, document);
  read_blocks(in, document);
  read_notices(in, document);
  return document;
}

void write(Writer& out, const Document& document) {
  out.number(static_cast<std::uint64_t>(document.format));
  out.string(document.title);
  out.string(document.text);
  out.number(document.pages.size());
  for (const Page& page : document.pages) {
    out.page(page.number);
    out.span(page.span);
  }
  out.number(document.blocks.size());
  for (const Block& block : document.blocks) {
    out.number(static_cast<std::uint64_t>(block.kind));
    out.number(static_cast<std::uint64_t>(block.level));
    out.span(block.span);
  }
  out.number(document.notices.size());
  for (const Notice& notice : document.notices) {
    out.number(static_cast<std::uint64_t>(notice.kind));
    out.page(notice.page);
    out.string(notice.excerpt);
  }
}

std::vector<std::string> read_strings(Input& in) {
  std::vector<std::string> strings(in.length(8));
  for (std::string& string : strings) string = in.string();
  return strings;
}

Table read_table(Input& in) {
  Table table;
  table.sheet = in.string();
  table.sheets = read_strings(in);
  table.header = read_strings(in);
  table.header_line = in.number();
  if (table.header.empty() || table.header_line == 0) in.fail();
  std::size_t reached = table.header_line;
  for (std::size_t left = in.length(24); left > 0 && !in.failed(); --left) {
    TableRow row{in.number(), read_strings(in)};
    if (row.line <= reached || row.cells.empty()) in.fail();
    reached = row.line;
    table.rows.push_back(std::move(row));
  }
  std::size_t noticed = 0;
  for (std::size_t left = in.length(16); left > 0 && !in.failed(); --left) {
    const auto kind = static_cast<TableNoticeKind>(
        in.number_below(static_cast<std::uint64_t>(TableNoticeKind::formula_without_value) + 1));
    const TableNotice notice{kind, in.number()};
    if (notice.line < noticed) in.fail();
    noticed = notice.line;
    table.notices.push_back(notice);
  }
  return table;
}

void write_strings(Writer& out, const std::vector<std::string>& strings) {
  out.number(strings.size());
  for (const std::string& string : strings) out.string(string);
}

void write(Writer& out, const Table& table) {
  out.string(table.sheet);
  write_strings(out, table.sheets);
  write_strings(out, table.header);
  out.number(table.header_line);
  out.number(table.rows.size());
  for (const TableRow& row : table.rows) {
    out.number(row.line);
    write_strings(out, row.cells);
  }
  out.number(table.notices.size());
  for (const TableNotice& notice : table.notices) {
    out.number(static_cast<std::uint64_t>(notice.kind));
    out.number(notice.line);
  }
}

void write(Writer& out, const PageImage& image) { out.string(image.png); }

PageImage read_page_image(Input& in) {
  PageImage image{in.bytes()};
  if (!is_page_image(image.png)) in.fail();
  return image;
}

void write(Writer& out, const ReadablePage& page) {
  out.string(page.png);
  out.number(page.words.size());
  for (const PageWord& word : page.words) {
    out.string(word.text);
    for (const double side : {word.area.left, word.area.top, word.area.right, word.area.bottom})
      out.number(static_cast<std::uint64_t>(std::clamp(side, 0.0, 1.0) * static_cast<double>(kWholePage)));
  }
}

double read_side(Input& in) {
  return static_cast<double>(in.number_below(kWholePage + 1)) / static_cast<double>(kWholePage);
}

ReadablePage read_readable_page(Input& in) {
  ReadablePage page{in.bytes(), {}};
  if (!is_page_image(page.png)) in.fail();
  for (std::size_t left = in.length(40); left > 0 && !in.failed(); --left) {
    PageWord word{in.string(), {}};
    word.area.left = read_side(in);
    word.area.top = read_side(in);
    word.area.right = read_side(in);
    word.area.bottom = read_side(in);
    page.words.push_back(std::move(word));
  }
  return page;
}

template <class Value>
std::string answer_to_wire(std::uint64_t tag, const Result<Value>& answer) {
  Writer out;
  out.number(answer.ok() ? tag : kErrorTag);
  if (answer.ok()) {
    write(out, answer.value());
  } else {
    out.string(name_of(answer.error().code));
    out.string(repair_utf8(answer.error().where));
    out.string(repair_utf8(answer.error().detail));
  }
  return std::move(out).take();
}

template <class Value>
std::optional<Result<Value>> answer_from_wire(std::uint64_t wanted, Value (*read)(Input&), std::string_view bytes) {
  Input in{bytes};
  const std::uint64_t tag = in.number();
  if (tag == wanted) {
    Value value = read(in);
    if (in.failed() || !in.at_end()) return std::nullopt;
    return value;
  }
  const auto code = error_code_named(in.string());
  std::string where = in.string();
  std::string detail = in.string();
  if (tag != kErrorTag || in.failed() || !in.at_end() || !code) return std::nullopt;
  return Error{*code, std::move(where), std::move(detail)};
}

}  // namespace

std::string to_wire(const Result<Document>& answer) { return answer_to_wire(kDocumentTag, answer); }

std::string to_wire(const Result<Table>& answer) { return answer_to_wire(kTableTag, answer); }

std::string to_wire(const Result<PageImage>& answer) { return answer_to_wire(kPageImageTag, answer); }

std::string to_wire(const Result<ReadablePage>& answer) { return answer_to_wire(kReadablePageTag, answer); }

std::optional<Result<Document>> document_from_wire(std::string_view bytes) {
  return answer_from_wire(kDocumentTag, read_document, bytes);
}

std::optional<Result<Table>> table_from_wire(std::string_view bytes) {
  return answer_from_wire(kTableTag, read_table, bytes);
}

std::optional<Result<PageImage>> page_image_from_wire(std::string_view bytes) {
  return answer_from_wire(kPageImageTag, read_page_image, bytes);
}

std::optional<Result<ReadablePage>> readable_page_from_wire(std::string_view bytes) {
  return answer_from_wire(kReadablePageTag, read_readable_page, bytes);
}

}  // namespace collega::documents
