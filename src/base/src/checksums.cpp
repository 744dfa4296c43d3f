#include "collega/base/checksums.h"

#include <algorithm>
#include <array>

namespace collega {
namespace {

constexpr std::array kBsnWeights{9, 8, 7, 6, 5, 4, 3, 2, -1};
constexpr std::size_t kShortestIban = 15;  // Norway
constexpr std::size_t kLongestIban = 34;   // the most that ISO 13616 allows
constexpr std::size_t kDutchIban = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The rest by 97 of the number that `text` spells, A being 10 and Z 35.
int rest_by_97(std::string_view text) {
  int rest = 0;
  for (const char c : text) rest = is_digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
  return rest;
}

}  // namespace

bool is_bsn(std::string_view digits) {
  if (digits.size() != kBsnWeights.size() || !std::all_of(digits.begin(), digits.end(), is_digit)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += kBsnWeights[i] * (digits[i] - '0');
  return sum % 11 == 0 && digits != "000000000";
}

bool is_iban(std::string_view text) {
  const std::string iban = plain_iban(text);
  if (iban.size() < kShortestIban || iban.size() > kLongestIban) return false;
  const auto fits = [](char c) { return is_digit(c) || is_capital(c); };
  if (!std::all_of(iban.begin(), iban.end(), fits)) return false;
  if (!is_capital(iban[0]) || !is_capital(iban[1]) || !is_digit(iban[2]) || !is_digit(iban[3])) return false;
  if (iban.starts_with("NL") && iban.size() != kDutchIban) return false;
  return rest_by_97(iban.substr(4) + iban.substr(0, 4)) == 1;
}

std::string plain_iban(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != ' ') plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  }
  return plain;
}

}  // namespace collega
