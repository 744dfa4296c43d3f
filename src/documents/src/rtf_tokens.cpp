#include "rtf_tokens.h"

#include <algorithm>

namespace collega::documents {
namespace {

// No number in RTF has more digits; further ones are passed over.
constexpr int kLargestNumber = 100'000'000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

RtfToken RtfTokens::next() {
  using Kind = RtfToken::Kind;
  while (at_ < rtf_.size() && (rtf_[at_] == '\r' || rtf_[at_] == '\n' || rtf_[at_] == '\0')) ++at_;
  if (at_ >= rtf_.size()) return {};
  const char c = rtf_[at_];
  if (c == '{' || c == '}') {
    ++at_;
    return {c == '{' ? Kind::open : Kind::close, {}, {}, c};
  }
  if (c == '\\') return control();
  constexpr std::string_view kEnds{"{}\\\r\n\0", 6};
  const std::size_t end = std::min(rtf_.find_first_of(kEnds, at_), rtf_.size());
  const std::string_view letters = rtf_.substr(at_, end - at_);
  at_ = end;
  return {Kind::letters, letters, {}, 0};
}

RtfToken RtfTokens::control() {
  using Kind = RtfToken::Kind;
  if (++at_ >= rtf_.size()) return {};
  const char c = rtf_[at_];
  if (is_letter(c)) return word();
  ++at_;
  if (c != '\'') return {Kind::symbol, {}, {}, c};
  if (at_ + 2 > rtf_.size()) return {};
  const int high = hex_digit(rtf_[at_]);
  const int low = hex_digit(rtf_[at_ + 1]);
  if (high < 0 || low < 0) return {Kind::symbol, {}, {}, c};
  at_ += 2;
  return {Kind::byte, {}, high * 16 + low, 0};
}

RtfToken RtfTokens::word() {
  RtfToken token{RtfToken::Kind::word, {}, {}, 0};
  const std::size_t begin = at_;
  while (at_ < rtf_.size() && is_letter(rtf_[at_])) ++at_;
  token.text = rtf_.substr(begin, at_ - begin);
  const bool negative = at_ + 1 < rtf_.size() && rtf_[at_] == '-' && is_digit(rtf_[at_ + 1]);
  if (negative) ++at_;
  if (at_ < rtf_.size() && is_digit(rtf_[at_])) {
    int number = 0;
    for (; at_ < rtf_.size() && is_digit(rtf_[at_]); ++at_) {
      if (number < kLargestNumber) number = number * 10 + (rtf_[at_] - '0');
    }
    token.number = negative ? -number : number;
  }
  if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;
  return token;
}

void RtfTokens::skip(std::size_t bytes) { at_ += std::min(bytes, rtf_.size() - at_); }

}  // namespace collega::documents
