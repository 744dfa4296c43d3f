#pragma once

// A page as a picture for people.

#include <string>
#include <string_view>

#include "collega/base/result.h"
#include "collega/documents/read.h"

namespace collega::documents {

struct PageImage {
  std::string png;
};

/// More than a screen shows at once; a page that is higher than it may be is drawn narrower than was asked.
inline constexpr int kWidestImage = 2000;
inline constexpr double kMostImagePixels = 8e6;

/// Draws page `page` (from 1) of a PDF or a picture `width` pixels wide. The errors of parse() but document_no_text,
/// and document_no_page; without a place.
[[nodiscard]] Result<PageImage> draw_page(std::string_view bytes, std::string_view name, int page, int width,
                                          const Limits& limits);

/// Whether this begins as a PNG does, of no more pixels than draw_page() makes.
[[nodiscard]] bool is_page_image(std::string_view png);

}  // namespace collega::documents
