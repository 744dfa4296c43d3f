#pragma once

// The last steps that a PDF and a scan share: pages of words to a Document.

#include "layout.h"

namespace collega::documents {

/// Lays out the pages and adds them to `builder`; notices of a page are added when its turn comes.
void add_pages(const std::vector<PageText>& pages, const std::vector<std::vector<Notice>>& notices,
               DocumentBuilder& builder);

}  // namespace collega::documents
