#pragma once

#include <chrono>
#include <string_view>

#include "collega/base/result.h"
#include "collega/documents/read.h"
#include "collega/documents/readable_page.h"

namespace collega::documents {

/// As draw_page(), with the words that a reader sees on it; a scan is set straight, as its words were read. Until
/// `until` for the recognising.
[[nodiscard]] Result<ReadablePage> draw_readable_page(std::string_view bytes, std::string_view name, int page,
                                                      int width, const Limits& limits,
                                                      std::chrono::steady_clock::time_point until);

/// A picture that draw_readable_page() made, of which only what stands in `shown` is left, with bars over `covered`:
/// what nobody recognised as a word (a photograph, a signature) is not on it either.
struct CoveredPage {
  std::string png;
};
[[nodiscard]] Result<CoveredPage> cover_page(std::string_view png, const std::vector<PageArea>& shown,
                                             const std::vector<PageArea>& covered);

/// How areas travel to the child: one a line, "s" or "c" and four whole numbers, in millionths.
[[nodiscard]] std::string areas_text(const std::vector<PageArea>& shown, const std::vector<PageArea>& covered);
struct Areas {
  std::vector<PageArea> shown;
  std::vector<PageArea> covered;
};
[[nodiscard]] Areas areas_in(std::string_view text);

}  // namespace collega::documents
