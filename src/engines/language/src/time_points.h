#pragma once

// One end of a period, or a date by itself: what people write for a day, a month, a season or a year.

#include <cstddef>
#include <optional>

#include "collega/base/date.h"
#include "time_pieces.h"

namespace collega::language {

struct Point {
  int year = 0;             ///< 0: not said
  int month = 0;            ///< 0: not said
  int day = 0;              ///< 0: not said
  int loose = 0;            ///< the two digits of "Jan 18": a year or a day, as the other end will tell
  bool short_year = false;  ///< "03/18" or "01-03-18": believed only when the other end agrees
  bool rough = false;       ///< a season or "eind 2019": its month is a guess
  std::size_t next = 0;     ///< the piece after it

  [[nodiscard]] bool is_bare_year() const { return year != 0 && month == 0; }
};

inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2099;

/// Two digits below this are of this century: nobody's CV looks fifty years ahead.
inline constexpr int kPivot = 50;
[[nodiscard]] constexpr int year_of_two_digits(int digits) { return digits < kPivot ? 2000 + digits : 1900 + digits; }

/// The point that begins with piece `i`, the longest reading first.
[[nodiscard]] std::optional<Point> read_point(const Pieces& pieces, std::size_t i);

/// The point's own text is not the middle of a longer number, name or address.
[[nodiscard]] bool starts_cleanly(const Pieces& pieces, std::size_t first);
[[nodiscard]] bool ends_cleanly(const Pieces& pieces, std::size_t next);

[[nodiscard]] bool exists(int year, int month, int day);
/// `month` and `day` must exist in that year.
[[nodiscard]] Date date_of(int year, int month, int day);

}  // namespace collega::language
