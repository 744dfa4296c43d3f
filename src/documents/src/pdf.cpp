#include <cairo.h>
#include <leptonica/allheaders.h>
#include <poppler.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "collega/base/utf8.h"
#include "formats.h"
#include "ocr.h"
#include "pages.h"
#include "pdf_file.h"
#include "pdf_page.h"

namespace collega::documents {
namespace {

using Clock = std::chrono::steady_clock;

// A page is recognised at 300 dpi; a poster at what makes this many pixels, some four A4.
constexpr double kMostPixels = 35e6;

Picture picture_of(PopplerPage* page, double width, double height, double scale) {
  const int columns = std::max(1, static_cast<int>(width * scale));
  const int rows = std::max(1, static_cast<int>(height * scale));
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows);
  if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {  // a strip too long to draw
    cairo_surface_destroy(surface);
    return nullptr;
  }
  cairo_t* cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_scale(cairo, scale, scale);
  poppler_page_render(page, cairo);
  cairo_destroy(cairo);
  cairo_surface_flush(surface);
  Picture picture{pixCreate(columns, rows, 8)};
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  if (picture && data != nullptr) {
    for (int y = 0; y < rows; ++y) {
      const unsigned char* row = data + static_cast<std::ptrdiff_t>(y) * stride;
      l_uint32* line = pixGetData(picture.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(picture.get());
      for (int x = 0; x < columns; ++x) {
        const unsigned char* pixel = row + std::ptrdiff_t{4} * x;
        const int grey = (pixel[0] * 11 + pixel[1] * 59 + pixel[2] * 30) / 100;  // as the eye weighs the colours
        SET_DATA_BYTE(line, x, static_cast<l_uint8>(grey));
      }
    }
  }
  cairo_surface_destroy(surface);
  return picture;
}

Result<PageText> recognise_page(PopplerPage* page, double width, double height, Clock::time_point until) {
  double scale = kOcrResolution / 72.0;
  scale = std::min(scale, std::sqrt(kMostPixels / std::max(1.0, width * height)));
  const Picture picture = picture_of(page, width, height, scale);
  if (!picture) return Error{ErrorCode::document_bomb};
  return recognise(picture.get(), static_cast<int>(std::lround(scale * 72)), until);
}

struct ReadPage {
  PageText text;
  std::vector<Notice> notices;
};

ReadPage read_page(PopplerDocument* document, int index, Clock::time_point until) {
  const PdfPagePointer page{poppler_document_get_page(document, index)};
  ReadPage result;
  if (!page) {
    result.notices.push_back({NoticeKind::page_failed, {}, {}});
    return result;
  }
  PdfPage read = read_pdf_page(page.get());
  if (!read.hidden.empty()) result.notices.push_back({NoticeKind::hidden_text, {}, read.hidden});
  if (!read.tiny.empty()) result.notices.push_back({NoticeKind::tiny_text, {}, read.tiny});
  result.text = std::move(read.text);
  if (result.text.words.empty() && !read.blank) {
    Result<PageText> recognised = recognise_page(page.get(), result.text.width, result.text.height, until);
    if (recognised.ok()) {
      result.text = std::move(recognised).value();
    } else {
      result.notices.push_back({NoticeKind::page_failed, {}, {}});
    }
  }
  if ((result.text.recognised || read.is_picture) && !result.text.words.empty()) {
    result.notices.push_back({NoticeKind::scanned, {}, {}});
  }
  return result;
}

// A title that says something: not the name of the program's own file, "Microsoft Word - cv definitief.docx".
std::string title_of(PopplerDocument* document) {
  char* given = poppler_document_get_title(document);
  if (given == nullptr) return {};
  const std::string title = is_valid_utf8(given) ? given : repair_utf8(given);
  g_free(given);
  const std::string lower = to_lower(title);
  constexpr std::size_t kLongestTitle = 300;
  const bool says_nothing = lower.starts_with("microsoft word") || lower.starts_with("untitled") ||
                            lower.starts_with("naamloos") || lower.ends_with(".doc") || lower.ends_with(".docx") ||
                            lower.ends_with(".pdf") || lower.ends_with(".odt") || title.size() > kLongestTitle;
  return says_nothing ? std::string{} : title;
}

}  // namespace

Result<Document> parse_pdf(std::string_view bytes, const Limits& limits) {
  const PdfDocument document = TRY(open_pdf(bytes));
  const int there = poppler_document_get_n_pages(document.get());
  if (there <= 0) return Error{ErrorCode::document_broken, {}, "no pages"};
  const int count = std::min(there, static_cast<int>(limits.pages));
  const auto until = Clock::now() + std::chrono::seconds{limits.ocr_seconds};

  std::vector<PageText> pages;
  std::vector<std::vector<Notice>> notices;
  for (int i = 0; i < count; ++i) {
    ReadPage page = read_page(document.get(), i, until);
    pages.push_back(std::move(page.text));
    notices.push_back(std::move(page.notices));
  }
  if (count < there) notices.back().push_back({NoticeKind::cut_off, {}, {}});

  DocumentBuilder builder{Format::pdf, limits};
  builder.set_title(title_of(document.get()));
  add_pages(pages, notices, builder);
  return std::move(builder).build();
}

}  // namespace collega::documents
