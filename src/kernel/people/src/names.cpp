#include "names.h"

#include <algorithm>

#include "collega/base/utf8.h"

namespace collega::people {
namespace {

constexpr char kParts = '\t';  // sorts before all that a name may hold, so that "Wit" comes before "Wit Smit"

/// A byte of a folded word: a letter or digit, or part of a letter beyond ASCII.
bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string spaced(std::string_view a, std::string_view b) {
  std::string text{a};
  if (!a.empty() && !b.empty()) text += ' ';
  return text.append(b);
}

std::string_view called(const Name& name) { return name.given_name.empty() ? name.initials : name.given_name; }

}  // namespace

std::string display_name(const Name& name) { return spaced(called(name), spaced(name.infix, name.surname)); }

std::string formal_name(const Name& name) {
  const std::string rest = spaced(called(name), name.infix);
  return rest.empty() ? name.surname : name.surname + ", " + rest;
}

std::string sort_key(const Name& name) {
  return fold(name.surname) + kParts + fold(called(name)) + kParts + fold(name.infix);
}

std::vector<std::string> search_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> words;
  for (auto at = folded.begin(); at != folded.end();) {
    const auto begin = std::find_if(at, folded.end(), is_of_word);
    at = std::find_if_not(begin, folded.end(), is_of_word);
    std::string word{begin, at};
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> search_words(const Name& name, std::string_view personnel_number) {
  return search_words(spaced(spaced(name.given_name, name.infix), spaced(name.surname, personnel_number)));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += ' ' + word;
  return text;
}

bool has_all(std::string_view joined_words, const std::vector<std::string>& begins) {
  return std::all_of(begins.begin(), begins.end(), [&](const std::string& begin) {
    return joined_words.find(' ' + begin) != std::string_view::npos;
  });
}

}  // namespace collega::people
