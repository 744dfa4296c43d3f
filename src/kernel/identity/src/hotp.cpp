#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "collega/identity/totp.h"

namespace collega::identity {
namespace {

constexpr std::int64_t kStepSeconds = 30;
constexpr std::int64_t kStepsAside = 1;  // RFC 6238, section 5.2: one step for the time it takes to type and send
constexpr std::size_t kSha1 = 20;

std::array<unsigned char, kSha1> hmac_sha1(std::string_view key, std::string_view message) {
  std::array<unsigned char, kSha1> code{};
  unsigned int size = 0;
  if (!HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
            reinterpret_cast<const unsigned char*>(message.data()), message.size(), code.data(), &size) ||
      size != code.size()) {
    throw std::runtime_error("libcrypto gives no HMAC-SHA-1");
  }
  return code;
}

std::string big_endian(std::uint64_t number) {
  std::string bytes(8, '\0');
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, number >>= 8) *byte = static_cast<char>(number & 0xff);
  return bytes;
}

}  // namespace

// RFC 4226, section 5.3: the last four bits say where in the HMAC the 31 bits of the code begin.
std::string hotp(std::string_view key, std::uint64_t counter, int digits) {
  const std::array<unsigned char, kSha1> code = hmac_sha1(key, big_endian(counter));
  const std::size_t at = code.back() & 0x0f;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | code.at(at + i);
  number &= 0x7fffffff;
  std::string text(static_cast<std::size_t>(digits), '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, number /= 10) {
    *digit = static_cast<char>('0' + number % 10);
  }
  return text;
}

std::int64_t totp_step(Moment now) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() / kStepSeconds;
}

std::optional<std::int64_t> totp_match(std::string_view key, std::string_view code, Moment now) {
  const std::int64_t present = totp_step(now);
  std::optional<std::int64_t> match;
  for (std::int64_t step = present - kStepsAside; step <= present + kStepsAside; ++step) {
    if (same_secret(hotp(key, static_cast<std::uint64_t>(step)), code)) match = step;
  }
  return match;
}

// Five bits a letter; the last letter is filled up with zeros.
std::string base32(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  text.reserve((bytes.size() * 8 + 4) / 5);
  std::uint32_t bits = 0;
  int held = 0;
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += kLetters[bits >> held & 31];
    }
  }
  if (held > 0) text += kLetters[bits << (5 - held) & 31];
  return text;
}

}  // namespace collega::identity
