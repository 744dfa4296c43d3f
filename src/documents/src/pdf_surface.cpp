#include "pdf_surface.h"

#include <cairo-pdf.h>

#include "draft_style.h"

namespace collega::documents {
namespace {

// As the members of our zip files: a day that says nothing of when the file was written.
constexpr const char* kCreated = "1980-01-01T00:00:00Z";

cairo_status_t append(void* bytes, const unsigned char* data, unsigned size) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

PdfSurface::PdfSurface(const std::string& title)
    : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, kPageWidth, kPageHeight)),
      cairo_(cairo_create(surface_.get())) {
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, kCreated);
  if (!title.empty()) cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
}

void PdfSurface::end_page() { cairo_show_page(cairo_.get()); }

Result<std::string> PdfSurface::bytes() && {
  const cairo_status_t drawn = cairo_status(cairo_.get());
  cairo_.reset();
  cairo_surface_finish(surface_.get());
  const cairo_status_t written = cairo_surface_status(surface_.get());
  for (const cairo_status_t status : {drawn, written}) {
    if (status != CAIRO_STATUS_SUCCESS) return Error{ErrorCode::internal, "", cairo_status_to_string(status)};
  }
  return std::move(bytes_);
}

}  // namespace collega::documents
