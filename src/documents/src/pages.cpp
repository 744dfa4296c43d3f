#include "pages.h"

namespace collega::documents {

void add_pages(const std::vector<PageText>& pages, const std::vector<std::vector<Notice>>& notices,
               DocumentBuilder& builder) {
  std::vector<std::vector<Segment>> segments;
  std::vector<double> heights;
  for (const PageText& page : pages) {
    segments.push_back(segments_of(page));
    heights.push_back(page.height);
  }
  drop_running_lines(segments, heights);

  std::vector<PageLines> laid_out;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    laid_out.push_back(
        {static_cast<int>(i) + 1, pages[i].recognised, in_reading_order(std::move(segments[i]), pages[i].width)});
  }
  const Styles styles = styles_of(laid_out);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    builder.start_page(laid_out[i].number);
    for (const Notice& notice : notices[i]) builder.notice(notice.kind, notice.excerpt);
    add_blocks(laid_out[i], styles, builder);
  }
}

}  // namespace collega::documents
