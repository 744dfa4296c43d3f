#pragma once

// The words that people write dates, periods and durations with, in Dutch, English and German, folded.

#include <cstdint>
#include <string_view>

namespace collega::language {

enum class TimeRole : std::uint8_t {
  none,
  month,      ///< value: 1 to 12
  season,     ///< value: its middle month
  part,       ///< of a year, as in "eind 2019"; value: the month that stands for it
  now,        ///< heden, present
  since,      ///< sinds: the period goes on until now
  from,       ///< van, from: an end must follow
  from_open,  ///< vanaf: an end may follow
  between,    ///< tussen: "en" and an end must follow
  until,      ///< tot: up to that day
  through,    ///< t/m: with that day
  link_and,   ///< en, and
  year_unit,
  month_unit,
  week_unit,
  amount,  ///< value: twice the number, so that "anderhalf" fits
};

struct TimeWord {
  TimeRole role = TimeRole::none;
  std::uint8_t value = 0;
};

/// The longest word of the table, in bytes: a longer one has no role.
inline constexpr std::size_t kLongestTimeWord = 14;

[[nodiscard]] TimeWord time_word(std::string_view folded);

}  // namespace collega::language
