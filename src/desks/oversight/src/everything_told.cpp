#include "everything_told.h"

#include <algorithm>

#include "collega/base/messages.h"
#include "collega/base/money.h"
#include "everything_texts.h"

namespace collega::oversight {
namespace {

class Lines {
 public:
  Lines(const Messages& text, Language language) : text_(text), language_(language) {}

  /// "naam – achternaam: Wit", one line for each value that says something.
  void add(const std::string& path, std::string_view member, const Json& value) {
    if (const JsonObject* object = value.if_object()) {
      for (const auto& [name, part] : *object) add(joined(path, name_of_member(name)), name, part);
    } else if (const JsonArray* list = value.if_array()) {
      for (std::size_t i = 0; i < list->size(); ++i) add(path + " " + std::to_string(i + 1), member, (*list)[i]);
    } else if (const std::string words = words_of(member, value); !words.empty()) {
      lines_.push_back(path.empty() ? words : path + ": " + words);
    }
  }

  [[nodiscard]] std::vector<std::string> taken() { return std::move(lines_); }

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

  const Messages& text_;
  Language language_;
  std::vector<std::string> lines_;
};

std::string clock_in_words(std::string_view clock, const std::vector<people::RetentionRule>& rules, Language language) {
  const auto rule = std::ranges::find(rules, clock, &people::RetentionRule::clock);
  if (rule == rules.end()) return std::string{clock};
  return language == Language::nl ? rule->title_nl : rule->title_en;
}

}  // namespace

std::vector<ToldKind> told_of(const JsonObject& kept, const std::vector<people::RetentionRule>& rules,
                              Language language) {
  const Messages& text = everything_texts(language);
  std::vector<ToldKind> told;
  for (const auto& [kind, about] : kept) {
    ToldKind& one = told.emplace_back();
    one.kind = kind;
    one.title = about.at(language == Language::nl ? "title_nl" : "title_en").as_string();
    one.clock = clock_in_words(about.at("clock").as_string(), rules, language);
    for (const Json& item : about.at("items").as_array()) {
      Lines lines{text, language};
      lines.add("", "", item);
      one.items.push_back({lines.taken()});
    }
  }
  return told;
}

}  // namespace collega::oversight
