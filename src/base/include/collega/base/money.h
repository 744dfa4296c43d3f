#pragma once

// Euros, in whole cents.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "collega/base/language.h"
#include "collega/base/result.h"

namespace collega {

struct Money {
  std::int64_t cents = 0;

  constexpr auto operator<=>(const Money&) const = default;
};

[[nodiscard]] constexpr Money operator+(Money a, Money b) { return {a.cents + b.cents}; }
[[nodiscard]] constexpr Money operator-(Money a, Money b) { return {a.cents - b.cents}; }
[[nodiscard]] constexpr Money operator-(Money a) { return {-a.cents}; }
constexpr Money& operator+=(Money& a, Money b) { return a = a + b; }

/// `amount` times `numerator` / `denominator` (greater than 0), rounded to the nearest cent and a half away from zero,
/// as payrolls do. |amount × numerator| must be below 2^63.
[[nodiscard]] Money scaled(Money amount, std::int64_t numerator, std::int64_t denominator);

/// Reads "1234.56", "1.234,56", "1,234.56", "€ 1.234" and "-12,5". Of a single mark with three digits behind it, a
/// point or a comma parts thousands. Error: bad_money with the text as its place.
[[nodiscard]] Result<Money> parse_money(std::string_view text);

/// "€ 1.234,56" in Dutch, "€1,234.56" in English.
[[nodiscard]] std::string to_string(Money amount, Language language);

}  // namespace collega
