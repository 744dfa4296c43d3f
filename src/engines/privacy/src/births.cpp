// Days on which somebody was born: a date is one only beside a word that says so.

#include <string_view>

#include "days.h"
#include "digit_run.h"
#include "letters.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

/// How many words may stand between "geboren" and the day: "geboren te Den Haag op", "date of birth of my client is".
constexpr std::size_t kReach = 9;

int number_of(std::string_view digits) {
  int value = 0;
  for (const char byte : digits) {
    if (!is_digit(byte) || value > 9999) return -1;
    value = value * 10 + (byte - '0');
  }
  return value;
}

bool is_birth_year(int year) { return year >= 1900 && year < 2100; }

/// The day that begins at word `at` and where it ends, in words: "12 maart 1984", "maart 1984", "March 12, 1984", "3
/// mei".
std::size_t written_day(const Sheet& sheet, std::size_t at) {
  const auto& words = sheet.words();
  const auto is_month = [&](std::size_t i) {
    return i < words.size() && (words[i].bits & kMonth) != 0 && words[i].lines == 0;
  };
  const auto year_at = [&](std::size_t i) {
    if (i >= words.size() || !words[i].digits || words[i].lines > 0) return false;
    const int value = number_of(sheet.of(words[i]));
    return is_birth_year(value) || (value >= 0 && words[i].before == '\'' && value < 100);
  };
  const auto day_at = [&](std::size_t i) {
    if (i >= words.size() || !words[i].digits) return false;
    const std::string_view text = sheet.of(words[i]);
    const int value = number_of(text.substr(0, text.find_first_not_of("0123456789")));
    return value >= 1 && value <= 31;
  };
  if (day_at(at) && is_month(at + 1)) return year_at(at + 2) ? 3 : 2;
  if ((words[at].bits & kMonth) != 0 && day_at(at + 1) && words[at + 1].lines == 0) return year_at(at + 2) ? 3 : 2;
  if ((words[at].bits & kMonth) != 0 && year_at(at + 1)) return 2;
  return 0;
}

/// Adds the day after label word `label`, if there is one.
void read_after(Sheet& sheet, std::size_t label) {
  const auto& words = sheet.words();
  std::size_t lines = 0;
  for (std::size_t i = label + 1; i < words.size() && i <= label + kReach; ++i) {
    lines += words[i].lines;
    if (lines > 1 || (words[i].before == '.' && words[i].starts && i > label + 2 && !words[i].digits)) return;
    // Another field begins: its date is not of a birth.
    if ((words[i].bits & kLabel) != 0 && i > label + 1 && sheet.field_of(i) == Field::other) return;
    if (words[i].digits) {
      const DigitRun run = digit_run(sheet.text(), words[i].begin);
      if (is_day(sheet.text(), run, 0))
        return sheet.add(run.groups[0].begin, run.groups[2].end, Kind::DATE_OF_BIRTH, 1.0, "birth");
    }
    if (const std::size_t size = written_day(sheet, i))
      return sheet.add(words[i].begin, words[i + size - 1].end, Kind::DATE_OF_BIRTH, 0.95, "birth");
    if (words[i].digits && words[i].end - words[i].begin == 4 && is_birth_year(number_of(sheet.of(words[i]))) &&
        i <= label + 4)
      return sheet.add(words[i].begin, words[i].end, Kind::DATE_OF_BIRTH, 0.7, "birth");
  }
}

}  // namespace

void find_births(Sheet& sheet) {
  const auto& words = sheet.words();
  for (std::size_t i = 0; i < words.size(); ++i)
    if ((words[i].bits & kLabel) != 0 && sheet.field_of(i) == Field::birth) read_after(sheet, i);
}

}  // namespace collega::privacy
