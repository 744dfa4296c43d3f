#include "special_phrases.h"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <stdexcept>

#include "collega/base/utf8.h"
#include "letters.h"
#include "table.h"

namespace collega::privacy {

std::string_view embedded_special_tsv();

namespace {

/// A word that goes on ("depressie*") has at least this many letters.
constexpr std::size_t kStemLetters = 4;

/// A number for the first two letters of a word; past all numbers when one is no plain letter.
std::size_t first_letters(std::string_view word) {
  const auto letter = [&](std::size_t at) { return static_cast<std::size_t>(lower_of(word[at]) - 'a'); };
  return word.size() < 2 || letter(0) >= 26 || letter(1) >= 26 ? 26 * 26 : letter(0) * 26 + letter(1);
}

bool fits(std::string_view wanted, std::string_view word) {
  if (wanted.ends_with('*')) return word.starts_with(wanted.substr(0, wanted.size() - 1));
  return wanted == word;
}

}  // namespace

SpecialPhrases::SpecialPhrases() {
  for_each_row(embedded_special_tsv(), [this](std::string_view name, std::string_view phrase) {
    Kind kind{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), kind))
      throw std::logic_error("special.tsv: no kind is called " + std::string(name));
    add(kind, phrase);
  });
  for (const auto& [start, phrase] : by_start_)
    if (const std::size_t pair = first_letters(start); pair < starts_.size()) starts_.set(pair);
  std::ranges::sort(by_start_, {}, [](const auto& entry) { return entry.first; });
}

void SpecialPhrases::add(Kind kind, std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    words.emplace_back(text.substr(0, space));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  if (words.empty() || words[0] == "*") return;
  std::string first = words[0];
  Phrase phrase{{words.begin() + 1, words.end()}, kind};
  if (first.ends_with('*')) {
    first.pop_back();
    if (first.size() >= kStemLetters) by_start_.emplace_back(first, std::move(phrase));
  } else {
    by_first_[hash_of(first)].push_back(std::move(phrase));
  }
}

SpecialPhrases::Match SpecialPhrases::at(const Sheet& sheet, std::size_t at) const {
  const auto& words = sheet.words();
  Match best;
  const auto consider = [&](const Phrase& phrase) {
    if (at + phrase.words.size() >= words.size() && !phrase.words.empty()) return;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
      const Word& word = words[at + 1 + i];
      if (word.lines > 1 || (word.before != 0 && word.before != '\'') || !fits(phrase.words[i], fold(sheet.of(word))))
        return;
    }
    if (phrase.words.size() + 1 > best.words) best = {phrase.words.size() + 1, phrase.kind};
  };
  if ((words[at].bits & kSpecialHead) != 0)
    if (const auto found = by_first_.find(words[at].hash); found != by_first_.end())
      for (const Phrase& phrase : found->second) consider(phrase);
  const std::size_t size = words[at].end - words[at].begin;
  const std::size_t pair = first_letters(sheet.of(words[at]));
  const bool may = pair >= starts_.size() || starts_.test(pair);  // a letter with an accent is folded before it is told
  if (size > kStemLetters && !words[at].digits && may) {
    const std::string text = fold(sheet.of(words[at]));
    auto entry = std::ranges::upper_bound(by_start_, text, {}, [](const auto& e) { return std::string_view(e.first); });
    // Starts of `text` stand before it in the order; those that share its first letters are few.
    while (entry != by_start_.begin()) {
      --entry;
      if (entry->first.compare(0, kStemLetters, text, 0, kStemLetters) != 0) break;
      if (text.starts_with(entry->first)) consider(entry->second);
    }
  }
  return best;
}

}  // namespace collega::privacy
