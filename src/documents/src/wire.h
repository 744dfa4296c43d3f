#pragma once

// How a Document, a Table, a PageImage or a ReadablePage, or the Error there is instead, crosses from the child to its
// parent.
//
// An answer is a tag (0 error, 1 document, 2 table, 3 image, 4 readable page) and its members in the order of their
// declaration. Numbers are 64 bits, least byte first; a string is its length and its bytes; a list is its length and
// its items; an absent number is 0 after a tag.

#include <optional>
#include <string>
#include <string_view>

#include "collega/base/result.h"
#include "collega/documents/document.h"
#include "collega/documents/table.h"
#include "page_image.h"
#include "readable_page.h"

namespace collega::documents {

[[nodiscard]] std::string to_wire(const Result<Document>& answer);
[[nodiscard]] std::string to_wire(const Result<Table>& answer);
[[nodiscard]] std::string to_wire(const Result<PageImage>& answer);
[[nodiscard]] std::string to_wire(const Result<ReadablePage>& answer);

/// The answer in `bytes`; nothing when they are not one. A child that was taken over by a hostile file writes what it
/// likes, so that all a Document promises is checked here: valid UTF-8, spans in order and on whole code points.
[[nodiscard]] std::optional<Result<Document>> document_from_wire(std::string_view bytes);

/// Likewise; of a Table rows and notices in order, a header, and no row without cells.
[[nodiscard]] std::optional<Result<Table>> table_from_wire(std::string_view bytes);

/// Likewise; of an image that it is one (is_page_image()).
[[nodiscard]] std::optional<Result<PageImage>> page_image_from_wire(std::string_view bytes);

/// Likewise; of its words valid UTF-8 and areas on the page.
[[nodiscard]] std::optional<Result<ReadablePage>> readable_page_from_wire(std::string_view bytes);

}  // namespace collega::documents
