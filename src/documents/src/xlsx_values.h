#pragma once

// What a number in a cell of XLSX means: by its format it may be a date, a time or a number with leading zeros.

#include <cstddef>
#include <string>
#include <string_view>

namespace collega::documents {

struct NumberFormat {
  enum class Kind { number, date, date_and_time, time } kind = Kind::number;
  std::size_t digits = 0;  ///< a number is written with at least so many; 0 unless the format is nothing but zeros

  bool operator==(const NumberFormat&) const = default;
};

/// The day that counts as 1: that of 1900, as Excel on Windows counts, or of 1904, as it once did on Macintosh.
enum class DateSystem { from_1900, from_1904 };

/// The format with this number in every workbook (ECMA-376 part 1, 18.8.30).
[[nodiscard]] NumberFormat built_in_format(int id);

/// The format of a code like "dd/mm/yyyy" or "[$-413]d mmmm yyyy;@". Only its first part, for positive numbers, counts.
[[nodiscard]] NumberFormat format_of_code(std::string_view code);

/// A stored number as read_xlsx() gives it; a serial number that is no day is given as a number.
[[nodiscard]] std::string text_of_number(double value, NumberFormat format, DateSystem dates);

/// "2024-03-01T00:00:00Z" as it stands in a cell of its own type, as read_xlsx() gives it.
[[nodiscard]] std::string text_of_iso_date(std::string_view stored);

/// The letters of a string in XLSX, where "_x000D_" stands for a letter that XML cannot hold; line ends are '\n'.
[[nodiscard]] std::string text_of_string(std::string_view stored);

}  // namespace collega::documents
