#pragma once

// One page of a PDF to the words a reader of it sees.

#include <string>

#include "layout.h"

typedef struct _PopplerPage PopplerPage;

namespace collega::documents {

struct PdfPage {
  PageText text;
  std::string hidden;       ///< words left out because nobody can see them
  std::string tiny;         ///< words left out because nobody can read them
  bool blank = false;       ///< nothing is drawn
  bool is_picture = false;  ///< an image covers the page: a scan, whose text, if any, was recognised by another
};

[[nodiscard]] PdfPage read_pdf_page(PopplerPage* page);

}  // namespace collega::documents
