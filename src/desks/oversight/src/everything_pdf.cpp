#include "everything_pdf.h"

#include "collega/base/messages.h"
#include "collega/base/money.h"
#include "collega/documents/write.h"

namespace collega::oversight {

std::string_view embedded_nl_txt();
std::string_view embedded_en_txt();

namespace {

using documents::BlockKind;
using documents::Draft;

/// The lines of a person's own copy, in their language.
class Lines {
 public:
  Lines(Draft& draft, const Messages& text, Language language) : draft_(draft), text_(text), language_(language) {}

  /// "naam – achternaam: Wit", one line for each value that says something.
  void add(const std::string& path, std::string_view member, const Json& value) {
    if (const JsonObject* object = value.if_object()) {
      for (const auto& [name, part] : *object) add(joined(path, name_of_member(name)), name, part);
    } else if (const JsonArray* list = value.if_array()) {
      for (std::size_t i = 0; i < list->size(); ++i) add(path + " " + std::to_string(i + 1), member, (*list)[i]);
    } else if (const std::string words = words_of(member, value); !words.empty()) {
      draft_.blocks.push_back({.kind = BlockKind::list_item, .text = path + ": " + words});
    }
  }

 private:
  static std::string joined(const std::string& path, const std::string& name) {
    return path.empty() ? name : path + " – " + name;
  }

  [[nodiscard]] std::string name_of_member(std::string_view member) const {
    const std::string key = "member." + std::string{member};
    return text_.has(key) ? text_(key) : std::string{member};
  }

  [[nodiscard]] std::string words_of(std::string_view member, const Json& value) const {
    if (value.is_null()) return "";
    if (value.is_bool()) return text_(value.as_bool() ? "everything.yes" : "everything.no");
    if (value.is_int64() && member == "wage") return to_string(Money{value.as_int64()}, language_);
    if (value.is_int64() && member.find("minutes") != std::string_view::npos) return hours(value.as_int64());
    return value.is_string() ? std::string{value.as_string()} : to_text(value);
  }

  static std::string hours(std::int64_t minutes) {
    const std::string rest = std::to_string(100 + minutes % 60).substr(1);
    return std::to_string(minutes / 60) + (minutes % 60 == 0 ? "" : ":" + rest);
  }

  Draft& draft_;
  const Messages& text_;
  Language language_;
};

}  // namespace

Result<std::string> everything_pdf(const JsonObject& kept, Date today, Language language) {
  const Messages text{language == Language::nl ? embedded_nl_txt() : embedded_en_txt()};
  Draft draft{.title = text("everything.title")};
  draft.blocks.push_back({.kind = BlockKind::heading, .level = 1, .text = text("everything.title")});
  draft.blocks.push_back({.text = text("everything.explained", to_string(today))});
  for (const auto& [kind, about] : kept) {
    const std::string title{about.at(language == Language::nl ? "title_nl" : "title_en").as_string()};
    draft.blocks.push_back({.kind = BlockKind::heading, .level = 2, .text = title});
    for (const Json& item : about.at("items").as_array()) Lines{draft, text, language}.add("", "", item);
  }
  return documents::write_pdf(draft);
}

}  // namespace collega::oversight
