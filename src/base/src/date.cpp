#include "collega/base/date.h"

#include <charconv>
#include <cstdio>

namespace collega {
namespace {

bool read_number(std::string_view digits, int& number) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() && digits.front() != '-';
}

}  // namespace

Result<Date> parse_date(std::string_view iso) {
  const Error bad{ErrorCode::bad_date, std::string{iso}};
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return bad;
  int year = 0;
  int month = 0;
  int day = 0;
  if (!read_number(iso.substr(0, 4), year) || !read_number(iso.substr(5, 2), month) ||
      !read_number(iso.substr(8, 2), day)) {
    return bad;
  }
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return bad;
  return Date{date};
}

std::string to_string(Date date) {
  char text[16];
  const auto day = date.calendar();
  const int size = std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                                 static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace collega
