#include "pdf_surface.h"
#include "typeset.h"

namespace collega::documents {

Result<std::string> write_pdf(const Draft& draft) {
  const Draft ready = prepared(draft);
  PdfSurface pdf{ready.title};
  for (const SetPage& page : typeset(ready)) {
    draw(pdf.cairo(), page);
    pdf.end_page();
  }
  return std::move(pdf).bytes();
}

}  // namespace collega::documents
