#pragma once

// Names and phrases that office programs use, whatever the format.

#include <string>
#include <string_view>

namespace collega::documents {

/// Level of a heading by the name of its style ("heading 2", "Kop 2", "Heading_20_2", "Titel"); 0 when it names none.
[[nodiscard]] int level_of_style_name(std::string_view name);

/// Whether a line has nothing but the number of a page: "Pagina 2 van 3", "- 4 -".
[[nodiscard]] bool is_page_number(std::string_view text);

/// The title, or nothing when a program made it up ("Microsoft Word - cv.doc", "Untitled").
[[nodiscard]] std::string meaningful_title(std::string_view title);

}  // namespace collega::documents
