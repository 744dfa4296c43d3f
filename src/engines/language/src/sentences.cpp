#include <algorithm>
#include <array>
#include <optional>

#include "characters.h"
#include "collega/language/tokens.h"
#include "time_words.h"

// First the breaks between lines that end a sentence, then within each block the full stops that do.

namespace collega::language {
namespace {

/// A line shorter than this was broken on purpose: a page of running text is set wider.
constexpr std::size_t kShortLine = 50;

/// A heading is not longer, in bytes.
constexpr std::size_t kLongestHeading = 60;

/// An abbreviation is not longer, so that a longer word with a full stop ends a sentence whatever follows.
constexpr std::size_t kLongestAbbreviation = 6;

/// Never the end: a name or a number follows.
constexpr std::array<std::string_view, 54> kLeadingAbbreviations = {
    "drs",   "dr",   "ir",  "ing",    "mr",   "mrs",  "prof", "mw",  "mevr", "dhr", "fam", "ds",  "st",  "ca",
    "circa", "bijv", "evt", "incl",   "excl", "nr",   "nrs",  "tel", "blz",  "pag", "p",   "art", "max", "min",
    "resp",  "vgl",  "zgn", "zg",     "vs",   "mbt",  "ivm",  "tav", "dmv",  "oa",  "vnl", "ovv", "fig", "par",
    "afd",   "gem",  "tnv", "approx", "rbw",  "rijb", "stg",  "hs",  "sr",   "kat", "cat", "kl"};

/// The end when a capital follows.
constexpr std::array<std::string_view, 14> kTrailingAbbreviations = {
    "etc", "enz", "e.d", "b.v", "bv", "n.v", "a.u.b", "n.v.t", "p.m", "a.m", "inc", "ltd", "jr", "u.s"};

/// Headings of CVs and vacancies that stand on a line of their own, often without any mark.
constexpr std::array<std::string_view, 44> kHeadings = {
    "profiel",          "profile",           "personalia",     "over mij",        "about me",   "samenvatting",
    "summary",          "werkervaring",      "experience",     "work experience", "employment", "ervaring",
    "opleiding",        "opleidingen",       "education",      "cursussen",       "courses",    "certificaten",
    "certificates",     "vaardigheden",      "skills",         "competenties",    "talen",      "talenkennis",
    "languages",        "hobby's",           "hobbies",        "interesses",      "interests",  "referenties",
    "references",       "functie-eisen",     "requirements",   "functieprofiel",  "taken",      "wat ga je doen",
    "wie ben jij",      "wat vragen wij",    "wat bieden wij", "wij bieden",      "wij vragen", "what we offer",
    "responsibilities", "arbeidsvoorwaarden"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_of(std::string_view text) {
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

template <class Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool blank_at(std::string_view text, std::size_t at) {
  return at >= text.size() || kind_of(character_at(text, at).value) == CharacterKind::space;
}

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const CodePoint first = character_at(text, span.begin);
    if (kind_of(first.value) != CharacterKind::space) break;
    span.begin += first.size;
  }
  while (span.begin < span.end) {
    const CodePoint last = character_before(text, span.end);
    if (kind_of(last.value) != CharacterKind::space) break;
    span.end -= last.size;
  }
  return span;
}

bool holds_a_word(std::string_view piece) {
  for (std::size_t i = 0; i < piece.size();) {
    const CodePoint here = character_at(piece, i);
    const CharacterKind kind = kind_of(here.value);
    if (kind == CharacterKind::letter || kind == CharacterKind::digit) return true;
    i += here.size;
  }
  return false;
}

bool is_bullet(char32_t value) {
  constexpr std::u32string_view kBullets = U"*-•·‣◦▪▫●○■□–—➢➤►✓✔→\uF0B7\uF0A7";
  return kBullets.find(value) != std::u32string_view::npos;
}

/// "• ", "- ", "1. ", "2) ", "a) ".
bool starts_with_list_mark(std::string_view line) {
  if (line.empty()) return false;
  const CodePoint first = character_at(line, 0);
  if (is_bullet(first.value)) return blank_at(line, first.size) || first.value >= 0x80;
  constexpr std::size_t kMostListDigits = 2;
  std::size_t digits = 0;
  while (digits < line.size() && kind_of(static_cast<unsigned char>(line[digits])) == CharacterKind::digit) ++digits;
  const bool lettered = digits == 0 && line.size() > 1 && line[0] >= 'a' && line[0] <= 'z' && line[1] == ')';
  const std::size_t mark = lettered ? 1 : digits;
  if (mark == 0 || mark > kMostListDigits || mark >= line.size()) return false;
  return (line[mark] == '.' || line[mark] == ')') && blank_at(line, mark + 1);
}

bool is_all_capitals(std::string_view line) {
  constexpr int kFewestLetters = 4;  // "HBO" alone is no heading
  int letters = 0;
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint here = character_at(line, i);
    if (kind_of(here.value) == CharacterKind::letter) {
      if (!is_upper(here.value)) return false;
      ++letters;
    }
    i += here.size;
  }
  return letters >= kFewestLetters;
}

bool is_heading(std::string_view line) {
  if (line.empty() || line.size() > kLongestHeading) return false;
  if (line.front() == '#' || line.back() == ':') return true;
  if (line.back() == '.' || line.back() == ',' || line.back() == ';') return false;
  return is_all_capitals(line) || is_one_of(lower_of(line), kHeadings);
}

bool starts_with_year(std::string_view line) {
  const auto digit = [&](std::size_t i) { return i < line.size() && line[i] >= '0' && line[i] <= '9'; };
  const bool year = digit(0) && digit(1) && digit(2) && digit(3) && !digit(4) && (line[0] == '1' || line[0] == '2');
  return year || (digit(0) && digit(1) && line.size() > 3 && (line[2] == '-' || line[2] == '/') && digit(3));
}

/// Whether the break between two lines, both not blank and trimmed, ends a sentence.
bool break_ends_sentence(std::string_view line, std::string_view next) {
  if (starts_with_list_mark(next) || is_heading(next) || is_heading(line)) return true;
  if (line.size() >= kShortLine && count_code_points(line) >= kShortLine) return false;
  const char last = line.back();
  if (last == ',' || last == '-' || last == '/' || last == '&') return false;
  return is_upper(character_at(next, 0).value) || starts_with_year(next);
}

class SentenceFinder {
 public:
  explicit SentenceFinder(std::string_view text) : text_(text) {}

  std::vector<Span> run() {
    std::optional<Span> block;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const Span line = trimmed(text_, {at, end});
      const bool parts_blocks = !holds_a_word(line.of(text_));
      if (parts_blocks) {
        if (block) split(*block);
        block.reset();
      } else if (block && !break_ends_sentence(last_line_, line.of(text_))) {
        block->end = line.end;
      } else {
        if (block) split(*block);
        block = line;
      }
      if (!parts_blocks) last_line_ = line.of(text_);
      at = end + 1;
    }
    if (block) split(*block);
    return std::move(found_);
  }

 private:
  void split(Span block) {
    std::size_t begin = block.begin;
    for (std::size_t at = block.begin; at < block.end; ++at) {
      const char c = text_[at];
      if (c != '.' && c != '!' && c != '?' && c != '\xE2') continue;
      const bool ellipsis = c == '\xE2' && text_.substr(at, 3) == "…";
      if (c == '\xE2' && !ellipsis) continue;
      const std::size_t end = after_closing_marks(at, block.end);
      if (end < block.end && !blank_at(text_, end)) {
        at = end - 1;
        continue;
      }
      if (end >= block.end || ends_sentence(begin, at, end, block.end)) {
        add({begin, end});
        begin = end;
      }
      at = end - 1;
    }
    add({begin, block.end});
  }

  /// Past all stops and the quotes and brackets that close behind them.
  std::size_t after_closing_marks(std::size_t at, std::size_t stop) const {
    constexpr std::u32string_view kClosing = U".!?…\"')]}”’»";
    while (at < stop) {
      const CodePoint here = character_at(text_, at);
      if (kClosing.find(here.value) == std::u32string_view::npos) break;
      at += here.size;
    }
    return at;
  }

  bool ends_sentence(std::size_t begin, std::size_t at, std::size_t end, std::size_t stop) const {
    const Span rest = trimmed(text_, {end, stop});
    if (rest.empty()) return true;
    const char32_t next = character_at(text_, rest.begin).value;
    const bool lower_case = kind_of(next) == CharacterKind::letter && !is_upper(next);
    if (text_[at] != '.') return !lower_case;

    const Span before = word_before(begin, at);
    const std::string word = lower_of(before.of(text_));
    if (word.empty()) return !lower_case;
    const bool number = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (number) return !lower_case && !is_list_number(before, begin) && !is_day_before_month(word, rest);
    if (is_one_of(word, kTrailingAbbreviations)) return is_upper(next);
    if (is_one_of(word, kLeadingAbbreviations) || word.find('.') != std::string::npos) return false;
    const bool initial = word.size() == 1 && is_upper(character_at(text_, before.begin).value);
    if (initial) return false;
    const bool digit_follows = kind_of(next) == CharacterKind::digit;
    if (digit_follows && time_word(word).role == TimeRole::month && word.size() <= 4) return false;
    return !lower_case || word.size() > kLongestAbbreviation;
  }

  /// The word that the stop at `at` follows, dots inside it included: "m.b.t". Never looks farther back than a word
  /// goes.
  Span word_before(std::size_t begin, std::size_t at) const {
    constexpr std::size_t kFarthest = 24;
    std::size_t first = at;
    while (first > begin && at - first < kFarthest) {
      const CodePoint here = character_before(text_, first);
      const CharacterKind kind = kind_of(here.value);
      if (kind != CharacterKind::letter && kind != CharacterKind::digit && here.value != '.') break;
      first -= here.size;
    }
    return {first, at};
  }

  bool is_list_number(Span number, std::size_t begin) const {
    return number.size() <= 2 && trimmed(text_, {begin, number.begin}).empty();
  }

  bool is_day_before_month(std::string_view number, Span rest) const {
    std::size_t end = rest.begin;
    while (end < rest.end && end - rest.begin <= kLongestTimeWord * 2 &&
           kind_of(character_at(text_, end).value) == CharacterKind::letter) {
      end += character_at(text_, end).size;
    }
    return number.size() <= 2 && time_word(fold(text_.substr(rest.begin, end - rest.begin))).role == TimeRole::month;
  }

  void add(Span span) {
    const Span sentence = trimmed(text_, span);
    if (!sentence.empty() && holds_a_word(sentence.of(text_))) found_.push_back(sentence);
  }

  std::string_view text_;
  std::string_view last_line_;
  std::vector<Span> found_;
};

}  // namespace

std::vector<Span> sentences(std::string_view text) { return SentenceFinder{text}.run(); }

}  // namespace collega::language
