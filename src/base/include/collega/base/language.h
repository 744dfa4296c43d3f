#pragma once

// The two languages that Collega speaks. What language a text is in is a question for engines/language.

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

namespace collega {

enum class Language { nl, en };
BOOST_DESCRIBE_ENUM(Language, nl, en)

[[nodiscard]] constexpr std::string_view code_of(Language language) { return language == Language::nl ? "nl" : "en"; }

[[nodiscard]] constexpr std::optional<Language> language_named(std::string_view code) {
  if (code == "nl") return Language::nl;
  if (code == "en") return Language::en;
  return std::nullopt;
}

/// One text in both languages.
struct Bilingual {
  std::string_view nl;
  std::string_view en;

  [[nodiscard]] constexpr std::string_view in(Language language) const { return language == Language::nl ? nl : en; }
};

}  // namespace collega
