#pragma once

// The little of CSS that tells whether letters can be seen. Reads the style of one element, no style sheets' cascade.

#include <optional>
#include <string_view>

#include "visibility.h"

namespace collega::documents {

struct CssLook {
  bool hidden = false;           ///< display:none, visibility:hidden, opacity:0, or moved out of the page
  std::optional<bool> shown;     ///< visibility:visible undoes an inherited visibility:hidden
  std::optional<double> points;  ///< an absolute font size
  std::optional<double> times;   ///< a font size relative to what is around
  std::optional<Colour> colour;
  std::optional<Colour> background;  ///< when it is a plain colour
  bool background_unknown = false;   ///< a picture or a gradient
  bool bold = false;
};

/// Reads the declarations of a style: "color: #fff; font-size: 1px".
[[nodiscard]] CssLook css_look(std::string_view declarations);

}  // namespace collega::documents
