#pragma once

// One parser a format, and the builder they share. The place of an error is filled in by parse().

#include <string_view>

#include "collega/base/result.h"
#include "collega/documents/document.h"
#include "collega/documents/read.h"

namespace collega::documents {

Result<Document> parse_pdf(std::string_view bytes, const Limits& limits);
Result<Document> parse_image(std::string_view bytes, const Limits& limits);
Result<Document> parse_docx(std::string_view bytes, const Limits& limits);
Result<Document> parse_odt(std::string_view bytes, const Limits& limits);
Result<Document> parse_rtf(std::string_view bytes, const Limits& limits);
Result<Document> parse_html(std::string_view bytes, const Limits& limits);
Result<Document> parse_markdown(std::string_view bytes, const Limits& limits);
Result<Document> parse_text(std::string_view bytes, const Limits& limits);
Result<Document> parse_email(std::string_view bytes, const Limits& limits);

/// Puts a Document together block by block and keeps its offsets right.
class DocumentBuilder {
 public:
  DocumentBuilder(Format format, const Limits& limits) : limits_(limits) { document_.format = format; }

  /// Begins a page; without any call there is one page without a number.
  void start_page(int number);
  /// Adds a block; white space is folded, the text made NFKC and valid, and an empty block is left out. A line break
  /// inside a paragraph (an address, a poem) stays when it is given as '\n'.
  void add(BlockKind kind, int level, std::string_view text);
  void add_row(const std::vector<std::string>& cells);
  void notice(NoticeKind kind, std::string_view excerpt = {});
  void set_title(std::string_view title);
  /// The limit on text was reached: the block that passed it was cut there, what comes now is dropped, and a cut_off
  /// notice was made.
  [[nodiscard]] bool full() const { return full_; }

  /// Error: document_no_text when no block was added.
  [[nodiscard]] Result<Document> build() &&;

 private:
  void append(BlockKind kind, int level, std::string text);

  Limits limits_;
  Document document_;
  bool full_ = false;
};

}  // namespace collega::documents
