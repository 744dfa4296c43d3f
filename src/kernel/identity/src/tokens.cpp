#include "tokens.h"

#include <sodium.h>

#include <array>

#include "collega/store/seal.h"

namespace collega::identity {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr int kGroup = 5;
constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford's base 32
static_assert(kLetters.size() == 32);

std::string_view purpose_of(Opens what) {
  switch (what) {
    case Opens::session:
      return "identity.session";
    case Opens::csrf:
      return "identity.csrf";
    case Opens::code:
      return "identity.code";
    case Opens::key:
      return "identity.key";
    case Opens::recovery:
      return "identity.recovery";
    case Opens::login:
      return "identity.login";
    case Opens::source:
      return "identity.source";
  }
  return {};
}

char as_letter(char typed) {
  const char lower = typed >= 'A' && typed <= 'Z' ? static_cast<char>(typed + ('a' - 'A')) : typed;
  if (lower == 'o') return '0';
  if (lower == 'i' || lower == 'l') return '1';
  return lower;
}

}  // namespace

Secret random_token(std::string_view prefix) {
  std::array<unsigned char, kTokenBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(kTokenBytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  std::string token;
  token.reserve(prefix.size() + text.size());
  token.append(prefix).append(text.data());
  sodium_memzero(bytes.data(), bytes.size());
  sodium_memzero(text.data(), text.size());
  return Secret{std::move(token)};
}

Secret random_code(int groups) {
  std::string code;
  code.reserve(static_cast<std::size_t>(groups) * (kGroup + 1));
  for (int i = 0; i < groups * kGroup; ++i) {
    if (i > 0 && i % kGroup == 0) code += '-';
    code += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
  }
  return Secret{std::move(code)};
}

Secret read_code(std::string_view typed) {
  std::string code;
  code.reserve(typed.size() + typed.size() / kGroup + 1);
  int letters = 0;
  for (const char character : typed) {
    if (character == '-' || character == ' ') continue;
    if (letters > 0 && letters % kGroup == 0) code += '-';
    code += as_letter(character);
    ++letters;
  }
  return Secret{std::move(code)};
}

std::string digest_of(store::ReadTransaction& read, Opens what, std::string_view secret) {
  return read.seal().digest(purpose_of(what), secret);
}

}  // namespace collega::identity
