#pragma once

// Structure in text that has no structure but its lines.

#include <string_view>

#include "flow.h"

namespace collega::documents {

/// Adds the paragraphs, headings and bullets that the lines of `text` make.
///
/// Blank lines set paragraphs apart; within one, a full line runs on into the next and a short one ends where it ends,
/// as in an address or a list of jobs. Line ends are "\n" or "\r\n".
void append_lines(Flow& flow, std::string_view text);

/// A heading that CVs and vacancies use, in Dutch or English, whatever its case: "Werkervaring", "Skills summary:".
[[nodiscard]] bool is_section_name(std::string_view line);

}  // namespace collega::documents
