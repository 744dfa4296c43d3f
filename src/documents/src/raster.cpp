#include "raster.h"

#include <cairo.h>
#include <poppler.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace collega::documents {
namespace {

// One pixel a point shows 5-point letters well enough to tell that they are there, and draws an A4 in some 5 ms.
constexpr double kPixelsPerPoint = 1.0;
// A plan of a building is drawn smaller.
constexpr double kLargestSide = 1400;
// Letters this near to their background (of 255) cannot be read on paper or on a screen: #EBEBEB on white.
constexpr int kNoContrast = 20;
// Share of a word's box that must differ from the letters' colour; beneath it all is of one colour.
constexpr double kLeastBackground = 0.08;
// Thin letters of 5 points come out at a quarter of their colour or more.
constexpr double kLeastInk = 0.12;

}  // namespace

Raster::Raster(PopplerPage* page) {
  double width = 0;
  double height = 0;
  poppler_page_get_size(page, &width, &height);
  if (!(width >= 1)) width = 1;  // nor a number that is none
  if (!(height >= 1)) height = 1;
  scale_ = std::min(kPixelsPerPoint, kLargestSide / std::max(width, height));
  width_ = std::max(1, static_cast<int>(std::ceil(width * scale_)));
  height_ = std::max(1, static_cast<int>(std::ceil(height * scale_)));
  stride_ = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width_);
  pixels_.assign(static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height_), 255);
  cairo_surface_t* surface =
      cairo_image_surface_create_for_data(pixels_.data(), CAIRO_FORMAT_RGB24, width_, height_, stride_);
  cairo_t* cairo = cairo_create(surface);
  cairo_scale(cairo, scale_, scale_);
  poppler_page_render(page, cairo);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
}

Raster::Pixels Raster::pixels_of(const Box& box, double margin) const {
  const auto place = [&](double at, int end) { return static_cast<int>(std::clamp(at * scale_, 0.0, 1.0 * end)); };
  return {place(box.left - margin, width_), place(box.top - margin, height_), place(box.right + margin + 1, width_),
          place(box.bottom + margin + 1, height_)};
}

Colour Raster::at(int x, int y) const {
  const unsigned char* pixel =
      &pixels_[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride_) + 4 * static_cast<std::size_t>(x)];
  return {pixel[2], pixel[1], pixel[0]};
}

Raster::Look Raster::look_of(const Box& box, const Colour& colour) const {
  // A margin, so that the bar of an I or a square has background beside it.
  const Pixels area = pixels_of(box, 1.5);
  constexpr std::size_t kShades = 8;  // a channel
  const auto shade = [](int channel) { return static_cast<std::size_t>(channel / 32); };
  std::array<int, kShades * kShades * kShades> counts{};
  std::array<Colour, kShades * kShades * kShades> examples{};
  int total = 0;
  int other = 0;
  for (int y = area.top; y < area.bottom; ++y) {
    for (int x = area.left; x < area.right; ++x) {
      const Colour pixel = at(x, y);
      ++total;
      if (distance(pixel, colour) <= kNoContrast) continue;
      ++other;
      const std::size_t bin = (shade(pixel.red) * kShades + shade(pixel.green)) * kShades + shade(pixel.blue);
      ++counts[bin];
      examples[bin] = pixel;
    }
  }
  if (total == 0) return {false, colour};  // outside the page
  if (other < kLeastBackground * total) return {false, colour};
  const auto most = std::max_element(counts.begin(), counts.end());
  const Colour background = examples[static_cast<std::size_t>(most - counts.begin())];

  if (vanishes(colour, background)) return {false, background};

  const Pixels inside = pixels_of(box, 0);
  int ink = 0;
  for (int y = inside.top; y < inside.bottom; ++y) {
    for (int x = inside.left; x < inside.right; ++x) ink = std::max(ink, distance(at(x, y), background));
  }
  return {ink >= kLeastInk * distance(colour, background), background};
}

bool Raster::blank() const {
  const Colour corner = at(0, 0);
  for (int y = 0; y < height_; ++y) {
    for (int x = 0; x < width_; ++x) {
      if (distance(at(x, y), corner) > kNoContrast) return false;
    }
  }
  return true;
}

}  // namespace collega::documents
