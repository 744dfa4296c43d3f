#pragma once

// A PDF opened by poppler, and its pages.

#include <poppler.h>

#include <memory>
#include <string_view>

#include "collega/base/result.h"

namespace collega::documents {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using PdfDocument = std::unique_ptr<PopplerDocument, Unref>;
using PdfPagePointer = std::unique_ptr<PopplerPage, Unref>;

/// `bytes` must outlive it. Errors: document_encrypted, document_broken.
[[nodiscard]] Result<PdfDocument> open_pdf(std::string_view bytes);

}  // namespace collega::documents
