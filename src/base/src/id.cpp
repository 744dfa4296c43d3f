#include "collega/base/id.h"

#include <algorithm>

namespace collega {
namespace {

constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kLength = 13;  // 63 bits, five a digit

}  // namespace

std::string id_text(std::int64_t number) {
  std::string text(kLength, '0');
  auto rest = static_cast<std::uint64_t>(number);
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, rest >>= 5) *digit = kDigits[rest & 31];
  return text;
}

Result<std::int64_t> parse_id(std::string_view text) {
  const Error bad{ErrorCode::unknown_value, std::string{text}};
  if (text.size() != kLength) return bad;
  std::uint64_t number = 0;
  for (const char letter : text) {
    const char lower = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    const std::size_t digit = kDigits.find(lower);
    if (digit == std::string_view::npos) return bad;
    number = number << 5 | digit;
  }
  if (text.front() > '7') return bad;  // the first digit holds three bits: more would not fit in 63
  return static_cast<std::int64_t>(number);
}

}  // namespace collega
