#include <algorithm>
#include <cmath>
#include <optional>

#include "collega/people/contract.h"
#include "values.h"
#include "words.h"

namespace collega::administration {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::optional<int> whole(std::string_view digits) {
  if (!all_digits(digits) || digits.size() > 8) return std::nullopt;
  int value = 0;
  for (const char c : digits) value = 10 * value + (c - '0');
  return value;
}

// --- days ---

struct Ymd {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// Without a time of day behind it: "2024-03-01T00:00", "01-03-2024 00:00:00".
std::string_view day_part(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return text;
  const std::size_t gap = text.substr(0, colon).find_last_of("T ");
  if (gap == std::string_view::npos) return text;
  text = text.substr(0, gap);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

Ymd from_number_of_day(int number) {
  constexpr std::chrono::sys_days kZero{std::chrono::year{1899} / 12 / 30};  // of Excel's calendar, behind 29-02-1900
  const std::chrono::year_month_day day{kZero + std::chrono::days{number}};
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

Read<Ymd> eight_digits(std::string_view text, DateForm form) {
  const auto at = [&](std::size_t begin, std::size_t size) { return *whole(text.substr(begin, size)); };
  const Ymd year_first{at(0, 4), at(4, 2), at(6, 2)};
  const Ymd day_first{at(4, 4), at(2, 2), at(0, 2)};
  if (form == DateForm::month_day_year) return Ymd{at(4, 4), at(0, 2), at(2, 2)};
  if (form == DateForm::day_month_year) return day_first;
  // Year and month of the one cannot be those of the other: as a year 0101 to 1231 is no one's.
  const bool is_year_first = year_first.year >= 1900 && year_first.month <= 12;
  return form == DateForm::year_month_day || is_year_first ? year_first : day_first;
}

/// "16 januari 1978": no order can be meant but this one.
std::optional<Ymd> with_month_in_words(std::string_view day, std::string_view month, std::string_view year) {
  const auto word = word_value(FieldShape::date, month);
  if (!word || !all_digits(day) || day.size() > 2 || !all_digits(year) || year.size() != 4) return std::nullopt;
  return Ymd{*whole(year), *whole(*word), *whole(day)};
}

Read<Ymd> parted(std::string_view text, DateForm form) {
  const std::size_t first = text.find_first_of("-/. ");
  const std::size_t second = first == text.npos ? first : text.find_first_of("-/. ", first + 1);
  if (second == std::string_view::npos) return Problem::not_a_date;
  const std::string_view parts[] = {text.substr(0, first), text.substr(first + 1, second - first - 1),
                                    text.substr(second + 1)};
  if (const auto in_words = with_month_in_words(parts[0], parts[1], parts[2])) return *in_words;
  const auto a = whole(parts[0]);
  const auto b = whole(parts[1]);
  const auto c = whole(parts[2]);
  if (!a || !b || !c || parts[1].size() > 2) return Problem::not_a_date;
  if (parts[0].size() == 4 && parts[2].size() <= 2) return Ymd{*a, *b, *c};
  if (parts[0].size() > 2) return Problem::not_a_date;
  if (parts[2].size() <= 2) return Problem::two_digit_year;
  if (parts[2].size() != 4 || form == DateForm::year_month_day) return Problem::not_a_date;
  return form == DateForm::month_day_year ? Ymd{*c, *a, *b} : Ymd{*c, *b, *a};
}

Read<Ymd> read_ymd(std::string_view text, DateForm form) {
  text = day_part(text);
  if (!all_digits(text)) return parted(text, form);
  if (text.size() == 8 && form != DateForm::day_number) return eight_digits(text, form);
  // 10000 is in 1927 and 99999 in 2173
  if (text.size() == 5 && (form == DateForm::automatic || form == DateForm::day_number)) {
    return from_number_of_day(*whole(text));
  }
  return Problem::not_a_date;
}

// --- numbers ---

/// Whether the digits on both sides of `mark` are in threes, as thousands are: "1.234.567".
bool parts_thousands(std::string_view text, char mark) {
  std::size_t at = text.find(mark);
  if (at == 0 || at > 3) return false;
  for (; at != std::string_view::npos; at = text.find(mark, at + 1)) {
    const std::size_t next = std::min(text.find(mark, at + 1), text.size());
    if (next - at != 4) return false;
  }
  return true;
}

enum class Single { decimal, thousands };  // what a lone mark with three digits behind it is

/// The mark before the decimals, or 0 when there is none.
char decimal_mark(std::string_view text, DecimalMark mark, Single single) {
  if (mark == DecimalMark::comma) return ',';
  if (mark == DecimalMark::point) return '.';
  const std::size_t comma = text.rfind(',');
  const std::size_t point = text.rfind('.');
  if (comma != text.npos && point != text.npos) return comma > point ? ',' : '.';
  if (comma == text.npos && point == text.npos) return 0;
  const char only = comma != text.npos ? ',' : '.';
  if (std::count(text.begin(), text.end(), only) > 1) return 0;
  if (single == Single::thousands && !text.starts_with('0') && parts_thousands(text, only)) return 0;
  return only;
}

Read<double> read_number(std::string_view text, DecimalMark mark, Single single) {
  if (is_mangled_number(text)) return Problem::mangled_by_excel;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const char decimal = decimal_mark(text, mark, single);
  const std::size_t behind = decimal == 0 ? text.npos : text.rfind(decimal);
  const std::string_view decimals = behind == text.npos ? std::string_view{} : text.substr(behind + 1);
  const std::string_view units = text.substr(0, behind);
  if (behind != text.npos && !all_digits(decimals)) return Problem::not_a_number;
  std::string digits;
  for (const char c : units) {
    if (c != '.' && c != ',' && c != ' ') digits += c;
  }
  for (const char group : {'.', ',', ' '}) {
    if (units.find(group) != units.npos && !parts_thousands(units, group)) return Problem::not_a_number;
  }
  if (!all_digits(digits)) return Problem::not_a_number;
  if (digits.size() > 12) return Problem::too_high;
  double value = std::stod(digits + "." + (decimals.empty() ? "0" : std::string{decimals.substr(0, 15)}));
  return negative ? -value : value;
}

}  // namespace

Read<Date> read_day(std::string_view text, DateForm form) {
  const Read<Ymd> read = read_ymd(text, form);
  if (const auto* problem = std::get_if<Problem>(&read)) return *problem;
  const Ymd& of = std::get<Ymd>(read);
  const std::chrono::year_month_day day{std::chrono::year{of.year}, std::chrono::month{static_cast<unsigned>(of.month)},
                                        std::chrono::day{static_cast<unsigned>(of.day)}};
  if (!day.ok()) return Problem::no_such_day;
  if (of.year < 1900 || of.year > 2200) return Problem::date_out_of_range;
  return Date{day};
}

bool says_no_end(std::string_view text, DateForm form) {
  const Read<Ymd> read = read_ymd(text, form);
  const Ymd* day = std::get_if<Ymd>(&read);
  if (!day) return false;
  return day->year >= kNoEndFromYear || (day->year == 0 && day->month == 0 && day->day == 0);
}

Read<int> read_hours(std::string_view text, DecimalMark mark) {
  double hours = 0;
  if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    const auto whole_hours = whole(text.substr(0, colon));
    const auto minutes = whole(text.substr(colon + 1, 2));
    if (!whole_hours || !minutes || *minutes > 59) return Problem::not_a_number;
    hours = *whole_hours + *minutes / 60.0;
  } else {
    const Read<double> read = read_number(text, mark, Single::decimal);
    if (const auto* problem = std::get_if<Problem>(&read)) return *problem;
    hours = std::get<double>(read);
  }
  if (hours < 0) return Problem::too_low;
  if (hours * 60 > people::kMostMinutes) return Problem::too_high;
  return static_cast<int>(std::lround(hours * 60));
}

Read<double> read_share(std::string_view text, DecimalMark mark) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  const Read<double> read = read_number(text, mark, Single::decimal);
  if (const auto* problem = std::get_if<Problem>(&read)) return *problem;
  double share = std::get<double>(read);
  if (percent || share > 2) share /= 100;
  if (share < 0) return Problem::too_low;
  if (share > kHighestShare) return Problem::too_high;
  return share;
}

Read<Money> read_amount(std::string_view text, DecimalMark mark) {
  for (const std::string_view sign : {"€", "EUR"}) {
    if (text.starts_with(sign)) text.remove_prefix(sign.size());
    if (text.ends_with(sign)) text.remove_suffix(sign.size());
  }
  const Read<double> read = read_number(trimmed_cell(text), mark, Single::thousands);
  if (const auto* problem = std::get_if<Problem>(&read)) return *problem;
  const double euros = std::get<double>(read);
  if (euros < 0) return Problem::too_low;
  const Money amount{static_cast<std::int64_t>(std::llround(euros * 100))};
  return amount > kHighestWage ? Read<Money>{Problem::too_high} : amount;
}

}  // namespace collega::administration
