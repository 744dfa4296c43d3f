#include "collega/language/identify.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iterator>
#include <optional>
#include <unordered_map>

#include "characters.h"
#include "function_words.h"

// A text in Latin script is in the language whose little words it holds most of; a word that several languages share
// counts for each of them by its share. Other scripts say their language themselves, or by a few letters of their own.

namespace collega::language {
namespace {

constexpr std::size_t kLanguages = kFunctionWords.size();

/// For each folded word a bit for every language that has it.
using WordTable = std::unordered_map<std::string, std::uint32_t>;
static_assert(kLanguages <= 32);

WordTable build_word_table() {
  WordTable table;
  for (std::size_t i = 0; i < kLanguages; ++i) {
    std::string_view rest = kFunctionWords[i].words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      table[fold(rest.substr(0, end))] |= 1U << i;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return table;
}

const WordTable& word_table() {
  static const WordTable table = build_word_table();
  return table;
}

/// Letters that few languages have; the text has them as code points.
struct OwnLetters {
  std::string_view language;
  std::u32string_view letters;
};
constexpr OwnLetters kOwnLetters[] = {{"de", U"ßäöü"},      {"fr", U"èêçàœùîô"}, {"es", U"ñ¿¡óí"},  {"it", U"èìòàù"},
                                      {"pt", U"ãõçáê"},     {"pl", U"łżźśćńąę"}, {"tr", U"ğışüöç"}, {"ro", U"ășțâîţş"},
                                      {"da", U"æøå"},       {"no", U"æøå"},      {"sv", U"åäö"},    {"fi", U"äö"},
                                      {"cs", U"řěůčšžýíá"}, {"hu", U"őűáéö"},    {"hr", U"đčćšž"}};

/// A letter is seen by chance in a name more easily than a word, and there are more of them.
constexpr double kWeightOfLetter = 0.15;

/// Shared words count their share; from this much evidence on, some twenty words of running text, there is no doubt
/// left by want of text.
constexpr double kEnoughEvidence = 5.0;
constexpr double kLeastEvidence = 0.9;

/// A list of names and products has some little words by chance; running text has one in two or three, a terse CV one
/// in ten.
constexpr double kLeastShareOfWords = 0.04;

/// Nothing is said when the runner-up comes this near.
constexpr double kLeastConfidence = 0.12;

/// The beginning of a text says enough; the rest would only cost time.
constexpr std::size_t kMostBytes = 20000;

enum class Script {
  latin,
  cyrillic,
  greek,
  arabic,
  hebrew,
  han,
  kana,
  hangul,
  devanagari,
  thai,
  georgian,
  armenian,
  count
};

std::optional<Script> script_of(char32_t c) {
  const auto in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (c < 0x0250) return Script::latin;
  if (in(0x1E00, 0x1EFF)) return Script::latin;
  if (in(0x0370, 0x03FF) || in(0x1F00, 0x1FFF)) return Script::greek;
  if (in(0x0400, 0x052F)) return Script::cyrillic;
  if (in(0x0530, 0x058F)) return Script::armenian;
  if (in(0x0590, 0x05FF)) return Script::hebrew;
  if (in(0x0600, 0x06FF) || in(0x0750, 0x077F) || in(0xFB50, 0xFDFF) || in(0xFE70, 0xFEFE)) return Script::arabic;
  if (in(0x0900, 0x097F)) return Script::devanagari;
  if (in(0x0E00, 0x0E7F)) return Script::thai;
  if (in(0x10A0, 0x10FF)) return Script::georgian;
  if (in(0x3040, 0x30FF)) return Script::kana;
  if (in(0x3400, 0x4DBF) || in(0x4E00, 0x9FFF)) return Script::han;
  if (in(0xAC00, 0xD7AF) || in(0x1100, 0x11FF)) return Script::hangul;
  return std::nullopt;
}

/// What one pass over the text counts.
struct Counts {
  std::array<double, kLanguages> evidence{};
  std::array<std::size_t, static_cast<std::size_t>(Script::count)> letters{};
  std::array<std::size_t, std::size(kOwnLetters)> own_letters{};
  std::size_t words = 0;
  // Letters that tell languages of one script apart.
  std::size_t ukrainian = 0, russian = 0, serbian = 0, hard_sign = 0, persian = 0, urdu = 0;

  [[nodiscard]] std::size_t of(Script script) const { return letters[static_cast<std::size_t>(script)]; }
};

bool is_one_of(char32_t c, std::u32string_view letters) { return letters.find(c) != std::u32string_view::npos; }

void count_letter(char32_t c, Counts& counts) {
  const auto script = script_of(c);
  if (!script) return;
  ++counts.letters[static_cast<std::size_t>(*script)];
  if (c < 0x80) return;
  if (*script == Script::latin) {
    for (std::size_t i = 0; i < std::size(kOwnLetters); ++i) {
      if (is_one_of(c, kOwnLetters[i].letters)) ++counts.own_letters[i];
    }
  } else if (*script == Script::cyrillic) {
    if (is_one_of(c, U"іїєґІЇЄҐ")) ++counts.ukrainian;
    if (is_one_of(c, U"ыэёЫЭЁ")) ++counts.russian;
    if (is_one_of(c, U"јљњћђџЈЉЊЋЂЏ")) ++counts.serbian;
    if (is_one_of(c, U"ъЪ")) ++counts.hard_sign;
  } else if (*script == Script::arabic) {
    if (is_one_of(c, U"پچژگکی")) ++counts.persian;
    if (is_one_of(c, U"ٹڈڑےں")) ++counts.urdu;
  }
}

void count_word(std::string_view word, Counts& counts) {
  ++counts.words;
  const auto row = word_table().find(fold(word));
  if (row == word_table().end()) return;
  const double share = 1.0 / std::popcount(row->second);
  for (std::size_t i = 0; i < kLanguages; ++i) {
    if ((row->second >> i & 1U) != 0) counts.evidence[i] += share;
  }
}

Counts count(std::string_view text) {
  constexpr std::size_t kLongestWord = 60;
  Counts counts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const CodePoint here = character_at(text, at);
      if (kind_of(here.value) != CharacterKind::letter) break;
      count_letter(here.value, counts);
      at += here.size;
    }
    if (at == begin) {
      at += character_at(text, at).size;
    } else if (at - begin <= kLongestWord) {
      count_word(text.substr(begin, at - begin), counts);
    }
  }
  return counts;
}

LanguageGuess guess_latin(Counts& counts) {
  auto& evidence = counts.evidence;
  for (std::size_t i = 0; i < std::size(kOwnLetters); ++i) {
    const auto language = std::find_if(kFunctionWords.begin(), kFunctionWords.end(), [&](const FunctionWords& list) {
      return list.language == kOwnLetters[i].language;
    });
    evidence[static_cast<std::size_t>(language - kFunctionWords.begin())] +=
        kWeightOfLetter * static_cast<double>(counts.own_letters[i]);
  }
  const auto best = std::max_element(evidence.begin(), evidence.end());
  const double most = *best;
  double second = 0;
  for (auto it = evidence.begin(); it != evidence.end(); ++it) {
    if (it != best) second = std::max(second, *it);
  }
  if (most < kLeastEvidence || most < kLeastShareOfWords * static_cast<double>(counts.words)) return {"und", 0.0};
  const double confidence = (most - second) / most * std::min(1.0, most / kEnoughEvidence);
  if (confidence < kLeastConfidence) return {"und", 0.0};
  return {std::string{kFunctionWords[static_cast<std::size_t>(best - evidence.begin())].language}, confidence};
}

std::string_view language_of_script(Script script, const Counts& counts) {
  switch (script) {
    case Script::cyrillic:
      if (counts.serbian > counts.russian && counts.serbian > counts.ukrainian) return "sr";
      if (counts.ukrainian > counts.russian) return "uk";
      return counts.russian == 0 && counts.hard_sign > 0 ? "bg" : "ru";
    case Script::arabic:
      if (counts.urdu > 0) return "ur";
      return counts.persian > 0 ? "fa" : "ar";
    case Script::greek:
      return "el";
    case Script::hebrew:
      return "he";
    case Script::han:
      return "zh";
    case Script::kana:
      return "ja";
    case Script::hangul:
      return "ko";
    case Script::devanagari:
      return "hi";
    case Script::thai:
      return "th";
    case Script::georgian:
      return "ka";
    case Script::armenian:
      return "hy";
    case Script::latin:
    case Script::count:
      break;
  }
  return "und";
}

std::string_view beginning_of(std::string_view text) {
  if (text.size() <= kMostBytes) return text;
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

LanguageGuess identify(std::string_view text) {
  Counts counts = count(beginning_of(text));
  // Japanese is written with kana and han together.
  if (counts.of(Script::kana) > 0) {
    counts.letters[static_cast<std::size_t>(Script::kana)] += counts.of(Script::han);
    counts.letters[static_cast<std::size_t>(Script::han)] = 0;
  }
  std::size_t all = 0;
  for (const std::size_t letters : counts.letters) all += letters;
  const auto most = std::max_element(counts.letters.begin(), counts.letters.end());
  const auto script = static_cast<Script>(most - counts.letters.begin());
  if (all == 0) return {"und", 0.0};
  if (script == Script::latin) return guess_latin(counts);
  constexpr double kEnoughLetters = 40;
  const double share = static_cast<double>(*most) / static_cast<double>(all);
  return {std::string{language_of_script(script, counts)},
          share * std::min(1.0, static_cast<double>(*most) / kEnoughLetters)};
}

}  // namespace collega::language
