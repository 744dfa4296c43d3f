// A password is covered with guessable parts as cheaply as can be: a part costs what one character costs, a part that
// was there before costs nothing, and every other character costs one. What it costs is what an attacker has to guess.

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/utf8.h"
#include "collega/identity/passwords.h"

namespace collega::identity {
namespace {

constexpr std::size_t kMustRemain = 8;

// Words that people here take when a password is asked for, folded.
constexpr std::array kWords = std::to_array<std::string_view>({
    // for a password
    "wachtwoord",
    "password",
    "passwort",
    "paswoord",
    "passwd",
    "pass",
    "geheim",
    "secret",
    "letmein",
    "inloggen",
    "login",
    "logon",
    "toegang",
    "access",
    "sesam",
    "openu",
    "changeme",
    "wijzigmij",
    "verander",
    "tijdelijk",
    "temp",
    "default",
    "standaard",
    "admin",
    "administrator",
    "beheer",
    "beheerder",
    "root",
    "user",
    "gebruiker",
    "gast",
    "guest",
    "test",
    "testen",
    "demo",
    "proef",
    "collega",
    // to somebody new
    "welkom",
    "welcome",
    "hallo",
    "hello",
    "goedemorgen",
    "goedendag",
    "start",
    "nieuw",
    "begin",
    // work
    "personeel",
    "personeelszaken",
    "hr",
    "hrm",
    "werk",
    "kantoor",
    "afdeling",
    "bedrijf",
    "organisatie",
    "gemeente",
    "stichting",
    "zorg",
    "school",
    "manager",
    "directie",
    "medewerker",
    "salaris",
    "team",
    "intranet",
    "computer",
    // what is near
    "liefde",
    "schatje",
    "lieverd",
    "iloveyou",
    "hou",
    "vanjou",
    "mama",
    "papa",
    "baby",
    "kusje",
    "familie",
    "vakantie",
    "zonnetje",
    "vlinder",
    "prinses",
    "voetbal",
    "football",
    "ajax",
    "feyenoord",
    "psv",
    "oranje",
    "nederland",
    "holland",
    "belgie",
    "vlaanderen",
    "amsterdam",
    "rotterdam",
    "utrecht",
    "denhaag",
    "monkey",
    "dragon",
    "master",
    "superman",
    // the calendar
    "voorjaar",
    "lente",
    "zomer",
    "najaar",
    "herfst",
    "winter",
    "spring",
    "summer",
    "autumn",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "kerst",
    "kerstmis",
    "pasen",
    "sinterklaas",
    "koningsdag",
});

// Neighbours on the keyboard and in the alphabet; each is also read from right to left.
constexpr std::array kRuns = std::to_array<std::string_view>({
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "!@#$%^&*()",
});
constexpr std::size_t kShortestRun = 3;
constexpr std::size_t kShortestOfContext = 3;  // "jan" of jan.de.vries; not "de"

/// The letter that a digit or sign is written for.
char32_t letter_for(char32_t sign) {
  switch (sign) {
    case '0':
      return 'o';
    case '1':
    case '!':
      return 'i';
    case '3':
      return 'e';
    case '4':
    case '@':
      return 'a';
    case '5':
    case '$':
      return 's';
    case '7':
      return 't';
    default:
      return sign;
  }
}

using Letters = std::u32string;

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    letters += point.value;
    at += point.size;
  }
  return letters;
}

bool is_letter_or_digit(char32_t c) { return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// The words of a login, a name: parted at all that is no letter, and the whole without what parts them.
void add_words_of(std::string_view text, std::vector<Letters>& words) {
  Letters word;
  Letters whole;
  const auto end_word = [&] {
    if (word.size() >= kShortestOfContext) words.push_back(word);
    word.clear();
  };
  for (const char32_t letter : letters_of(is_valid_utf8(text) ? fold(text) : std::string{})) {
    if (!is_letter_or_digit(letter)) {
      end_word();
      continue;
    }
    word += letter;
    whole += letter;
  }
  end_word();
  if (whole.size() >= kShortestOfContext) words.push_back(whole);
}

std::vector<Letters> guessable_words(const PasswordContext& context) {
  std::vector<Letters> words;
  for (const std::string_view word : kWords) words.push_back(letters_of(word));
  for (const std::string& text : {context.login, context.display, context.organisation}) add_words_of(text, words);
  return words;
}

/// `plain` as it was written (folded), `read` with letters for digits.
struct Password {
  Letters plain;
  Letters read;
};

bool has_word_at(const Password& password, std::size_t at, const Letters& word) {
  if (at + word.size() > password.plain.size()) return false;
  if (password.plain.compare(at, word.size(), word) == 0) return true;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (password.read[at + i] != letter_for(word[i])) return false;
  }
  return true;
}

std::size_t common_length(const Letters& text, std::size_t at, const Letters& run, std::size_t from) {
  std::size_t length = 0;
  while (at + length < text.size() && from + length < run.size() && text[at + length] == run[from + length]) ++length;
  return length;
}

std::size_t run_at(const Letters& text, std::size_t at) {
  std::size_t longest = 0;
  for (const std::string_view ascii : kRuns) {
    Letters run = letters_of(ascii);
    for (int direction = 0; direction < 2; ++direction, std::reverse(run.begin(), run.end())) {
      for (std::size_t from = 0; from < run.size(); ++from)
        longest = std::max(longest, common_length(text, at, run, from));
    }
  }
  return longest >= kShortestRun ? longest : 0;
}

std::size_t same_at(const Letters& text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == text[at]) ++end;
  return end - at;
}

/// 1900 to 2099: of birth, of marriage, of now.
bool is_year_at(const Letters& text, std::size_t at) {
  if (at + 4 > text.size()) return false;
  const bool century = (text[at] == '1' && text[at + 1] == '9') || (text[at] == '2' && text[at + 1] == '0');
  return century && is_digit(text[at + 2]) && is_digit(text[at + 3]);
}

/// The longest text from `at` that stands earlier in the password too.
std::size_t again_at(const Letters& text, std::size_t at) {
  std::size_t longest = 0;
  for (std::size_t before = 0; before < at; ++before) {
    std::size_t length = 0;
    while (at + length < text.size() && before + length < at && text[at + length] == text[before + length]) ++length;
    longest = std::max(longest, length);
  }
  return longest >= kShortestRun ? longest : 0;
}

class Cover {
 public:
  explicit Cover(const Password& password) : password_(password), cost_(password.plain.size() + 1, kFar) {
    cost_[0] = 0;
  }

  std::size_t cheapest(const std::vector<Letters>& words) {
    const Letters& text = password_.plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
      step(at, 1, 1);
      steps(at, same_at(text, at), 1);
      steps(at, run_at(text, at), 1);
      steps(at, again_at(text, at), 0);
      if (is_year_at(text, at)) step(at, 4, 1);
      for (const Letters& word : words) {
        if (has_word_at(password_, at, word)) step(at, word.size(), 1);
      }
    }
    return cost_.back();
  }

 private:
  static constexpr std::size_t kFar = kLongestPassword * 2;

  void step(std::size_t at, std::size_t length, std::size_t cost) {
    cost_[at + length] = std::min(cost_[at + length], cost_[at] + cost);
  }
  /// A part that may also end sooner: "123" of 12345 before another begins.
  void steps(std::size_t at, std::size_t longest, std::size_t cost) {
    for (std::size_t length = kShortestRun; length <= longest; ++length) step(at, length, cost);
  }

  const Password& password_;
  std::vector<std::size_t> cost_;
};

}  // namespace

bool is_guessable(std::string_view password, const PasswordContext& context) {
  Password read{letters_of(fold(password)), {}};
  for (const char32_t sign : read.plain) read.read += letter_for(sign);
  return Cover{read}.cheapest(guessable_words(context)) < kMustRemain;
}

}  // namespace collega::identity
