#pragma once

// What a document is once it has been read, whatever it was before: one text in reading order, and where its parts
// stand.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/base/span.h"

namespace collega::documents {

enum class Format { pdf, docx, odt, rtf, html, markdown, text, email, image };
BOOST_DESCRIBE_ENUM(Format, pdf, docx, odt, rtf, html, markdown, text, email, image)

enum class BlockKind { paragraph, heading, list_item, table_row };
BOOST_DESCRIBE_ENUM(BlockKind, paragraph, heading, list_item, table_row)

/// One block of the text. Blocks follow each other in reading order and do not overlap; between two of them stands a
/// newline. The cells of a table row are set apart by a tab.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;  ///< of a heading 1 to 6, of a list item its depth from 1, else 0
  Span span;      ///< bytes of Document::text
};

struct Page {
  std::optional<int> number;  ///< from 1; nothing where the format has no pages
  Span span;                  ///< bytes of Document::text; pages cover the whole text
};

enum class NoticeKind {
  hidden_text,  ///< letters in the colour of their background, or marked as hidden; left out of the text
  tiny_text,    ///< letters too small to be read by a person; left out of the text
  scanned,      ///< read from an image, so letters may be wrong
  page_failed,  ///< one page could not be read, the rest could
  cut_off,      ///< the document went on beyond what is read
  attachment_failed,
};
BOOST_DESCRIBE_ENUM(NoticeKind, hidden_text, tiny_text, scanned, page_failed, cut_off, attachment_failed)

/// Something a person should know of how the document was read.
struct Notice {
  NoticeKind kind;
  std::optional<int> page;
  std::string excerpt;  ///< the hidden letters, the name of the attachment; at most 300 bytes of valid UTF-8
};

struct Document {
  Format format = Format::text;
  std::string title;  ///< from the document's own data, else its first heading, else empty
  std::string
      text;  ///< valid UTF-8, NFKC, lines ended by \n; no hyphenation at line ends, no running headers and footers
  std::vector<Page> pages;  ///< at least one
  std::vector<Block> blocks;
  std::vector<Notice> notices;
};

/// The page on which byte `offset` of the text stands; nothing where the format has no pages.
[[nodiscard]] std::optional<int> page_at(const Document& document, std::size_t offset);

}  // namespace collega::documents
