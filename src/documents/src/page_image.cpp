#include "page_image.h"

#include <cairo.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "format.h"
#include "ocr.h"
#include "pdf_file.h"

namespace collega::documents {
namespace {

// A3 at 600 dpi is 70 million pixels; beyond this a picture is meant to fill the memory.
constexpr double kMostSourcePixels = 100e6;
// Cairo draws no surface with a side beyond 32,767.
constexpr double kLongestSide = 32'000;

// The size of the image of a page: as wide as asked, unless it would be higher than is allowed.
struct Size {
  int width;
  int height;
};

Size size_for(double page_width, double page_height, int width) {
  const double ratio = page_height / page_width;
  const double fitting = std::min({1.0 * width, std::sqrt(kMostImagePixels / ratio), kLongestSide / ratio});
  const double height = std::min(fitting * ratio, kLongestSide);
  return {std::max(1, static_cast<int>(fitting)), std::max(1, static_cast<int>(height))};
}

cairo_status_t append(void* to, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

struct EndSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, EndSurface>;

Result<PageImage> draw_pdf_page(std::string_view bytes, int page, int width) {
  const PdfDocument document = TRY(open_pdf(bytes));
  if (page > poppler_document_get_n_pages(document.get())) return Error{ErrorCode::document_no_page};
  const PdfPagePointer drawn{poppler_document_get_page(document.get(), page - 1)};
  if (!drawn) return Error{ErrorCode::document_broken};
  double page_width = 0;
  double page_height = 0;
  poppler_page_get_size(drawn.get(), &page_width, &page_height);
  if (!(page_width >= 1) || !(page_height >= 1)) return Error{ErrorCode::document_broken};

  const Size size = size_for(page_width, page_height, width);
  const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height)};
  cairo_t* cairo = cairo_create(surface.get());
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_scale(cairo, size.width / page_width, size.height / page_height);
  poppler_page_render(drawn.get(), cairo);
  cairo_destroy(cairo);
  PageImage image;
  const cairo_status_t written = cairo_surface_write_to_png_stream(surface.get(), append, &image.png);
  if (written != CAIRO_STATUS_SUCCESS) return Error{ErrorCode::document_bomb, {}, cairo_status_to_string(written)};
  return image;
}

bool is_tiff(std::string_view bytes) { return bytes.starts_with("II") || bytes.starts_with("MM"); }

// Nothing when there is no such page.
Picture picture_on(std::string_view bytes, int page) {
  const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
  if (!is_tiff(bytes)) return Picture{page == 1 ? pixReadMem(data, bytes.size()) : nullptr};
  std::size_t offset = 0;
  for (int reached = 1;; ++reached) {
    const std::size_t before = offset;
    Picture picture{pixReadMemFromMultipageTiff(data, bytes.size(), &offset)};
    if (!picture || reached == page) return picture;
    if (offset <= before) return nullptr;  // the last one, or a directory that points back
  }
}

Result<Done> check_pixels(std::string_view bytes) {
  int format = 0, width = 0, height = 0, bits = 0, samples = 0, mapped = 0;
  const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
  if (pixReadHeaderMem(data, bytes.size(), &format, &width, &height, &bits, &samples, &mapped) != 0 || width <= 0 ||
      height <= 0) {
    return Error{ErrorCode::document_broken};
  }
  if (1.0 * width * height > kMostSourcePixels) return Error{ErrorCode::document_bomb};
  return Done{};
}

Result<PageImage> draw_picture(std::string_view bytes, int page, int width) {
  setMsgSeverity(L_SEVERITY_NONE);
  TRY(check_pixels(bytes));
  const Picture picture = picture_on(bytes, page);
  if (!picture) return Error{page > 1 ? ErrorCode::document_no_page : ErrorCode::document_broken};
  const Size size = size_for(pixGetWidth(picture.get()), pixGetHeight(picture.get()), width);
  const Picture scaled{pixScaleToSize(picture.get(), size.width, size.height)};
  l_uint8* data = nullptr;
  std::size_t length = 0;
  if (!scaled || pixWriteMemPng(&data, &length, scaled.get(), 0) != 0) return Error{ErrorCode::document_broken};
  PageImage image{{reinterpret_cast<const char*>(data), length}};
  lept_free(data);
  return image;
}

unsigned number_at(std::string_view bytes, std::size_t at) {
  unsigned number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

}  // namespace

Result<PageImage> draw_page(std::string_view bytes, std::string_view name, int page, int width, const Limits& limits) {
  if (bytes.empty()) return Error{ErrorCode::document_empty};
  if (bytes.size() > limits.file_bytes) return Error{ErrorCode::document_too_large};
  if (width < 1 || width > kWidestImage) return Error{ErrorCode::out_of_range};
  const Format format = TRY(detect(bytes, name));
  if (page < 1 || static_cast<std::size_t>(page) > limits.pages) return Error{ErrorCode::document_no_page};
  if (format == Format::pdf) return draw_pdf_page(bytes, page, width);
  if (format == Format::image) return draw_picture(bytes, page, width);
  return Error{ErrorCode::document_no_page};
}

bool is_page_image(std::string_view png) {
  // The signature, then the header: its length, its name, width and height.
  constexpr std::string_view kBegin{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16};
  if (png.size() < kBegin.size() + 8 || !png.starts_with(kBegin)) return false;
  const double width = number_at(png, kBegin.size());
  const double height = number_at(png, kBegin.size() + 4);
  return width >= 1 && height >= 1 && width <= kWidestImage && width * height <= kMostImagePixels;
}

}  // namespace collega::documents
