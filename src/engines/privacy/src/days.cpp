#include "days.h"

namespace collega::privacy {
namespace {

int value_of(std::string_view text, const DigitRun::Group& group) {
  int value = 0;
  for (std::size_t at = group.begin; at < group.end; ++at) value = value * 10 + (text[at] - '0');
  return value;
}

bool is_year(const DigitRun::Group& group, int value) {
  return group.digits == 2 || (group.digits == 4 && value >= 1900 && value < 2100);
}

}  // namespace

bool is_day(std::string_view text, const DigitRun& run, std::size_t at) {
  if (at + 3 > run.count) return false;
  const auto& first = run.groups[at];
  const auto& second = run.groups[at + 1];
  const auto& third = run.groups[at + 2];
  if (second.mark != third.mark || (second.mark != '-' && second.mark != '/' && second.mark != '.')) return false;
  if (first.digits > 4 || second.digits > 2 || third.digits > 4) return false;
  const int a = value_of(text, first), b = value_of(text, second), c = value_of(text, third);
  if (first.digits == 4) return is_year(first, a) && b >= 1 && b <= 12 && c >= 1 && c <= 31 && third.digits <= 2;
  if (first.digits > 2 || !is_year(third, c)) return false;
  return a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
}

}  // namespace collega::privacy
