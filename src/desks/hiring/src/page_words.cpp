#include "page_words.h"

#include <algorithm>

#include "collega/base/utf8.h"
#include "collega/language/tokens.h"

namespace collega::hiring {
namespace {

using documents::PageWord;

// How far a word of the quote may stand behind the one before it: a bar or a half of a broken word between them.
constexpr std::size_t kReach = 3;

bool begins_line(const PageWord& word, const PageWord& before) {
  const double middle = (word.area.top + word.area.bottom) / 2;
  return middle > before.area.bottom || middle < before.area.top || word.area.left < before.area.left;
}

std::vector<std::string> bare_words(std::string_view text) {
  std::vector<std::string> words;
  for (const language::Token& token : language::tokenize(text)) {
    if (token.kind != language::TokenKind::punctuation) words.push_back(token.folded);
  }
  return words;
}

std::string bare(const PageWord& word) {
  std::string all;
  for (const std::string& one : bare_words(word.text)) all += one;
  return all;
}

/// Which of `page` are `quote` when its first word is the one at `at`.
std::vector<std::size_t> found_from(std::size_t at, const std::vector<std::string>& page,
                                    const std::vector<std::string>& quote) {
  std::vector<std::size_t> found;
  for (const std::string& wanted : quote) {
    for (std::size_t ahead = at; ahead < std::min(at + kReach, page.size()); ++ahead) {
      if (page[ahead] != wanted) continue;
      found.push_back(ahead);
      at = ahead + 1;
      break;
    }
  }
  return found;
}

}  // namespace

std::vector<bool> hidden_words(const std::vector<PageWord>& words, const Blinder& blinder) {
  std::string text;
  std::vector<Span> places;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += begins_line(words[i], words[i - 1]) ? '\n' : ' ';
    places.push_back({text.size(), text.size() + words[i].text.size()});
    text += words[i].text;
  }
  const std::vector<Span> covered = blinder.spans(text);
  std::vector<bool> hidden(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    hidden[i] = std::ranges::any_of(covered, [&](const Span& span) { return span.overlaps(places[i]); });
  }
  return hidden;
}

std::vector<bool> words_of_quote(const std::vector<PageWord>& words, std::string_view quote) {
  std::vector<bool> marked(words.size());
  const std::vector<std::string> wanted = bare_words(quote);
  if (wanted.empty()) return marked;
  std::vector<std::string> page;
  for (const PageWord& word : words) page.push_back(bare(word));
  std::vector<std::size_t> best;
  for (std::size_t at = 0; at < page.size(); ++at) {
    if (page[at] != wanted.front() && (wanted.size() < 2 || page[at] != wanted[1])) continue;
    std::vector<std::size_t> found = found_from(at, page, wanted);
    if (found.size() > best.size()) best = std::move(found);
  }
  if (2 * best.size() < wanted.size()) return marked;
  for (const std::size_t place : best) marked[place] = true;
  return marked;
}

}  // namespace collega::hiring
