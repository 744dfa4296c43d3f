#include "words.h"

#include "collega/register/conditions.h"
#include "collega/register/law.h"

namespace collega::ai_register {

std::string_view embedded_nl_txt();
std::string_view embedded_en_txt();

const Messages& messages_in(Language language) {
  static const Messages nl{embedded_nl_txt()};
  static const Messages en{embedded_en_txt()};
  return language == Language::nl ? nl : en;
}

std::string data_in_words(std::string_view kind, Language language) {
  const std::string key = "data." + std::string{kind};
  const Messages& messages = messages_in(language);
  return messages.has(key) ? messages(key) : std::string{kind};
}

std::string in_words(Condition condition, Language language) {
  return messages_in(language)("condition." + std::string{name_of(condition)});
}

std::string in_words(const Missing& missing, Language language) {
  const Messages& messages = messages_in(language);
  const std::string day = missing.since ? to_string(*missing.since) : "";
  const std::string text =
      messages("lack." + std::string{name_of(missing.lack)}, in_words(missing.condition, language), day);
  const std::string grounds = grounds_of(missing.condition, language);
  return grounds.empty() ? text : messages("with_ground", text, grounds);
}

std::vector<std::string> in_words(const std::vector<Missing>& missing, Language language) {
  std::vector<std::string> texts;
  texts.reserve(missing.size());
  for (const Missing& one : missing) texts.push_back(in_words(one, language));
  return texts;
}

}  // namespace collega::ai_register
