#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "pdf_surface.h"
#include "typeset.h"

namespace collega::documents {
namespace {

constexpr double kDotsPerInch = 200;  // what office scanners are set to for text
constexpr double kDotsPerPoint = kDotsPerInch / 72;
constexpr double kMostAskew = 0.7;       // degrees; what a sheet feeder does on a bad day
constexpr double kPaper = 247;           // of 255; paper is never quite white
constexpr double kNoise = 7;             // standard deviation, about that of a flatbed on grey
constexpr unsigned kSpeckEvery = 90000;  // dots
constexpr int kJpegQuality = 72;

using Random = std::mt19937;  // its numbers are laid down by the standard; those of the distributions are not

std::uint32_t draw_bits(Random& random) { return static_cast<std::uint32_t>(random()); }

// In [0, 1).
double fraction(Random& random) { return draw_bits(random) / 4294967296.0; }

// Near enough to a normal distribution with deviation 1: four bytes of one draw, summed.
double bell(Random& random) {
  const std::uint32_t bits = draw_bits(random);
  const int sum = static_cast<int>((bits & 255) + ((bits >> 8) & 255) + ((bits >> 16) & 255) + (bits >> 24));
  return (sum - 510) / 147.8;
}

struct Free {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Surface = std::unique_ptr<cairo_surface_t, Free>;
using Cairo = std::unique_ptr<cairo_t, Free>;
using Picture = std::unique_ptr<PIX, Free>;

Surface drawn_askew(const SetPage& page, double degrees) {
  Surface surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(kPageWidth * kDotsPerPoint),
                                             static_cast<int>(kPageHeight * kDotsPerPoint))};
  const Cairo cairo{cairo_create(surface.get())};
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  cairo_scale(cairo.get(), kDotsPerPoint, kDotsPerPoint);
  cairo_translate(cairo.get(), kPageWidth / 2, kPageHeight / 2);
  cairo_rotate(cairo.get(), degrees * std::numbers::pi / 180);
  cairo_translate(cairo.get(), -kPageWidth / 2, -kPageHeight / 2);
  draw(cairo.get(), page);
  cairo_surface_flush(surface.get());
  return surface;
}

int grey_of(std::uint32_t rgb) {
  return static_cast<int>((77 * ((rgb >> 16) & 255) + 150 * ((rgb >> 8) & 255) + 29 * (rgb & 255)) >> 8);
}

Picture scanned(cairo_surface_t* surface, Random& random) {
  const int width = cairo_image_surface_get_width(surface);
  const int height = cairo_image_surface_get_height(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  Picture picture{pixCreate(width, height, 8)};
  l_uint32* out = pixGetData(picture.get());
  const int out_stride = pixGetWpl(picture.get());
  for (int y = 0; y < height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    l_uint32* out_row = out + static_cast<std::ptrdiff_t>(y) * out_stride;
    for (int x = 0; x < width; ++x) {
      double grey = grey_of(row[x]) / 255.0 * (kPaper - 25) + 25 + kNoise * bell(random);
      if (draw_bits(random) % kSpeckEvery == 0) grey = 90;
      SET_DATA_BYTE(out_row, x, static_cast<l_uint8>(std::clamp(grey, 0.0, 255.0)));
    }
  }
  return picture;
}

// Puts the picture on the page as the JPEG it is; cairo takes the bytes over into the PDF.
bool place(cairo_t* cairo, PIX* picture) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (pixWriteMemJpeg(&data, &size, picture, kJpegQuality, 0) != 0) return false;
  const Surface stand_in{cairo_image_surface_create(CAIRO_FORMAT_A8, pixGetWidth(picture), pixGetHeight(picture))};
  if (cairo_surface_set_mime_data(stand_in.get(), CAIRO_MIME_TYPE_JPEG, data, size, lept_free, data) !=
      CAIRO_STATUS_SUCCESS) {
    lept_free(data);
    return false;
  }
  cairo_save(cairo);
  cairo_scale(cairo, 1 / kDotsPerPoint, 1 / kDotsPerPoint);
  cairo_set_source_surface(cairo, stand_in.get(), 0, 0);
  cairo_paint(cairo);
  cairo_restore(cairo);
  return true;
}

}  // namespace

Result<std::string> write_scan(const Draft& draft, unsigned seed) {
  const Draft ready = prepared(draft);
  Random random{seed};
  PdfSurface pdf{""};  // a scanner knows no title
  for (const SetPage& page : typeset(ready)) {
    const Surface drawing = drawn_askew(page, kMostAskew * (2 * fraction(random) - 1));
    const Picture picture = scanned(drawing.get(), random);
    if (!place(pdf.cairo(), picture.get())) return Error{ErrorCode::internal, "", "jpeg"};
    pdf.end_page();
  }
  return std::move(pdf).bytes();
}

}  // namespace collega::documents
