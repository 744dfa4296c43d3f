#pragma once

// The parts of a DOCX, found by its relations.

#include <string>
#include <string_view>
#include <vector>

#include "collega/base/result.h"
#include "collega/documents/read.h"
#include "xml_part.h"

namespace collega::documents {

struct DocxPackage {
  XmlPart document;
  XmlPart styles;  ///< empty when there are none, and so is `footnotes`
  XmlPart footnotes;
  std::vector<XmlPart> headers;  ///< of the first page before that of the others; each once
  std::vector<XmlPart> footers;
  std::string title;  ///< from the document's own data; empty when it says nothing
};

/// Errors: those of ZipArchive, and document_broken.
[[nodiscard]] Result<DocxPackage> open_docx(std::string_view bytes, const Limits& limits);

}  // namespace collega::documents
