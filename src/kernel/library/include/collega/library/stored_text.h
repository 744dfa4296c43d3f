#pragma once

// The text of a document as it is kept in a blob, here and by a desk that keeps papers of its own: one line of JSON
// that says where its parts stand, then the text itself.
//
//   {"format", "title", "pages": [[number or null, begin, end], ...], "blocks": [[kind, level, begin, end], ...],
//    "notices": [[kind, page or null, excerpt], ...]}
//   text

#include <string>
#include <string_view>

#include "collega/base/result.h"
#include "collega/documents/document.h"

namespace collega::library {

[[nodiscard]] std::string to_stored(const documents::Document& document);

/// Error: store_broken when it is not what to_stored() wrote.
[[nodiscard]] Result<documents::Document> from_stored(std::string_view stored);

}  // namespace collega::library
