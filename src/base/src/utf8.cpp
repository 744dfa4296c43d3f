#include "collega/base/utf8.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace collega {
namespace {

constexpr std::size_t kStride = 64;

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower_ascii(std::string_view text) {
  std::string lower{text};
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

std::string from_icu(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

icu::UnicodeString normalised_with(const icu::Normalizer2* normalizer, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalizer->normalize(text, status);
}

const icu::Normalizer2* nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFKCInstance(status);
}

const icu::Normalizer2* nfkd() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFKDInstance(status);
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto size = static_cast<int64_t>(bytes.size());
  int64_t i = 0;
  while (i < size) {
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::string repair_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto size = static_cast<int64_t>(bytes.size());
  int64_t i = 0;
  while (i < size) {
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    append_code_point(text, c < 0 ? U'\uFFFD' : static_cast<char32_t>(c));
  }
  return text;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_code_point));
}

std::string normalise(std::string_view text) {
  if (is_ascii(text)) return std::string{text};
  return from_icu(normalised_with(nfkc(), to_icu(text)));
}

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  return from_icu(to_icu(text).toLower(icu::Locale::getRoot()));
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  const icu::UnicodeString apart = normalised_with(nfkd(), to_icu(text).toLower(icu::Locale::getRoot()));
  icu::UnicodeString plain;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) plain.append(c);
  }
  return from_icu(plain);
}

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto* data = reinterpret_cast<const uint8_t*>(text.data()) + offset;
  const auto size = static_cast<int64_t>(text.size() - offset);
  int64_t i = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(data, i, size, c);
  return {static_cast<char32_t>(c), static_cast<std::size_t>(i)};
}

void append_code_point(std::string& text, char32_t value) {
  char bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, value);
  text.append(bytes, static_cast<std::size_t>(size));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStride + 1);
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStride == 0) before_.push_back(count);
    if (starts_code_point(text[i])) ++count;
  }
  if (text.size() % kStride == 0) before_.push_back(count);
}

std::size_t CodePointIndex::code_points_before(std::size_t byte) const {
  const std::size_t stop = std::min(byte, text_.size());
  const std::size_t block = stop / kStride;
  return before_[block] + count_code_points(text_.substr(block * kStride, stop - block * kStride));
}

Span CodePointIndex::to_code_points(Span bytes) const {
  return {code_points_before(bytes.begin), code_points_before(bytes.end)};
}

std::size_t CodePointIndex::byte_of(std::size_t code_point) const {
  const auto after = std::upper_bound(before_.begin(), before_.end(), code_point);
  const auto block = static_cast<std::size_t>(after - before_.begin()) - 1;
  std::size_t passed = before_[block];
  for (std::size_t i = block * kStride; i < text_.size(); ++i) {
    if (!starts_code_point(text_[i])) continue;
    if (passed == code_point) return i;
    ++passed;
  }
  return text_.size();
}

Span CodePointIndex::to_bytes(Span code_points) const { return {byte_of(code_points.begin), byte_of(code_points.end)}; }

}  // namespace collega
