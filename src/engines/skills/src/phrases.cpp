#include "phrases.h"

#include <algorithm>
#include <iterator>

#include "forms.h"

namespace collega::skills {
namespace {

// Shorter ones run into other words when they are written as one ("c l" is no "cl").
constexpr std::size_t kShortestJoined = 6;

bool is_plain_letter_or_digit(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

// The English stemmer takes these for inflections too, and so makes "excellent" out of "Excel", "second" out of
// "secondment" and "product" out of "production".
constexpr std::string_view kDerived[] = {"ment", "lent", "ion", "ity"};
// Who does these is called by them: a developer, a manager.
constexpr std::string_view kNotDerived[] = {"development", "management"};

std::string english_stem(std::string_view folded) {
  const std::string_view singular = folded.ends_with("s") ? folded.substr(0, folded.size() - 1) : folded;
  const auto ends = [&](std::string_view ending) { return singular.ends_with(ending); };
  if (std::any_of(std::begin(kNotDerived), std::end(kNotDerived), ends)) return language::stem(folded, Language::en);
  for (const std::string_view ending : kDerived) {
    if (singular.size() > ending.size() + 2 && ends(ending)) return std::string{singular};
  }
  return language::stem(folded, Language::en);
}

struct Stems {
  std::string nl, en;
};

// A text says the same words over and over, and stemming is a third of reading it; so each thread remembers.
const Stems& stems_of(const std::string& folded) {
  constexpr std::size_t kMostRemembered = 1 << 15;
  static thread_local boost::unordered_flat_map<std::string, Stems> known;
  const auto found = known.find(folded);
  if (found != known.end()) return found->second;
  if (known.size() == kMostRemembered) known.clear();
  return known.emplace(folded, Stems{dutch_stem(folded), english_stem(folded)}).first->second;
}

Unit unit_of(std::string_view text, Span span, std::string folded, bool is_word) {
  Unit unit{span, std::move(folded), is_word, {}, {}};
  if (is_word) {
    const Stems& stems = stems_of(unit.folded);
    unit.nl = stems.nl;
    unit.en = stems.en;
  } else {
    unit.folded = span.of(text);
    unit.nl = unit.en = unit.folded;
  }
  return unit;
}

// "mbo-4" is two units, "c++" and "node.js" are one. The parts of a folded word stand where those of the written word
// do only when folding kept its length, so the parts are folded from the text again.
void add_parts(std::string_view text, const language::Token& token, std::vector<Unit>& units) {
  std::size_t begin = token.span.begin;
  for (std::size_t i = token.span.begin; i <= token.span.end; ++i) {
    const bool inner_hyphen = i < token.span.end && text[i] == '-' && i > token.span.begin && i + 1 < token.span.end &&
                              is_plain_letter_or_digit(text[i - 1]) && is_plain_letter_or_digit(text[i + 1]);
    if (i != token.span.end && !inner_hyphen) continue;
    if (i > begin) {
      const Span part{begin, i};
      const auto tokens = language::tokenize(part.of(text));
      units.push_back(
          unit_of(text, part, tokens.size() == 1 ? tokens.front().folded : std::string{part.of(text)}, true));
    }
    begin = i + 1;
  }
}

}  // namespace

std::vector<Unit> units_of(std::string_view text) {
  std::vector<Unit> units;
  for (const language::Token& token : language::tokenize(text)) {
    const bool word = token.kind != language::TokenKind::punctuation;
    const bool hyphenated = word && token.span.of(text).substr(1).find('-') != std::string_view::npos;
    if (hyphenated) {
      add_parts(text, token, units);
    } else {
      units.push_back(unit_of(text, token.span, token.folded, word));
    }
  }
  return units;
}

void PhraseIndex::insert(const std::vector<std::string>& stems, Language language, std::uint32_t value) {
  const auto which = static_cast<std::size_t>(language);
  Node node = static_cast<Node>(which);
  for (const std::string& stem : stems) {
    const auto word = words_[which].emplace(stem, static_cast<std::uint32_t>(words_[which].size())).first->second;
    const std::uint64_t key = (static_cast<std::uint64_t>(node) << 32) | word;
    const auto [edge, is_new] = edges_.emplace(key, static_cast<Node>(values_.size()));
    if (is_new) values_.emplace_back();
    node = edge->second;
  }
  auto& values = values_[node];
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

void PhraseIndex::add(std::vector<Unit> units, Language language, std::uint32_t value) {
  std::vector<std::string> stems;
  std::string joined;
  std::size_t words = 0;
  bool only_words = true;
  // "Security+" is not "security"; a full stop behind an abbreviation is none of its name.
  while (!units.empty() && !units.back().is_word && units.back().folded != "+") units.pop_back();
  for (const Unit& unit : units) {
    stems.push_back(language == Language::nl ? unit.nl : unit.en);
    joined += unit.folded;
    words += unit.is_word;
    only_words = only_words && unit.is_word;
  }
  if (stems.empty()) return;
  insert(stems, language, value);
  if (words == 2 && only_words && joined.size() >= kShortestJoined) {
    insert({language == Language::en ? english_stem(joined) : dutch_stem(joined)}, language, value);
  }
}

PhraseIndex::Node PhraseIndex::step(Node node, Language language, const std::string& stem) const {
  const auto& words = words_[static_cast<std::size_t>(language)];
  const auto word = words.find(stem);
  if (word == words.end()) return 0;
  const auto edge = edges_.find((static_cast<std::uint64_t>(node) << 32) | word->second);
  return edge == edges_.end() ? 0 : edge->second;
}

void PhraseIndex::add_hits(Language language, const std::vector<Unit>& units, std::size_t first,
                           std::vector<PhraseHit>& hits) const {
  Node node = static_cast<Node>(language);
  for (std::size_t i = first; i < units.size(); ++i) {
    node = step(node, language, language == Language::nl ? units[i].nl : units[i].en);
    if (node == 0) return;
    for (const std::uint32_t value : values_[node]) {
      const PhraseHit hit{first, i - first + 1, value};
      const bool known = std::any_of(hits.begin(), hits.end(),
                                     [&](const PhraseHit& h) { return h.value == value && h.count == hit.count; });
      if (!known) hits.push_back(hit);
    }
  }
}

std::vector<PhraseHit> PhraseIndex::all_at(const std::vector<Unit>& units, std::size_t first) const {
  std::vector<PhraseHit> hits;
  add_hits(Language::nl, units, first, hits);
  add_hits(Language::en, units, first, hits);
  std::stable_sort(hits.begin(), hits.end(), [](const PhraseHit& a, const PhraseHit& b) { return a.count > b.count; });
  return hits;
}

std::vector<std::uint32_t> PhraseIndex::exactly(const std::vector<std::string>& folded_words) const {
  Node node = static_cast<Node>(Language::nl);
  for (const std::string& word : folded_words) {
    node = step(node, Language::nl, dutch_stem(word));
    if (node == 0) return {};
  }
  return values_[node];
}

std::vector<PhraseHit> PhraseIndex::find(const std::vector<Unit>& units) const {
  std::vector<PhraseHit> all;
  for (std::size_t i = 0; i < units.size();) {
    const auto hits = all_at(units, i);
    const std::size_t longest = hits.empty() ? 1 : hits.front().count;
    for (const PhraseHit& hit : hits) {
      if (hit.count == longest) all.push_back(hit);
    }
    i += longest;
  }
  return all;
}

}  // namespace collega::skills
