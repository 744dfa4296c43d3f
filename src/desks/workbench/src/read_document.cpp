#include "read_document.h"

#include "collega/base/utf8.h"
#include "collega/language/identify.h"
#include "texts.h"

namespace collega::workbench {

ReadAnswer answer_of(const documents::Document& document, Language language) {
  const CodePointIndex index{document.text};
  ReadAnswer answer;
  answer.text = document.text;
  answer.title = document.title;
  answer.language = collega::language::identify(document.text).code;
  answer.format = document.format;
  for (const documents::Page& page : document.pages) {
    answer.pages.push_back({page.number, std::string{page.span.of(document.text)}});
  }
  for (const documents::Block& block : document.blocks) {
    const Span place = index.to_code_points(block.span);
    answer.blocks.push_back(
        {block.kind, block.level, documents::page_at(document, block.span.begin), place.begin, place.end});
  }
  for (const documents::Notice& notice : document.notices) {
    const std::string key = "notice." + std::string{name_of(notice.kind)};
    answer.notices.push_back({notice.kind, notice.page, notice.excerpt, texts(language)(key)});
  }
  return answer;
}

}  // namespace collega::workbench
