#include "collega/base/moment.h"

#include <cstdio>

#include "collega/base/date.h"

namespace collega {
namespace {

constexpr std::string_view kForm = "0000-00-00T00:00:00.000Z";

bool has_form(std::string_view text) {
  if (text.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == '0' ? !digit : text[i] != kForm[i]) return false;
  }
  return true;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

}  // namespace

std::string to_string(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss time{moment - day};
  char text[16];
  const int size = std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", static_cast<int>(time.hours().count()),
                                 static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                                 static_cast<int>(time.subseconds().count()));
  return to_string(Date{day}) + std::string{text, static_cast<std::size_t>(size)};
}

Result<Moment> parse_moment(std::string_view text) {
  const Error bad{ErrorCode::bad_date, std::string{text}};
  if (!has_form(text)) return bad;
  const Result<Date> day = parse_date(text.substr(0, 10));
  const int hours = number(text.substr(11, 2));
  const int minutes = number(text.substr(14, 2));
  const int seconds = number(text.substr(17, 2));
  if (!day || hours > 23 || minutes > 59 || seconds > 59) return bad;
  return Moment{day->days()} + std::chrono::hours{hours} + std::chrono::minutes{minutes} +
         std::chrono::seconds{seconds} + std::chrono::milliseconds{number(text.substr(20, 3))};
}

}  // namespace collega
