#pragma once

// What the cells of a column look like: for columns whose name says nothing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/administration/mapping.h"

namespace collega::administration {

/// What cells look like, and how many of the filled ones do.
struct Likeness {
  ImportField field = ImportField::bsn;
  std::size_t fitting = 0;
  std::size_t filled = 0;
};

/// BSN, IBAN, postcode, e-mail or a date, when nearly all cells are.
[[nodiscard]] std::optional<Likeness> likeness_of(const std::vector<std::string_view>& cells);

/// The order of day and month in a column of dates, as far as the cells tell.
[[nodiscard]] DateForm date_form_of(const std::vector<std::string_view>& cells);
/// The mark before decimals in a column of numbers, as far as the cells tell.
[[nodiscard]] DecimalMark decimal_mark_of(const std::vector<std::string_view>& cells);

}  // namespace collega::administration
