#include "collega/language/tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "characters.h"

// A token is read from its first character on:
//   word        = core { joiner core } [ "++" | "#" ]        core: letters and digits
//   joiner      = apostrophe | hyphen | underscore | "&" between initials | "." before a known ending
//   listed      = one of the names that hold a slash ("pl/sql"), which beats the rules above
//   dotted      = letter "." letter "." ...                  "o.a.", "B.V."
//   number      = digits { ("." | ",") digits }
//   punctuation = any other single character

namespace collega::language {
namespace {

/// Names and abbreviations that hold a slash and mean something else without it; the longer before its own beginning.
constexpr std::array<std::string_view, 20> kSlashedNames = {
    "pl/sql", "tcp/ip", "ci/cd", "s/4hana", "s/4 hana", "os/390", "os/2", "z/os", "as/400", "i/o",
    "a/b",    "n/a",    "b/s",   "m/v/x",   "v/m/x",    "m/v",    "v/m",  "t/m",  "d/a",    "p/a"};

/// What may follow a dot inside one word: the endings of libraries and of web addresses.
constexpr std::array<std::string_view, 14> kDottedEndings = {"js",  "net", "io", "ts", "py", "nl",  "com",
                                                             "org", "ai",  "eu", "be", "sh", "dev", "app"};

/// "24-uurs" is one word, "2019-heden" is not.
constexpr std::size_t kMostDigitsBeforeHyphen = 3;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_folded(std::string_view text, std::string_view lower_case) {
  if (text.size() < lower_case.size()) return false;
  for (std::size_t i = 0; i < lower_case.size(); ++i) {
    if (lower(text[i]) != lower_case[i]) return false;
  }
  return true;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    constexpr std::size_t kBytesPerToken = 5;
    tokens_.reserve(text_.size() / kBytesPerToken + 4);
    std::size_t at = 0;
    while (at < text_.size()) at = step(at);
    return std::move(tokens_);
  }

 private:
  struct Run {
    std::size_t end;
    std::size_t characters = 0;
    bool letters = false;
    bool digits = false;
  };

  CharacterKind kind_at(std::size_t at) const {
    return at < text_.size() ? kind_of(character_at(text_, at).value) : CharacterKind::space;
  }
  bool letter_at(std::size_t at) const { return kind_at(at) == CharacterKind::letter; }
  bool digit_at(std::size_t at) const { return kind_at(at) == CharacterKind::digit; }
  bool core_at(std::size_t at) const { return letter_at(at) || digit_at(at); }
  char byte_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  std::size_t step(std::size_t at) {
    const CodePoint here = character_at(text_, at);
    switch (kind_of(here.value)) {
      case CharacterKind::space:
      case CharacterKind::ignorable:
        return at + here.size;
      case CharacterKind::digit:
      case CharacterKind::letter:
        return word_or_number(at);
      case CharacterKind::other:
        if (here.value == '.' && stands_before_dot_name(at)) return add(at, core_run(at + 1).end, TokenKind::word);
        return add(at, at + here.size, TokenKind::punctuation);
    }
    return at + here.size;
  }

  /// ".NET" and ".com", but not the dot of "einde.Begin".
  bool stands_before_dot_name(std::size_t at) const {
    if (!letter_at(at + 1)) return false;
    if (!tokens_.empty() && tokens_.back().span.end == at && tokens_.back().kind != TokenKind::punctuation &&
        byte_at(at - 1) != '#') {
      return false;
    }
    return is_dotted_ending(at + 1, core_run(at + 1).end);
  }

  bool is_dotted_ending(std::size_t begin, std::size_t end) const {
    const std::string_view run = text_.substr(begin, end - begin);
    return std::any_of(kDottedEndings.begin(), kDottedEndings.end(), [&](std::string_view ending) {
      return run.size() == ending.size() && starts_with_folded(run, ending);
    });
  }

  Run core_run(std::size_t at) const {
    Run run{at};
    while (run.end < text_.size()) {
      const CodePoint here = character_at(text_, run.end);
      const CharacterKind kind = kind_of(here.value);
      if (kind == CharacterKind::letter) {
        run.letters = true;
      } else if (kind == CharacterKind::digit) {
        run.digits = true;
      } else if (kind != CharacterKind::ignorable) {
        break;
      }
      run.end += here.size;
      if (kind != CharacterKind::ignorable) ++run.characters;
    }
    return run;
  }

  std::size_t word_or_number(std::size_t at) {
    Run run = core_run(at);
    if (!run.letters) return number(at, run);
    if (const auto end = slashed_name_end(at, run.end)) return add(at, *end, TokenKind::word);
    if (const auto end = dotted_end(at, run)) return add(at, *end, TokenKind::word);
    return word(at, run);
  }

  std::size_t number(std::size_t at, Run run) {
    if (run.characters <= kMostDigitsBeforeHyphen) {
      const std::size_t after = joined_by_hyphen_or_apostrophe(run.end);
      if (after != run.end && letter_at(after)) return word(at, run);
    }
    std::size_t end = run.end;
    while ((byte_at(end) == '.' || byte_at(end) == ',') && digit_at(end + 1)) {
      const Run more = core_run(end + 1);
      if (more.letters) break;
      end = more.end;
    }
    return add(at, end, TokenKind::number);
  }

  std::size_t word(std::size_t at, Run run) {
    std::size_t end = run.end;
    for (;;) {
      const std::size_t next = joined(at, end, run);
      if (next == end) break;
      run = core_run(next);
      end = run.end;
    }
    return add(at, end_with_signs(end, run), TokenKind::word);
  }

  /// Where the next core starts when what stands at `end` joins it to the core that ends there, else `end`.
  std::size_t joined(std::size_t word_begin, std::size_t end, const Run& last) const {
    if (const std::size_t after = joined_by_hyphen_or_apostrophe(end); after != end) return after;
    const char sign = byte_at(end);
    if (sign == '_' && core_at(end + 1)) return end + 1;
    if (sign == '.' && letter_at(end + 1) && last.letters) {
      const Run next = core_run(end + 1);
      if (is_dotted_ending(end + 1, next.end) || starts_with_folded(text_.substr(word_begin), "www.")) return end + 1;
    }
    if (sign == '&' && last.characters <= kMostInitials && letter_at(end + 1) &&
        core_run(end + 1).characters <= kMostInitials) {
      return end + 1;
    }
    return end;
  }

  std::size_t joined_by_hyphen_or_apostrophe(std::size_t end) const {
    if (end >= text_.size()) return end;
    const CodePoint sign = character_at(text_, end);
    if (is_hyphen(sign.value)) return core_at(end + sign.size) ? end + sign.size : end;
    if (is_apostrophe(sign.value) && sign.value != '`') return letter_at(end + sign.size) ? end + sign.size : end;
    return end;
  }

  /// "C++", "Notepad++", "C#": signs at the end of a name.
  std::size_t end_with_signs(std::size_t end, const Run& last) const {
    if (!last.letters) return end;
    if (byte_at(end) == '+' && byte_at(end + 1) == '+' && !letter_at(end + 2)) return end + 2;
    if (byte_at(end) == '#' && last.characters == 1 && !letter_at(end + 1)) return end + 1;
    return end;
  }

  std::optional<std::size_t> slashed_name_end(std::size_t at, std::size_t run_end) const {
    if (byte_at(run_end) != '/') return std::nullopt;
    const std::string_view rest = text_.substr(at);
    for (const std::string_view name : kSlashedNames) {
      if (starts_with_folded(rest, name) && !core_at(at + name.size()) && byte_at(at + name.size()) != '/')
        return at + name.size();
    }
    return std::nullopt;
  }

  /// "o.a.", "m.b.t", "B.V.", "e.g.": single letters with dots, at least two of them.
  std::optional<std::size_t> dotted_end(std::size_t at, const Run& first) const {
    if (first.characters != 1 || byte_at(first.end) != '.') return std::nullopt;
    std::size_t end = first.end;
    int letters = 1;
    while (byte_at(end) == '.' && letter_at(end + 1)) {
      const Run next = core_run(end + 1);
      if (next.characters != 1) break;
      end = next.end;
      ++letters;
    }
    if (letters < 2 || end == at) return std::nullopt;
    return byte_at(end) == '.' ? end + 1 : end;
  }

  std::size_t add(std::size_t begin, std::size_t end, TokenKind kind) {
    const std::string_view piece = text_.substr(begin, end - begin);
    tokens_.push_back({{begin, end}, kind, kind == TokenKind::word ? folded(piece) : std::string{piece}});
    return end;
  }

  static std::string folded(std::string_view piece) {
    std::string plain{piece};
    for (char& c : plain) {
      if (static_cast<unsigned char>(c) >= 0x80) return folded_beyond_ascii(piece);
      c = lower(c);
    }
    return plain;
  }

  /// One word has one spelling: the curly apostrophe becomes the straight one, and what is invisible goes.
  static std::string folded_beyond_ascii(std::string_view piece) {
    std::string spelled;
    for (std::size_t i = 0; i < piece.size();) {
      const CodePoint here = character_at(piece, i);
      i += here.size;
      if (kind_of(here.value) == CharacterKind::ignorable) continue;
      if (is_apostrophe(here.value)) {
        spelled += '\'';
      } else if (is_hyphen(here.value)) {
        spelled += '-';
      } else {
        append_code_point(spelled, here.value);
      }
    }
    return fold(spelled);
  }

  static constexpr std::size_t kMostInitials = 2;  // "R&D" and "AT&T" are names, "Sales&Marketing" is two words

  std::string_view text_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Tokenizer{text}.run(); }

}  // namespace collega::language
