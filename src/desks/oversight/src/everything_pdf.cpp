#include "everything_pdf.h"

#include "collega/documents/write.h"
#include "everything_texts.h"

namespace collega::oversight {

using documents::BlockKind;
using documents::Draft;

Result<std::string> everything_pdf(const std::vector<ToldKind>& told, Date today, Language language) {
  const Messages& text = everything_texts(language);
  Draft draft{.title = text("everything.title")};
  draft.blocks.push_back({.kind = BlockKind::heading, .level = 1, .text = text("everything.title")});
  draft.blocks.push_back({.text = text("everything.explained", to_string(today))});
  for (const ToldKind& kind : told) {
    draft.blocks.push_back({.kind = BlockKind::heading, .level = 2, .text = kind.title});
    for (const ToldItem& item : kind.items) {
      for (const std::string& line : item.lines) draft.blocks.push_back({.kind = BlockKind::list_item, .text = line});
    }
  }
  return documents::write_pdf(draft);
}

}  // namespace collega::oversight
