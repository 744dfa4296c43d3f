#include <gtest/gtest.h>

#include <array>

#include "collega/identity/totp.h"

namespace collega::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kKey = "12345678901234567890";  // the secret of both RFCs' test values

Moment at(std::int64_t seconds) { return Moment{std::chrono::seconds{seconds}}; }

TEST(OneTimePassword, IsThatOfRfc4226AppendixD) {
  constexpr std::array<std::string_view, 10> kCodes{"755224", "287082", "359152", "969429", "338314",
                                                    "254676", "287922", "162583", "399871", "520489"};
  for (std::uint64_t counter = 0; counter < kCodes.size(); ++counter)
    EXPECT_EQ(hotp(kKey, counter), kCodes.at(counter));
}

TEST(OneTimePassword, IsThatOfRfc6238AppendixB) {
  struct Value {
    std::int64_t seconds;
    std::string_view code;
  };
  constexpr std::array<Value, 6> kValues{{{59, "94287082"},
                                          {1111111109, "07081804"},
                                          {1111111111, "14050471"},
                                          {1234567890, "89005924"},
                                          {2000000000, "69279037"},
                                          {20000000000, "65353130"}}};
  for (const Value& value : kValues) {
    EXPECT_EQ(hotp(kKey, static_cast<std::uint64_t>(totp_step(at(value.seconds))), 8), value.code);
  }
}

TEST(OneTimePassword, IsTakenOneStepEarlyOrLate) {
  const Moment now = at(1111111109);
  const std::string code = hotp(kKey, static_cast<std::uint64_t>(totp_step(now)));
  EXPECT_EQ(totp_match(kKey, code, now), totp_step(now));
  EXPECT_EQ(totp_match(kKey, code, now + 30s), totp_step(now));
  EXPECT_EQ(totp_match(kKey, code, now - 30s), totp_step(now));
  EXPECT_EQ(totp_match(kKey, code, now + 60s), std::nullopt);
  EXPECT_EQ(totp_match(kKey, code, now - 60s), std::nullopt);
}

TEST(OneTimePassword, IsNotAPartOfOne) {
  const Moment now = at(1111111109);
  const std::string code = hotp(kKey, static_cast<std::uint64_t>(totp_step(now)));
  EXPECT_EQ(totp_match(kKey, code.substr(0, 5), now), std::nullopt);
  EXPECT_EQ(totp_match(kKey, code + "0", now), std::nullopt);
  EXPECT_EQ(totp_match(kKey, "", now), std::nullopt);
}

TEST(Base32, IsThatOfRfc4648WithoutPadding) {
  EXPECT_EQ(base32(""), "");
  EXPECT_EQ(base32("f"), "MY");
  EXPECT_EQ(base32("fo"), "MZXQ");
  EXPECT_EQ(base32("foo"), "MZXW6");
  EXPECT_EQ(base32("foob"), "MZXW6YQ");
  EXPECT_EQ(base32("fooba"), "MZXW6YTB");
  EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

}  // namespace
}  // namespace collega::identity
