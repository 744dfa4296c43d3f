#include "collega/base/money.h"

#include <algorithm>
#include <charconv>

namespace collega {
namespace {

constexpr std::string_view kEuro = "€";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "€ -1.234,50" → sign and "1.234,50".
std::string_view bare(std::string_view text, bool& negative) {
  const auto trim = [&] {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
  };
  for (int turn = 0; turn < 2; ++turn) {  // the sign may stand on either side of the euro
    trim();
    if (text.starts_with(kEuro)) text.remove_prefix(kEuro.size());
    trim();
    if (text.starts_with('-') && !negative) {
      negative = true;
      text.remove_prefix(1);
    }
  }
  return text;
}

/// Whether these are digits, in groups of three where marks part them.
bool is_whole_number(std::string_view whole, char mark) {
  std::size_t run = 0;
  bool first = true;
  for (const char c : whole) {
    if (is_digit(c)) {
      ++run;
      continue;
    }
    if (c != mark) return false;
    if (run == 0 || run > 3 || (!first && run != 3)) return false;
    run = 0;
    first = false;
  }
  return first ? run > 0 : run == 3;
}

/// Where the cents begin: the last mark, unless it parts thousands.
std::size_t decimal_mark(std::string_view text) {
  const std::size_t last = text.find_last_of(".,");
  if (last == std::string_view::npos) return text.size();
  const bool alone = text.find_first_of(".,") == last;
  const bool repeated = text.find(text[last]) != last;
  return repeated || (alone && text.size() - last == 4) ? text.size() : last;
}

std::string grouped(std::int64_t number, char mark) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, mark);
  return digits;
}

}  // namespace

Money scaled(Money amount, std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t product = amount.cents * numerator;
  const std::int64_t half = product < 0 ? -(denominator / 2) : denominator / 2;
  return {(product + half) / denominator};
}

Result<Money> parse_money(std::string_view text) {
  const Error bad{ErrorCode::bad_money, std::string{text}};
  bool negative = false;
  const std::string_view number = bare(text, negative);
  const std::size_t mark = decimal_mark(number);
  const std::string_view whole = number.substr(0, mark);
  std::string cents{mark < number.size() ? number.substr(mark + 1) : ""};
  const std::size_t group = whole.find_first_of(".,");
  if (!is_whole_number(whole, group == std::string_view::npos ? ',' : whole[group])) return bad;
  if (cents.size() > 2 || (mark < number.size() && cents.empty()) || !std::ranges::all_of(cents, is_digit)) return bad;
  cents.resize(2, '0');
  std::string digits;
  std::ranges::copy_if(whole, std::back_inserter(digits), is_digit);
  digits += cents;
  std::int64_t value = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failure != std::errc{} || end != digits.data() + digits.size()) return bad;
  return Money{negative ? -value : value};
}

std::string to_string(Money amount, Language language) {
  const std::int64_t size = amount.cents < 0 ? -amount.cents : amount.cents;
  const bool dutch = language == Language::nl;
  const std::string cents = std::to_string(100 + size % 100).substr(1);
  const std::string number = grouped(size / 100, dutch ? '.' : ',') + (dutch ? ',' : '.') + cents;
  const std::string sign = amount.cents < 0 ? "-" : "";
  return dutch ? std::string{kEuro} + " " + sign + number : sign + std::string{kEuro} + number;
}

}  // namespace collega
