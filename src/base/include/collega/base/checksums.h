#pragma once

// Numbers that carry their own check.

#include <string>
#include <string_view>

namespace collega {

/// Nine digits, not all zero, whose sum by the weights 9 8 7 6 5 4 3 2 -1 is a multiple of 11 (the eleven-test of the
/// Dutch citizen service number). One number in eleven passes by chance.
[[nodiscard]] bool is_bsn(std::string_view digits);

/// A bank account by ISO 13616: two letters of the country, two check digits and 11 to 30 letters and digits, in which
/// the rest by 97 is 1. Spaces and lower case are taken as people write them. Of the lengths a country has, only the
/// Dutch one (18) is known.
[[nodiscard]] bool is_iban(std::string_view text);

/// Without spaces and in capitals: "NL91ABNA0417164300".
[[nodiscard]] std::string plain_iban(std::string_view text);

}  // namespace collega
