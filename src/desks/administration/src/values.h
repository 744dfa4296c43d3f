#pragma once

// The text of a cell to a value, or what is wrong with it. Texts come trimmed and are not empty.

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "collega/administration/import.h"
#include "collega/base/money.h"

namespace collega::administration {

template <class T>
using Read = std::variant<T, Problem>;

/// Texts of people and contracts are bounded by kernel/people; a key that is longer is no key.
constexpr std::size_t kLongestText = 200;
constexpr std::size_t kLongestKey = 40;
/// Nobody earns more a month, so it is cents taken for euros.
constexpr Money kHighestWage{100'000'000};
/// Past this a share of full time is a percentage; up to it somebody works more than full time.
constexpr double kHighestShare = 1.5;
/// Payrolls write an end that is not known as a day in a year like 2999 or 9999.
constexpr int kNoEndFromYear = 2900;

/// Without white space around it, no-break space and byte-order mark too, and without the ' that guards a formula.
[[nodiscard]] std::string_view trimmed_cell(std::string_view text);
/// "#N/A", "#VERW!"
[[nodiscard]] bool is_formula_error(std::string_view text);
/// A long number that a spreadsheet made into 1,23E+10.
[[nodiscard]] bool is_mangled_number(std::string_view text);

[[nodiscard]] Read<Date> read_day(std::string_view text, DateForm form);
/// Whether the text is a day that means "no end": 31-12-9999, 00-00-0000.
[[nodiscard]] bool says_no_end(std::string_view text, DateForm form);
/// "36", "36,5", "36:30" as minutes.
[[nodiscard]] Read<int> read_hours(std::string_view text, DecimalMark mark);
/// "0,8", "80%", "80" as 0.8.
[[nodiscard]] Read<double> read_share(std::string_view text, DecimalMark mark);
[[nodiscard]] Read<Money> read_amount(std::string_view text, DecimalMark mark);

[[nodiscard]] Read<std::string> read_text(std::string_view text);
/// `spaces`: whether one may stand inside.
[[nodiscard]] Read<std::string> read_key(std::string_view text, bool spaces);
/// A BSN of eight digits lost its zero to a spreadsheet.
struct Bsn {
  std::string digits;
  bool zero_added = false;
};
[[nodiscard]] Read<Bsn> read_bsn(std::string_view text);
[[nodiscard]] Read<std::string> read_iban(std::string_view text);
[[nodiscard]] Read<std::string> read_email(std::string_view text);
[[nodiscard]] Read<std::string> read_phone(std::string_view text);
/// Two letters of ISO 3166, from those or a name.
[[nodiscard]] Read<std::string> read_country(std::string_view text);
/// A Dutch one (`country` empty or NL) as "1234 AB".
[[nodiscard]] Read<std::string> read_postcode(std::string_view text, std::string_view country);

}  // namespace collega::administration
