#include "near.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "collega/language/tokens.h"

namespace collega::skills_desk {
namespace {

using language::Token;
using language::TokenKind;

// Words without a meaning of their own, in the two languages of the names.
constexpr std::array<std::string_view, 24> kSmallWords = {"aan", "de", "een", "en",  "het",  "in", "met",  "of",
                                                          "op",  "te", "tot", "van", "voor", "a",  "an",   "and",
                                                          "for", "of", "on",  "or",  "the",  "to", "with", "bij"};
constexpr std::size_t kShortestPart = 4;  // of a word, to be seen in a longer one
// How much a word in another form is worth beside the same one.
constexpr double kOtherForm = 0.75;
constexpr std::size_t kLongestSentence = 400;

struct Word {
  std::string folded, stem;
  Span span;
};

bool is_small(std::string_view folded) { return std::ranges::find(kSmallWords, folded) != kSmallWords.end(); }

std::vector<Word> words_of(std::string_view text, std::size_t offset) {
  std::vector<Word> words;
  for (const Token& token : language::tokenize(text)) {
    if (token.kind == TokenKind::punctuation || is_small(token.folded)) continue;
    words.push_back({token.folded,
                     language::stem(token.folded, Language::nl),
                     {token.span.begin + offset, token.span.end + offset}});
  }
  return words;
}

/// Whether one letter more, less or other makes them the same.
bool differ_by_one(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  const std::string_view rest_a{in_a, a.end()}, rest_b{in_b, b.end()};
  if (rest_b.empty()) return true;
  return a.size() == b.size() ? rest_a.substr(1) == rest_b.substr(1) : rest_a == rest_b.substr(1);
}

bool shares_beginning(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  const auto same = static_cast<std::size_t>(in_a - a.begin());
  return same >= 5 && same * 10 >= std::min(a.size(), b.size()) * 7;
}

enum class Likeness { none, other_form, same };

Likeness likeness(const Word& asked, const Word& there) {
  if (asked.stem == there.stem || asked.folded == there.folded) return Likeness::same;
  const bool in_longer = asked.stem.size() >= kShortestPart && there.folded.find(asked.stem) != std::string::npos;
  const bool in_asked = there.stem.size() >= kShortestPart && asked.folded.starts_with(there.stem);
  const bool typing_error = asked.folded.size() > kShortestPart && differ_by_one(asked.folded, there.folded);
  return in_longer || in_asked || typing_error || shares_beginning(asked.folded, there.folded) ? Likeness::other_form
                                                                                               : Likeness::none;
}

std::optional<NearName> beside(const std::string& name, const std::vector<Word>& asked,
                               const std::vector<Word>& there) {
  NearName near;
  near.name = name;
  std::optional<Span> mark;
  double sum = 0;
  for (const Word& word : asked) {
    const Word* nearest = nullptr;
    Likeness best = Likeness::none;
    for (const Word& one : there) {
      const Likeness how = likeness(word, one);
      if (how > best) {
        best = how;
        nearest = &one;
      }
    }
    (best == Likeness::same         ? near.same
     : best == Likeness::other_form ? near.other_form
                                    : near.missing)
        .push_back(word.folded);
    sum += best == Likeness::same ? 1 : best == Likeness::other_form ? kOtherForm : 0;
    if (!nearest) continue;
    mark =
        mark ? Span{std::min(mark->begin, nearest->span.begin), std::max(mark->end, nearest->span.end)} : nearest->span;
  }
  near.likeness = sum / static_cast<double>(asked.size());
  if (!mark || near.likeness < kLeastLikeness || near.same.size() == asked.size()) return std::nullopt;
  near.mark = *mark;
  return near;
}

}  // namespace

std::vector<NearName> sentences_near(std::string_view text, const std::vector<std::string>& names, std::size_t most) {
  std::map<std::string, std::vector<Word>> asked;
  for (const std::string& name : names) {
    std::vector<Word> words = words_of(name, 0);
    if (!words.empty()) asked.emplace(name, std::move(words));
  }
  std::vector<NearName> all;
  std::set<std::string> seen;  // a sentence that returns on every page
  for (const Span& sentence : language::sentences(text)) {
    if (sentence.size() > kLongestSentence) continue;
    if (!seen.emplace(sentence.of(text)).second) continue;
    const std::vector<Word> there = words_of(sentence.of(text), sentence.begin);
    std::optional<NearName> nearest;
    for (const auto& [name, words] : asked) {
      std::optional<NearName> near = beside(name, words, there);
      if (near && (!nearest || near->likeness > nearest->likeness)) nearest = std::move(near);
    }
    if (!nearest) continue;
    nearest->sentence = sentence;
    all.push_back(std::move(*nearest));
  }
  std::ranges::stable_sort(all, std::greater{}, &NearName::likeness);
  if (all.size() > most) all.resize(most);
  return all;
}

}  // namespace collega::skills_desk
