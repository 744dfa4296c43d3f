// Codes of letters and digits with a form of their own: bank accounts and VAT numbers.

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "collega/base/checksums.h"
#include "letters.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

/// Letters and digits of an account by country: the register of ISO 13616 (SWIFT, IBAN registry, release 99, 2024), for
/// the countries whose accounts are paid to here most. Others may have 15 to 34.
constexpr std::array<std::pair<std::string_view, std::size_t>, 44> kLengths{
    {{"NL", 18}, {"BE", 16}, {"DE", 22}, {"FR", 27}, {"GB", 22}, {"LU", 20}, {"ES", 24}, {"IT", 27}, {"PT", 25},
     {"PL", 28}, {"TR", 26}, {"AT", 20}, {"CH", 21}, {"IE", 22}, {"DK", 18}, {"SE", 24}, {"NO", 15}, {"FI", 18},
     {"RO", 24}, {"BG", 22}, {"HU", 28}, {"CZ", 24}, {"SK", 24}, {"SI", 19}, {"HR", 21}, {"GR", 27}, {"CY", 28},
     {"MT", 31}, {"EE", 20}, {"LV", 21}, {"LT", 20}, {"IS", 26}, {"LI", 21}, {"MC", 27}, {"SM", 27}, {"AD", 24},
     {"GI", 23}, {"MA", 28}, {"SA", 24}, {"AE", 23}, {"IL", 23}, {"UA", 29}, {"RS", 22}, {"AL", 28}}};

constexpr std::size_t kShortest = 15, kLongest = 34;

std::size_t length_of(std::string_view country) {
  for (const auto& [code, length] : kLengths)
    if (code == country) return length;
  return 0;
}

/// Letters and digits from `at` on in capitals, with single marks between left out, and where each ends.
struct Code {
  std::string letters;
  std::array<std::size_t, kLongest> ends{};
};
Code code_at(std::string_view text, std::size_t at, bool dots) {
  Code code;
  while (at < text.size() && code.letters.size() < kLongest) {
    if (is_alnum(text[at])) {
      code.letters += upper_of(text[at]);
      code.ends[code.letters.size() - 1] = ++at;
    } else if ((text[at] == ' ' || (dots && (text[at] == '.' || text[at] == '-'))) && at + 1 < text.size() &&
               is_alnum(text[at + 1])) {
      ++at;
    } else {
      break;
    }
  }
  return code;
}

bool ends_word(std::string_view text, std::size_t at) { return at >= text.size() || !is_alnum(text[at]); }

/// A bank account that begins here, and where it ends; 0 when there is none.
std::size_t iban_end(std::string_view text, std::size_t at) {
  const Code code = code_at(text, at, true);
  if (const std::size_t length = length_of(std::string_view(code.letters).substr(0, 2))) {
    const bool whole = code.letters.size() >= length && ends_word(text, code.ends[length - 1]);
    return whole && is_iban(code.letters.substr(0, length)) ? code.ends[length - 1] : 0;
  }
  for (std::size_t length = code.letters.size(); length >= kShortest; --length)
    if (ends_word(text, code.ends[length - 1]) && is_iban(code.letters.substr(0, length))) return code.ends[length - 1];
  return 0;
}

/// NL123456789B01, with marks or spaces between.
std::size_t dutch_vat_end(std::string_view text, std::size_t at) {
  const Code code = code_at(text, at, true);
  constexpr std::size_t kLength = 14;
  if (code.letters.size() < kLength || !code.letters.starts_with("NL") || code.letters[11] != 'B' ||
      !ends_word(text, code.ends[kLength - 1]))
    return 0;
  for (std::size_t i = 2; i < kLength; ++i)
    if (i != 11 && !is_digit(code.letters[i])) return 0;
  return code.ends[kLength - 1];
}

/// A VAT number of a neighbour, which only its label tells from another number: country and 8 to 12 letters and digits.
std::size_t other_vat_end(std::string_view text, std::size_t at) {
  const Code code = code_at(text, at, true);
  std::size_t digits = 0, length = 0;
  for (std::size_t i = 0; i < code.letters.size() && i < 14; ++i) {
    digits += is_digit(code.letters[i]);
    if (ends_word(text, code.ends[i])) {
      if (i >= 9) length = i + 1;
    }
  }
  return length > 0 && digits >= 7 ? code.ends[length - 1] : 0;
}

}  // namespace

void find_accounts(Sheet& sheet) {
  const std::string_view text = sheet.text();
  const auto& words = sheet.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.digits || word.end - word.begin < 2 || !is_alpha(text[word.begin]) || !is_alpha(text[word.begin + 1]))
      continue;
    // Two letters and digits in one word, or "NL" and digits after a space.
    const bool country = word.end - word.begin == 2 && word.all_capitals && i + 1 < words.size() && words[i + 1].digits;
    if (!country && !word.has_digit) continue;
    if (!country && !is_digit(text[word.begin + 2])) continue;
    if (const std::size_t end = dutch_vat_end(text, word.begin)) {
      sheet.add(word.begin, end, Kind::VAT, 1.0, "vat");
    } else if (const std::size_t account = iban_end(text, word.begin)) {
      sheet.add(word.begin, account, Kind::IBAN, 1.0, "iban");
    } else if (sheet.labelled(i, Field::vat)) {
      if (const std::size_t other = other_vat_end(text, word.begin))
        sheet.add(word.begin, other, Kind::VAT, 0.8, "vat_label");
    }
  }
}

}  // namespace collega::privacy
