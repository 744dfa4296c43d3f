// Days on which somebody was born: a date is one only beside a word that says so.

#include <string_view>

#include "days.h"
#include "digit_run.h"
#include "letters.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

/// How many words may stand between "geboren" and the day: "geboren te Den Haag op", "date of birth of my client is".
constexpr std::size_t kReach = 9, kReachOfSeveral = 60;

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

/// How many groups of a run are a day: three with a mark or spaces between, or one of six or eight digits ("110462",
/// "20010917").
std::size_t day_groups(std::string_view text, const DigitRun& run) {
  if (is_day(text, run, 0)) return 3;
  const auto in = [&](std::string_view digits, int low, int high) {
    return number_of(digits) >= low && number_of(digits) <= high;
  };
  if (run.count >= 3 && run.groups[0].digits == 2 && run.groups[1].digits == 2 && run.groups[2].digits == 4 &&
      run.groups[1].mark == ' ') {
    const auto digits = run.digits(text, 0, 3);
    return in(digits.view().substr(0, 2), 1, 31) && in(digits.view().substr(2, 2), 1, 12) &&
                   in(digits.view().substr(4, 4), 1900, 2099)
               ? 3
               : 0;
  }
  if (run.count == 0 || (run.groups[0].digits != 6 && run.groups[0].digits != 8)) return 0;
  const auto digits = run.digits(text, 0, 1);
  const std::string_view day = digits.view();
  const bool begins = in(day.substr(0, 2), 1, 31) && in(day.substr(2, 2), 1, 12);
  if (day.size() == 6) return begins ? 1 : 0;
  const bool year_last = begins && in(day.substr(4, 4), 1900, 2099);
  const bool year_first =
      in(day.substr(0, 4), 1900, 2099) && in(day.substr(4, 2), 1, 12) && in(day.substr(6, 2), 1, 31);
  return year_last || year_first ? 1 : 0;
}

/// Adds the day after label word `label`, if there is one; after "verjaardagen" those of the whole sentence.
void read_after(Sheet& sheet, std::size_t label) {
  const auto& words = sheet.words();
  const std::string_view name = sheet.of(words[label]);
  const bool several = name.ends_with("dagen") || name.ends_with("birthdays") || name.ends_with("Birthdays");
  std::size_t lines = 0;
  for (std::size_t i = label + 1; i < words.size() && i <= label + (several ? kReachOfSeveral : kReach); ++i) {
    lines += words[i].lines;
    if (lines > 1 || (words[i].before == '.' && words[i].starts && i > label + 2 && !words[i].digits)) return;
    // Another field begins: its date is not of a birth.
    if ((words[i].bits & kLabel) != 0 && i > label + 1 && sheet.field_of(i) == Field::other) return;
    if (words[i].digits) {
      const DigitRun run = digit_run(sheet.text(), words[i].begin);
      if (const std::size_t groups = day_groups(sheet.text(), run)) {
        sheet.add(run.groups[0].begin, run.groups[groups - 1].end, Kind::DATE_OF_BIRTH, 1.0, "birth");
        if (!several) return;
        continue;
      }
    }
    if (const std::size_t size = written_day(sheet, i)) {
      sheet.add(words[i].begin, words[i + size - 1].end, Kind::DATE_OF_BIRTH, 0.95, "birth");
      if (!several) return;
    }
    if (words[i].digits && words[i].end - words[i].begin == 2 && words[i].before == '\'' && i <= label + 2)
      return sheet.add(words[i].begin - 1, words[i].end, Kind::DATE_OF_BIRTH, 0.7, "birth");
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
  // "°12.08.2003"
  constexpr std::string_view kBorn = "\xC2\xB0";
  for (std::size_t at = sheet.text().find(kBorn); at != std::string_view::npos; at = sheet.text().find(kBorn, at + 2)) {
    const std::size_t digit = at + kBorn.size();
    if (digit >= sheet.text().size() || !is_digit(sheet.text()[digit])) continue;
    const DigitRun run = digit_run(sheet.text(), digit);
    if (is_day(sheet.text(), run, 0)) sheet.add(digit, run.groups[2].end, Kind::DATE_OF_BIRTH, 0.9, "birth");
  }
}

}  // namespace collega::privacy
