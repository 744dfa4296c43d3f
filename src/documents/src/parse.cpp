#include "collega/documents/read.h"
#include "format.h"
#include "formats.h"

namespace collega::documents {
namespace {

Result<Document> parse_as(Format format, std::string_view bytes, const Limits& limits) {
  switch (format) {
    case Format::pdf:
      return parse_pdf(bytes, limits);
    case Format::docx:
      return parse_docx(bytes, limits);
    case Format::odt:
      return parse_odt(bytes, limits);
    case Format::rtf:
      return parse_rtf(bytes, limits);
    case Format::html:
      return parse_html(bytes, limits);
    case Format::markdown:
      return parse_markdown(bytes, limits);
    case Format::text:
      return parse_text(bytes, limits);
    case Format::email:
      return parse_email(bytes, limits);
    case Format::image:
      return parse_image(bytes, limits);
  }
  return Error{ErrorCode::document_unknown_format};
}

Result<Document> check_and_parse(std::string_view bytes, std::string_view name, const Limits& limits) {
  if (bytes.empty()) return Error{ErrorCode::document_empty};
  if (bytes.size() > limits.file_bytes) return Error{ErrorCode::document_too_large};
  const Format format = TRY(detect(bytes, name));
  return parse_as(format, bytes, limits);
}

}  // namespace

Result<Document> parse(std::string_view bytes, std::string_view name, const Limits& limits) {
  Result<Document> document = check_and_parse(bytes, name, limits);
  if (document.ok()) return document;
  Error error = document.error();
  error.where = std::string{name};
  return error;
}

}  // namespace collega::documents
