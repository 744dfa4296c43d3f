#include "readable_page.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "format.h"
#include "ocr.h"
#include "page_image.h"
#include "pdf_file.h"
#include "pdf_page.h"

namespace collega::documents {
namespace {

constexpr double kMillionths = 1e6;
// A word is a little larger than its box says: the foot of a "g" hangs out of it.
constexpr double kRim = 0.002;

double within(double fraction) { return std::clamp(fraction, 0.0, 1.0); }

std::vector<PageWord> words_on(const PageText& text) {
  std::vector<PageWord> words;
  if (!(text.width > 0) || !(text.height > 0)) return words;
  for (const Word& word : text.words) {
    words.push_back({word.text,
                     {within(word.box.left / text.width), within(word.box.top / text.height),
                      within(word.box.right / text.width), within(word.box.bottom / text.height)}});
  }
  return words;
}

Result<std::string> png_of(Pix* picture) {
  l_uint8* data = nullptr;
  std::size_t length = 0;
  if (pixWriteMemPng(&data, &length, picture, 0) != 0) return Error{ErrorCode::document_broken};
  std::string png{reinterpret_cast<const char*>(data), length};
  lept_free(data);
  return png;
}

/// The picture as it was straightened to be read, no larger than a page image may be.
Result<ReadablePage> recognised_page(Pix* picture, int resolution, int width,
                                     std::chrono::steady_clock::time_point until) {
  Picture straight;
  const PageText text = TRY(recognise(picture, resolution, until, &straight));
  if (!straight) return Error{ErrorCode::document_broken};
  const double ratio = 1.0 * pixGetHeight(straight.get()) / std::max(1, pixGetWidth(straight.get()));
  const int fitting = std::max(1, static_cast<int>(std::min(1.0 * width, std::sqrt(kMostImagePixels / ratio))));
  const Picture scaled{pixScaleToSize(straight.get(), fitting, std::max(1, static_cast<int>(fitting * ratio)))};
  if (!scaled) return Error{ErrorCode::document_broken};
  return ReadablePage{TRY(png_of(scaled.get())), words_on(text)};
}

Result<Picture> picture_from(const std::string& png) {
  Picture picture{pixReadMemPng(reinterpret_cast<const l_uint8*>(png.data()), png.size())};
  if (!picture) return Error{ErrorCode::document_broken};
  return picture;
}

Result<ReadablePage> readable_pdf_page(std::string_view bytes, std::string_view name, int page, int width,
                                       const Limits& limits, std::chrono::steady_clock::time_point until) {
  PdfPage read;
  {
    const PdfDocument document = TRY(open_pdf(bytes));
    if (page > poppler_document_get_n_pages(document.get())) return Error{ErrorCode::document_no_page};
    const PdfPagePointer drawn{poppler_document_get_page(document.get(), page - 1)};
    if (!drawn) return Error{ErrorCode::document_broken};
    read = read_pdf_page(drawn.get());
  }
  if (!read.text.words.empty() || read.blank)
    return ReadablePage{TRY(draw_page(bytes, name, page, width, limits)).png, words_on(read.text)};
  const PageImage image = TRY(draw_page(bytes, name, page, kWidestImage, limits));
  const Picture picture = TRY(picture_from(image.png));
  const int resolution =
      static_cast<int>(std::lround(pixGetWidth(picture.get()) * 72.0 / std::max(1.0, read.text.width)));
  return recognised_page(picture.get(), resolution, width, until);
}

Result<ReadablePage> readable_picture(std::string_view bytes, std::string_view name, int page, int width,
                                      const Limits& limits, std::chrono::steady_clock::time_point until) {
  const PageImage image = TRY(draw_page(bytes, name, page, kWidestImage, limits));
  const Picture picture = TRY(picture_from(image.png));
  return recognised_page(picture.get(), 0, width, until);
}

struct Rectangle {
  int left, top, width, height;
};

Rectangle on(Pix* picture, const PageArea& area, double rim) {
  const int width = pixGetWidth(picture);
  const int height = pixGetHeight(picture);
  const auto left = static_cast<int>(std::floor(within(area.left - rim) * width));
  const auto top = static_cast<int>(std::floor(within(area.top - rim) * height));
  const auto right = static_cast<int>(std::ceil(within(area.right + rim) * width));
  const auto bottom = static_cast<int>(std::ceil(within(area.bottom + rim) * height));
  return {left, top, right - left, bottom - top};
}

void append_area(std::string& text, char kind, const PageArea& area) {
  text += kind;
  for (const double side : {area.left, area.top, area.right, area.bottom})
    text += ' ' + std::to_string(std::lround(within(side) * kMillionths));
  text += '\n';
}

PageArea area_in(std::string_view line) {
  double sides[4] = {};
  const char* at = line.data() + std::min<std::size_t>(1, line.size());
  const char* const end = line.data() + line.size();
  for (double& side : sides) {
    long number = 0;
    if (at < end && *at == ' ') ++at;
    at = std::from_chars(at, end, number).ptr;
    side = static_cast<double>(number) / kMillionths;
  }
  return {sides[0], sides[1], sides[2], sides[3]};
}

}  // namespace

Result<ReadablePage> draw_readable_page(std::string_view bytes, std::string_view name, int page, int width,
                                        const Limits& limits, std::chrono::steady_clock::time_point until) {
  if (bytes.empty()) return Error{ErrorCode::document_empty};
  if (bytes.size() > limits.file_bytes) return Error{ErrorCode::document_too_large};
  if (width < 1 || width > kWidestImage) return Error{ErrorCode::out_of_range};
  if (page < 1 || static_cast<std::size_t>(page) > limits.pages) return Error{ErrorCode::document_no_page};
  const Format format = TRY(detect(bytes, name));
  if (format == Format::pdf) return readable_pdf_page(bytes, name, page, width, limits, until);
  if (format == Format::image) return readable_picture(bytes, name, page, width, limits, until);
  return Error{ErrorCode::document_no_page};
}

Result<CoveredPage> cover_page(std::string_view png, const std::vector<PageArea>& shown,
                               const std::vector<PageArea>& covered) {
  setMsgSeverity(L_SEVERITY_NONE);
  if (!is_page_image(png)) return Error{ErrorCode::document_broken};
  const Picture read = TRY(picture_from(std::string{png}));
  const Picture picture{pixConvertTo32(read.get())};
  const Picture left{picture ? pixCreateTemplate(picture.get()) : nullptr};
  if (!left) return Error{ErrorCode::document_broken};
  pixSetAll(left.get());  // white
  for (const PageArea& area : shown) {
    const Rectangle part = on(picture.get(), area, kRim);
    pixRasterop(left.get(), part.left, part.top, part.width, part.height, PIX_SRC, picture.get(), part.left, part.top);
  }
  for (const PageArea& area : covered) {  // after what is shown: a rim shows nothing of a neighbour
    const Rectangle bar = on(picture.get(), area, kRim);
    pixRasterop(left.get(), bar.left, bar.top, bar.width, bar.height, PIX_CLR, nullptr, 0, 0);
  }
  return CoveredPage{TRY(png_of(left.get()))};
}

std::string areas_text(const std::vector<PageArea>& shown, const std::vector<PageArea>& covered) {
  std::string text;
  for (const PageArea& area : shown) append_area(text, 's', area);
  for (const PageArea& area : covered) append_area(text, 'c', area);
  return text;
}

Areas areas_in(std::string_view text) {
  Areas areas;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with('s')) areas.shown.push_back(area_in(line));
    if (line.starts_with('c')) areas.covered.push_back(area_in(line));
  }
  return areas;
}

}  // namespace collega::documents
