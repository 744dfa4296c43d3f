#include <algorithm>
#include <array>

#include "collega/base/utf8.h"
#include "layout.h"

namespace collega::documents {
namespace {

// What keeps its hyphen: "mbo-opleiding", "oud-collega", "e-mail". Broken at a line's end it looks like any other word.
constexpr std::array<std::string_view, 40> kHyphenated{
    "mbo", "hbo", "wo",  "vwo",  "havo", "vmbo", "mavo", "lbo",  "mts",  "hts",  "bbl",  "bol", "ggz", "vvt",
    "cao", "ict", "it",  "hr",   "ehbo", "bhv",  "vca",  "big",  "zzp",  "wft",  "po",   "vo",  "ic",  "seh",
    "oud", "ex",  "non", "niet", "e",    "co",   "all",  "part", "full", "self", "well", "semi"};

// "verpleeg- en verzorgingshuis": the hyphen stands for what follows, and a space comes after it.
constexpr std::array<std::string_view, 8> kAfterHangingHyphen{"en", "of", "and", "or", "dan", "tot", "noch", "to"};

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x250);
}

bool is_lower_case(std::string_view character) { return to_lower(character) == character; }

struct HyphenAtEnd {
  std::size_t bytes = 0;  // 0: there is none
  bool soft = false;
};

HyphenAtEnd hyphen_at_end(std::string_view text) {
  if (text.ends_with("\u00AD")) return {2, true};
  if (text.ends_with("\u2010")) return {3, false};
  if (text.ends_with("-")) return {1, false};
  return {};
}

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.find_last_of(" \t\n(/");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" \t\n,.;:)/")); }

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// A stem that ends in a hyphen of its own: an abbreviation, a number, one of the list, or a word hyphenated before.
bool keeps_hyphen(std::string_view stem) {
  const bool has_digit = stem.find_first_of("0123456789") != std::string_view::npos;
  const bool has_hyphen = stem.find('-') != std::string_view::npos;
  const bool capitals = stem.size() > 1 && stem != to_lower(stem) &&
                        stem.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
  return has_digit || has_hyphen || capitals || holds(kHyphenated, to_lower(stem));
}

}  // namespace

std::string join_lines(std::string_view first, std::string_view second) {
  const auto spaced = [&] { return std::string{first} + ' ' + std::string{second}; };
  const HyphenAtEnd hyphen = hyphen_at_end(first);
  if (hyphen.bytes == 0 || second.empty()) return spaced();
  const std::string_view whole = first.substr(0, first.size() - hyphen.bytes);
  const std::string_view stem = last_word(whole);
  if (hyphen.soft) return std::string{whole} + std::string{second};
  if (stem.empty()) return spaced();  // a dash between spaces

  const auto [next, size] = code_point_at(second, 0);
  if (holds(kAfterHangingHyphen, first_word(second))) return spaced();
  const bool breaks_word = is_letter(next) && is_lower_case(second.substr(0, size)) && !keeps_hyphen(stem);
  if (breaks_word) return std::string{whole} + std::string{second};
  const bool goes_on = is_letter(next) || (next >= '0' && next <= '9');
  return goes_on ? std::string{first} + std::string{second} : spaced();
}

}  // namespace collega::documents
