#include "column_content.h"

#include <algorithm>

#include "values.h"

namespace collega::administration {
namespace {

/// A column may hold a few typing errors; below this share it is something else.
constexpr double kNearlyAll = 0.9;
/// Fewer filled cells than this prove nothing.
constexpr std::size_t kFewestCells = 3;

using Fits = bool (*)(std::string_view);

template <class T>
bool is_value(const Read<T>& read) {
  return std::holds_alternative<T>(read);
}

constexpr std::pair<ImportField, Fits> kTests[] = {
    {ImportField::iban, [](std::string_view text) { return is_value(read_iban(text)); }},
    {ImportField::email, [](std::string_view text) { return is_value(read_email(text)); }},
    {ImportField::postcode, [](std::string_view text) { return is_value(read_postcode(text, "NL")); }},
    {ImportField::bsn, [](std::string_view text) { return is_value(read_bsn(text)); }},
};

std::size_t count_fitting(const std::vector<std::string_view>& cells, Fits fits) {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), fits));
}

bool all_fit(const std::vector<std::string_view>& cells, DateForm form) {
  return std::all_of(cells.begin(), cells.end(),
                     [&](std::string_view cell) { return is_value(read_day(cell, form)) || says_no_end(cell, form); });
}

}  // namespace

std::optional<Likeness> likeness_of(const std::vector<std::string_view>& cells) {
  if (cells.size() < kFewestCells) return std::nullopt;
  for (const auto& [field, fits] : kTests) {
    const std::size_t fitting = count_fitting(cells, fits);
    if (static_cast<double>(fitting) >= kNearlyAll * static_cast<double>(cells.size())) {
      return Likeness{field, fitting, cells.size()};
    }
  }
  return std::nullopt;
}

DateForm date_form_of(const std::vector<std::string_view>& cells) {
  // Day before month is what Dutch systems write, so the other order needs a proof: a day above 12 in second place.
  if (cells.empty() || all_fit(cells, DateForm::automatic)) return DateForm::automatic;
  return all_fit(cells, DateForm::month_day_year) ? DateForm::month_day_year : DateForm::automatic;
}

DecimalMark decimal_mark_of(const std::vector<std::string_view>& cells) {
  std::size_t comma = 0;
  std::size_t point = 0;
  for (const std::string_view cell : cells) {
    const std::size_t last = cell.find_last_of(".,");
    if (last == std::string_view::npos || cell.size() - last == 4) continue;  // three digits behind it may be thousands
    ++(cell[last] == ',' ? comma : point);
  }
  if (comma > 0 && point == 0) return DecimalMark::comma;
  if (point > 0 && comma == 0) return DecimalMark::point;
  return DecimalMark::automatic;
}

}  // namespace collega::administration
