#include "time_points.h"

#include <array>
#include <chrono>

// The forms of a point, in the order in which they are tried:
//   number   2024-03-12 | 12-03-2024 | 12-03-24 | 03-2024 | 2024-03 | 03/24 | 03 / 2024 | 12[e.] maart [2024] | 2024
//   'yy      '24
//   word     maart 2024 | mrt. '24 | March 12, 2024 | mei-24 | zomer 2024 | eind 2024 | Q3 2024

namespace collega::language {
namespace {

constexpr std::array<std::string_view, 7> kOrdinalEndings = {"st", "nd", "rd", "th", "e", "de", "ste"};
constexpr std::array<std::string_view, 3> kOf = {"of", "van", "in"};

bool is_year(const Piece& piece) {
  return piece.kind == PieceKind::number && piece.digits == 4 && piece.value >= kFirstYear && piece.value <= kLastYear;
}

bool is_number_up_to(const Piece& piece, std::uint32_t most) {
  return piece.kind == PieceKind::number && piece.digits <= 2 && piece.value >= 1 && piece.value <= most;
}

bool is_two_digits(const Piece& piece) { return piece.kind == PieceKind::number && piece.digits == 2; }

bool is_separator(const Piece& piece) {
  return piece.kind == PieceKind::dash || piece.kind == PieceKind::slash || piece.kind == PieceKind::dot;
}

int number(const Piece& piece) { return static_cast<int>(piece.value); }

std::optional<Point> checked(Point point) {
  if (point.year != 0 && point.day != 0 && !exists(point.year, point.month, point.day)) return std::nullopt;
  return point;
}

/// Three numbers with one kind of separator; the month first when the second number cannot be one.
std::optional<Point> triple(const Pieces& pieces, std::size_t i) {
  const Piece& first = pieces.at(i);
  const Piece& second = pieces.at(i + 2);
  const Piece& third = pieces.at(i + 4);
  if (pieces.at(i + 3).kind != pieces.at(i + 1).kind || !pieces.at(i + 3).glued || !third.glued ||
      third.kind != PieceKind::number) {
    return std::nullopt;
  }
  Point point;
  point.next = i + 5;
  if (is_year(first) && is_number_up_to(second, 12) && is_number_up_to(third, 31)) {
    point.year = number(first), point.month = number(second), point.day = number(third);
    return checked(point);
  }
  const bool short_year = is_two_digits(third);
  if (!is_number_up_to(first, 31) || !is_number_up_to(second, 31) || !(short_year || is_year(third)))
    return std::nullopt;
  const bool american = number(second) > 12;
  point.short_year = short_year;
  point.year = short_year ? year_of_two_digits(number(third)) : number(third);
  point.month = american ? number(first) : number(second);
  point.day = american ? number(second) : number(first);
  return point.month <= 12 ? checked(point) : std::nullopt;
}

std::optional<Point> pair(const Pieces& pieces, std::size_t i) {
  const Piece& first = pieces.at(i);
  const Piece& second = pieces.at(i + 2);
  const bool slash = pieces.is(i + 1, PieceKind::slash);
  Point point;
  point.next = i + 3;
  if (is_number_up_to(first, 12) && is_year(second)) {
    point.month = number(first), point.year = number(second);
    return point;
  }
  if (is_year(first) && is_two_digits(second) && is_number_up_to(second, 12)) {
    const bool school_year = slash && number(second) == (number(first) + 1) % 100;
    if (school_year) return std::nullopt;
    point.year = number(first), point.month = number(second);
    return point;
  }
  if (slash && is_two_digits(first) && is_number_up_to(first, 12) && is_two_digits(second)) {
    point.month = number(first), point.year = year_of_two_digits(number(second)), point.short_year = true;
    return point;
  }
  return std::nullopt;
}

/// What follows the name of a month at `i`: a year, a day and a year, or nothing that we know.
Point after_month(const Pieces& pieces, std::size_t i, Point point) {
  point.next = i;
  if (pieces.is(i, PieceKind::dot) && pieces.at(i).glued) point.next = ++i;
  const bool joined = is_separator(pieces.at(i)) && pieces.at(i).glued && pieces.at(i + 1).glued;
  if (joined || pieces.is(i, PieceKind::comma) || pieces.is_one_of(i, kOf)) ++i;
  const Piece& next = pieces.at(i);
  if (next.breaks > 1) return point;
  if (is_year(next)) {
    point.year = number(next), point.next = i + 1;
  } else if (next.kind == PieceKind::apostrophe && is_two_digits(pieces.at(i + 1)) && pieces.at(i + 1).glued) {
    point.year = year_of_two_digits(number(pieces.at(i + 1))), point.next = i + 2;
  } else if (joined && is_two_digits(next)) {
    point.year = year_of_two_digits(number(next)), point.short_year = true, point.next = i + 1;
  } else if (point.day == 0 && next.breaks == 0 && is_number_up_to(next, 99)) {
    std::size_t j = i + 1;
    const bool ordinal = pieces.at(j).glued && pieces.is_one_of(j, kOrdinalEndings);
    if (ordinal) ++j;
    const std::size_t after_day = j;
    if (pieces.is(j, PieceKind::comma)) ++j;
    if (number(next) <= 31 && is_year(pieces.at(j)) && !pieces.at(j).glued) {
      point.day = number(next), point.year = number(pieces.at(j)), point.next = j + 1;
    } else if (next.digits == 2 || (ordinal && number(next) <= 31) || number(next) <= 9) {
      point.loose = number(next), point.next = after_day;
    }
  }
  return point;
}

std::optional<Point> day_and_month(const Pieces& pieces, std::size_t i) {
  Point point;
  point.day = number(pieces.at(i));
  std::size_t j = i + 1;
  if (pieces.at(j).glued && pieces.is_one_of(j, kOrdinalEndings)) ++j;
  if (pieces.at(j).glued && is_separator(pieces.at(j))) ++j;
  if (pieces.is_one_of(j, kOf)) ++j;
  if (!pieces.has_role(j, TimeRole::month) || pieces.at(j).breaks > 0) return std::nullopt;
  point.month = pieces.at(j).word.value;
  return checked(after_month(pieces, j + 1, point));
}

std::optional<Point> starting_with_number(const Pieces& pieces, std::size_t i) {
  const Piece& first = pieces.at(i);
  const Piece& separator = pieces.at(i + 1);
  const Piece& second = pieces.at(i + 2);
  if (is_separator(separator) && second.kind == PieceKind::number) {
    if (separator.glued && second.glued) {
      if (const auto point = triple(pieces, i)) return point;
      if (const auto point = pair(pieces, i)) return point;
    } else if (separator.kind == PieceKind::slash && is_two_digits(first) && is_number_up_to(first, 12) &&
               is_year(second)) {
      return pair(pieces, i);
    }
  }
  if (is_number_up_to(first, 31)) {
    if (const auto point = day_and_month(pieces, i)) return point;
    Point point;
    point.day = number(first), point.next = i + 1;
    return point;
  }
  if (!is_year(first)) return std::nullopt;
  Point point;
  point.year = number(first), point.next = i + 1;
  return point;
}

std::optional<Point> starting_with_apostrophe(const Pieces& pieces, std::size_t i) {
  const Piece& digits = pieces.at(i + 1);
  if (!is_two_digits(digits) || !digits.glued) return std::nullopt;
  Point point;
  point.year = year_of_two_digits(number(digits)), point.next = i + 2;
  return point;
}

/// "eind 2019", "mid-2019", "end of 2019"; before a month it adds nothing.
std::optional<Point> part_of_year(const Pieces& pieces, std::size_t i) {
  std::size_t j = i + 1;
  if (pieces.is(j, PieceKind::dash) && pieces.at(j).glued) ++j;
  if (pieces.is_one_of(j, kOf)) ++j;
  Point point;
  if (pieces.has_role(j, TimeRole::month)) {
    point.month = pieces.at(j).word.value;
    return after_month(pieces, j + 1, point);
  }
  const Piece& year = pieces.at(j);
  if (!is_year(year) || year.breaks > 0) return std::nullopt;
  point.year = number(year), point.month = pieces.at(i).word.value, point.rough = true, point.next = j + 1;
  return point;
}

std::optional<Point> quarter(const Pieces& pieces, std::size_t i) {
  const Piece& which = pieces.at(i + 1);
  if (!pieces.is_word(i, "q") || !which.glued || !is_number_up_to(which, 4)) return std::nullopt;
  Point point;
  point.month = number(which) * 3 - 1, point.rough = true;
  point = after_month(pieces, i + 2, point);
  return point.year != 0 && point.day == 0 ? std::optional{point} : std::nullopt;
}

std::optional<Point> starting_with_word(const Pieces& pieces, std::size_t i) {
  Point point;
  point.month = pieces.at(i).word.value;
  switch (pieces.at(i).word.role) {
    case TimeRole::month:
      return checked(after_month(pieces, i + 1, point));
    case TimeRole::season:
      point.rough = true;
      point = after_month(pieces, i + 1, point);
      return point.year != 0 && point.day == 0 && !point.short_year ? std::optional{point} : std::nullopt;
    case TimeRole::part:
      return part_of_year(pieces, i);
    default:
      return quarter(pieces, i);
  }
}

bool is_number_or_word(const Piece& piece) { return piece.kind == PieceKind::number || piece.kind == PieceKind::word; }

}  // namespace

std::optional<Point> read_point(const Pieces& pieces, std::size_t i) {
  switch (pieces.at(i).kind) {
    case PieceKind::number:
      return starting_with_number(pieces, i);
    case PieceKind::apostrophe:
      return starting_with_apostrophe(pieces, i);
    case PieceKind::word:
      return starting_with_word(pieces, i);
    default:
      return std::nullopt;
  }
}

bool starts_cleanly(const Pieces& pieces, std::size_t first) {
  if (first == 0 || !pieces.at(first).glued) return true;
  const Piece& sign = pieces.before(first);
  const Piece& earlier = first >= 2 ? pieces.at(first - 2) : pieces.at(pieces.size());
  const bool within = sign.glued && is_number_or_word(earlier);
  switch (sign.kind) {
    case PieceKind::word:
    case PieceKind::number:
    case PieceKind::plus:
      return false;
    case PieceKind::comma:
    case PieceKind::colon:
      return !within || earlier.kind != PieceKind::number;
    case PieceKind::dash:
    case PieceKind::slash:
    case PieceKind::dot:
    case PieceKind::apostrophe:
      return !within;
    default:
      return std::string_view{"@#_\\=&$%^*"}.find(pieces.text_of(first - 1)) == std::string_view::npos &&
             pieces.text_of(first - 1) != "€" && pieces.text_of(first - 1) != "£";
  }
}

bool ends_cleanly(const Pieces& pieces, std::size_t next) {
  const Piece& sign = pieces.at(next);
  const Piece& later = pieces.at(next + 1);
  if (sign.kind == PieceKind::end || !sign.glued) return true;
  switch (sign.kind) {
    case PieceKind::word:
    case PieceKind::number:
    case PieceKind::plus:
      return false;
    case PieceKind::comma:
      return !later.glued || (later.kind != PieceKind::number && later.kind != PieceKind::dash);
    case PieceKind::dash:
    case PieceKind::dot:
    case PieceKind::colon:
      return !later.glued || later.kind != PieceKind::number;
    case PieceKind::slash:
      return !later.glued || !is_number_or_word(later);
    case PieceKind::apostrophe:
      return true;
    default:
      return pieces.text_of(next) != "%" && pieces.text_of(next) != "@" && pieces.text_of(next) != "_";
  }
}

bool exists(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok();
}

Date date_of(int year, int month, int day) {
  return Date{std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}}};
}

}  // namespace collega::language
