#include "xlsx_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "collega/base/utf8.h"

namespace collega::documents {
namespace {

using Kind = NumberFormat::Kind;

constexpr int kExcelDigits = 15;
constexpr long kSecondsPerDay = 86'400;
constexpr double kLastSerial = 2'958'465;  // 31 December 9999 counted from 1900
constexpr double kFrom1900To1904 = 1'462;  // days
// Excel believes that 1900 had a 29 February, as Lotus 1-2-3 did; this is its number.
constexpr double kDayThatNeverWas = 60;
// A duration beyond this is no time any more: a thousand years in hours.
constexpr double kLongestDays = 365'000;

std::string two_digits(long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string clock(long seconds) {
  std::string text = two_digits(seconds / 3600) + ':' + two_digits(seconds / 60 % 60);
  if (seconds % 60 != 0) text += ':' + two_digits(seconds % 60);
  return text;
}

std::string plain_number(double value, std::size_t digits) {
  std::array<char, 400> buffer{};  // the longest is 1e308 or -5e-324 without an exponent
  char* const last = buffer.data() + buffer.size();
  double near = 0;
  std::from_chars(buffer.data(),
                  std::to_chars(buffer.data(), last, value, std::chars_format::general, kExcelDigits).ptr, near);
  std::string text{buffer.data(), std::to_chars(buffer.data(), last, near, std::chars_format::fixed).ptr};
  if (text == "-0") text = "0";
  const bool whole = near >= 0 && text.find('.') == std::string::npos;
  if (whole && text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text;
}

// Whole days since 1 January 1970 of a serial number's day.
std::chrono::sys_days day_of(long serial, DateSystem dates) {
  using namespace std::chrono;
  if (dates == DateSystem::from_1904) return sys_days{1904y / January / 1} + days{serial};
  const bool before_the_mistake = static_cast<double>(serial) < kDayThatNeverWas;
  return sys_days{1899y / December / (before_the_mistake ? 31 : 30)} + days{serial};
}

std::string date_text(long serial, DateSystem dates) {
  const std::chrono::year_month_day day{day_of(serial, dates)};
  return std::to_string(static_cast<int>(day.year())) + '-' +
         two_digits(static_cast<long>(static_cast<unsigned>(day.month()))) + '-' +
         two_digits(static_cast<long>(static_cast<unsigned>(day.day())));
}

bool is_day(double serial, DateSystem dates) {
  if (dates == DateSystem::from_1904) return serial >= 0 && serial < kLastSerial + 1 - kFrom1900To1904;
  return serial >= 1 && serial < kLastSerial + 1 && std::floor(serial) != kDayThatNeverWas;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The letters of the first part of a code that stand for a piece of the number: not what is quoted, escaped or in
// brackets, but for "[h]", the hours that go beyond a day.
std::string working_letters(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) letters += 'h';
      i = end;
    } else {
      letters += lower(c);
    }
  }
  return letters;
}

// The letter that "_xHHHH_" at `at` stands for; 0 when there is no such thing.
char32_t escaped_letter(std::string_view text, std::size_t at) {
  constexpr std::size_t kLength = 7;
  if (text.size() - at < kLength || text[at + 1] != 'x' || text[at + kLength - 1] != '_') return 0;
  unsigned value = 0;
  const char* digits = text.data() + at + 2;
  const auto [end, error] = std::from_chars(digits, digits + 4, value, 16);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return error == std::errc{} && end == digits + 4 && !surrogate ? value : 0;
}

}  // namespace

NumberFormat built_in_format(int id) {
  const auto between = [id](int first, int last) { return id >= first && id <= last; };
  if (id == 22) return {Kind::date_and_time};
  if (between(14, 17) || between(27, 31) || id == 36 || between(50, 54) || between(57, 58)) return {Kind::date};
  if (between(18, 21) || between(32, 35) || between(45, 47) || between(55, 56)) return {Kind::time};
  return {};
}

NumberFormat format_of_code(std::string_view code) {
  const std::string letters = working_letters(code);
  if (letters == "general") return {};
  if (letters.size() > 1 && letters.find_first_not_of('0') == std::string::npos) return {Kind::number, letters.size()};
  const bool clock = letters.find_first_of("hs") != std::string::npos;
  const bool day = letters.find_first_of("yd") != std::string::npos || (!clock && letters.find('m') != letters.npos);
  if (day) return {clock ? Kind::date_and_time : Kind::date};
  return {clock ? Kind::time : Kind::number};
}

std::string text_of_number(double value, NumberFormat format, DateSystem dates) {
  if (!std::isfinite(value)) return {};
  const bool is_time = format.kind == Kind::time && value >= 0 && value < kLongestDays;
  if (is_time) return clock(std::lround(value * static_cast<double>(kSecondsPerDay)));
  if (format.kind == Kind::number || format.kind == Kind::time || !is_day(value, dates)) {
    return plain_number(value, format.digits);
  }
  long serial = static_cast<long>(std::floor(value));
  if (format.kind == Kind::date) return date_text(serial, dates);
  long seconds = std::lround((value - std::floor(value)) * static_cast<double>(kSecondsPerDay));
  serial += seconds / kSecondsPerDay;
  seconds %= kSecondsPerDay;
  return date_text(serial, dates) + (seconds == 0 ? "" : 'T' + clock(seconds));
}

std::string text_of_iso_date(std::string_view stored) {
  constexpr std::string_view kMidnight = "T00:00:00";
  const std::size_t midnight = stored.find(kMidnight);
  if (midnight == std::string_view::npos) return std::string{stored};
  const std::string_view behind = stored.substr(midnight + kMidnight.size());
  return std::string{behind.find_first_not_of(".0Z") == std::string_view::npos ? stored.substr(0, midnight) : stored};
}

std::string text_of_string(std::string_view stored) {
  std::string text;
  text.reserve(stored.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const char32_t escaped = stored[i] == '_' ? escaped_letter(stored, i) : 0;
    if (escaped != 0) i += 6;
    if (escaped == '\r' || (escaped == 0 && stored[i] == '\r')) {
      const bool pair = i + 1 < stored.size() && stored[i + 1] == '\n';
      if (!pair) text += '\n';
    } else if (escaped != 0) {
      append_code_point(text, escaped);
    } else {
      text += stored[i];
    }
  }
  return text;
}

}  // namespace collega::documents
