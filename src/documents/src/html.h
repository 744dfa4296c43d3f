#pragma once

// HTML to a flow, for pages and for e-mail.

#include <string>
#include <string_view>

#include "flow.h"
#include "visibility.h"

namespace collega::documents {

struct HtmlContent {
  std::string title;
  Flow flow;
  bool cut_off = false;  ///< nested deeper than any page is
};

/// `html` must be valid UTF-8.
[[nodiscard]] HtmlContent read_html(std::string_view html, LeftOut& left_out);

}  // namespace collega::documents
