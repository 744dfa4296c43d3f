#include "visibility.h"

#include <algorithm>
#include <cmath>

#include "formats.h"

namespace collega::documents {
namespace {

constexpr double kLeastContrast = 1.2;

// A notice shows 300 bytes; white space that is folded later may take some.
constexpr std::size_t kKeptBytes = 1000;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

double linear(int channel) {
  const double c = channel / 255.0;
  return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

// A bullet, a rule of dashes or a stray full stop in white is decoration, not a message.
bool says_something(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0xC3;
  });
}

void keep_some(std::string& kept, std::string_view text) {
  if (kept.size() >= kKeptBytes) return;
  for (const char c : text.substr(0, kKeptBytes)) kept += c == '\n' ? ' ' : c;
}

}  // namespace

std::optional<Colour> colour_of_hex(std::string_view hex) {
  if (hex.starts_with('#')) hex.remove_prefix(1);
  if (hex.size() != 6 && hex.size() != 3) return std::nullopt;
  int digits[6];
  for (std::size_t i = 0; i < 6; ++i) {
    digits[i] = hex_digit(hex.size() == 6 ? hex[i] : hex[i / 2]);
    if (digits[i] < 0) return std::nullopt;
  }
  return Colour{digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5]};
}

bool vanishes(Colour letters, Colour background) {
  const double a = luminance(letters);
  const double b = luminance(background);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05) < kLeastContrast;
}

void LeftOut::keep(Sight why, std::string_view text) {
  if (why == Sight::hidden) keep_some(hidden_, text);
  if (why == Sight::tiny) keep_some(tiny_, text);
}

void LeftOut::gap() {
  if (!hidden_.empty() && hidden_.back() != ' ') hidden_ += ' ';
  if (!tiny_.empty() && tiny_.back() != ' ') tiny_ += ' ';
}

void LeftOut::tell(DocumentBuilder& builder) const {
  if (says_something(hidden_)) builder.notice(NoticeKind::hidden_text, hidden_);
  if (says_something(tiny_)) builder.notice(NoticeKind::tiny_text, tiny_);
}

}  // namespace collega::documents
