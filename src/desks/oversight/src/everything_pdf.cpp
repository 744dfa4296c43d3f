#include "everything_pdf.h"

#include "collega/base/messages.h"
#include "collega/documents/write.h"

namespace collega::oversight {

std::string_view embedded_nl_txt();
std::string_view embedded_en_txt();

namespace {

using documents::BlockKind;
using documents::Draft;
using documents::DraftBlock;

std::string words_of(const Json& value) {
  if (value.is_string()) return std::string{value.as_string()};
  return value.is_null() ? "" : to_text(value);
}

/// "person.name.surname: Wit", one line for each value that says something.
void add_lines(Draft& draft, const std::string& path, const Json& value) {
  if (const JsonObject* object = value.if_object()) {
    for (const auto& [member, part] : *object) {
      add_lines(draft, path.empty() ? std::string{member} : path + " – " + std::string{member}, part);
    }
  } else if (const JsonArray* list = value.if_array()) {
    for (std::size_t i = 0; i < list->size(); ++i) add_lines(draft, path + " " + std::to_string(i + 1), (*list)[i]);
  } else if (const std::string words = words_of(value); !words.empty()) {
    draft.blocks.push_back({.kind = BlockKind::list_item, .text = path + ": " + words});
  }
}

}  // namespace

Result<std::string> everything_pdf(const JsonObject& kept, Date today, Language language) {
  const Messages text{language == Language::nl ? embedded_nl_txt() : embedded_en_txt()};
  Draft draft{.title = text("everything.title")};
  draft.blocks.push_back({.kind = BlockKind::heading, .level = 1, .text = text("everything.title")});
  draft.blocks.push_back({.text = text("everything.explained", to_string(today))});
  for (const auto& [kind, about] : kept) {
    const std::string title{about.at(language == Language::nl ? "title_nl" : "title_en").as_string()};
    draft.blocks.push_back({.kind = BlockKind::heading, .level = 2, .text = title});
    for (const Json& item : about.at("items").as_array()) add_lines(draft, "", item);
  }
  return documents::write_pdf(draft);
}

}  // namespace collega::oversight
