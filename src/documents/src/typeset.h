#pragma once

// A draft set on pages of A4: what stands where. The PDF draws it as text, the scan as a picture.

#include <optional>
#include <vector>

#include "draft_style.h"
#include "set_text.h"

namespace collega::documents {

/// Lines [begin, end) of a text, from the point x, y downward. Points from the top left of the page.
struct PlacedText {
  SetText text;
  std::size_t begin = 0;
  std::size_t end = 0;
  double x = 0;
  double y = 0;
  Colour colour = kBlack;
};

struct PlacedBox {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  std::optional<Colour> fill;
  std::optional<Colour> edge;
};

struct SetPage {
  std::vector<PlacedBox> boxes;  ///< under the texts
  std::vector<PlacedText> texts;
};

/// At least one page. `draft` must be prepared().
[[nodiscard]] std::vector<SetPage> typeset(const Draft& draft);

void draw(cairo_t* cairo, const SetPage& page);

}  // namespace collega::documents
