#include "pdf_file.h"

#include <string>

namespace collega::documents {
namespace {

// Poppler tells what it thinks of a file on stderr, which belongs to the person.
void keep_poppler_quiet() {
  static const bool quiet = [] {
    g_log_set_handler(
        "Poppler", G_LOG_LEVEL_MASK, [](auto...) {}, nullptr);
    return true;
  }();
  static_cast<void>(quiet);
}

}  // namespace

Result<PdfDocument> open_pdf(std::string_view bytes) {
  keep_poppler_quiet();
  GBytes* data = g_bytes_new_static(bytes.data(), bytes.size());
  GError* error = nullptr;
  PdfDocument document{poppler_document_new_from_bytes(data, nullptr, &error)};
  g_bytes_unref(data);
  if (document) return document;
  const bool locked = g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
  const std::string detail = error != nullptr ? error->message : "";
  g_clear_error(&error);
  return Error{locked ? ErrorCode::document_encrypted : ErrorCode::document_broken, {}, detail};
}

}  // namespace collega::documents
