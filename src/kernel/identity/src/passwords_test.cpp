#include "collega/identity/passwords.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_cost.h"

namespace collega::identity {
namespace {

const PasswordContext kSmit{
    .login = "h.bakker@linderhof.example", .display = "Hanna Bakker", .organisation = "Stichting Linderhof"};
constexpr std::string_view kGood = "vier paarden op de dijk";

Result<HashedPassword> accept(std::string_view password) { return accept_password(password, kSmit, kTestCost); }

ErrorCode refusal(std::string_view password) {
  const Result<HashedPassword> accepted = accept(password);
  return accepted ? ErrorCode::internal : accepted.error().code;
}

bool fits(std::string_view password, const HashedPassword& hash) {
  return check_password(password, std::string{hash.text()}, kTestCost).fits;
}

TEST(Passwords, TakeAPassPhraseOfLowerCaseLetters) {
  const HashedPassword hash = accept(kGood).value();
  EXPECT_TRUE(fits(kGood, hash));
  EXPECT_FALSE(fits("vier paarden op de dijK", hash));
  EXPECT_THAT(std::string{hash.text()}, testing::StartsWith("$argon2id$"));
}

TEST(Passwords, AreKeptAsAnotherHashEachTime) { EXPECT_NE(accept(kGood).value().text(), accept(kGood).value().text()); }

TEST(Passwords, CountCharactersAndNotBytes) {
  EXPECT_EQ(refusal("éèëêüöïâ€çñøåß"), ErrorCode::password_too_short);  // 14, the last counts once
  EXPECT_TRUE(accept("éèëêüöïâ€çñøåžŵ"));
}

TEST(Passwords, TakeEveryCharacter) {
  EXPECT_TRUE(accept("🐎 galoppeert 🌧️ langs"));
  EXPECT_TRUE(accept("правильная лошадь"));
  EXPECT_TRUE(accept("a\tb\x01 q;--'\"<x> %n"));
}

TEST(Passwords, AreTakenUpToALengthWithoutBeingCut) {
  std::string longest;
  for (int i = 0; longest.size() < kLongestPassword; ++i) longest += std::to_string(i * i * 7919) + 'x';
  longest.resize(kLongestPassword);
  const HashedPassword hash = accept(longest).value();
  EXPECT_TRUE(fits(longest, hash));
  EXPECT_FALSE(fits(longest.substr(0, kLongestPassword - 1), hash));
  EXPECT_EQ(refusal(longest + "y"), ErrorCode::password_too_long);
  EXPECT_EQ(refusal(std::string(10'000'000, 'a')), ErrorCode::password_too_long);
}

TEST(Passwords, AreTheSameHoweverTheKeyboardComposes) {
  const HashedPassword hash = accept("een caf\u00e9 aan zee dicht").value();
  EXPECT_TRUE(fits("een cafe\u0301 aan zee dicht", hash));
}

TEST(Passwords, RefuseBrokenText) { EXPECT_EQ(refusal("\xff\xfe zes paarden op zolder"), ErrorCode::bad_utf8); }

TEST(Passwords, FitNothingWhenTheTextIsBroken) {
  EXPECT_FALSE(fits("\xff", accept(kGood).value()));
  EXPECT_FALSE(fits("", accept(kGood).value()));
}

TEST(Passwords, AreHashedAnewWhenTheCostRises) {
  const HashedPassword cheap = accept(kGood).value();
  const Cost dearer{.passes = kTestCost.passes + 1, .memory = kTestCost.memory};
  const PasswordCheck check = check_password(kGood, std::string{cheap.text()}, dearer);
  ASSERT_TRUE(check.renewed);
  EXPECT_FALSE(check_password(kGood, std::string{check.renewed->text()}, dearer).renewed);
  EXPECT_FALSE(check_password("iets heel anders dan dat", std::string{cheap.text()}, dearer).renewed);
}

TEST(Passwords, WithoutAHashFitNothing) { EXPECT_FALSE(check_password(kGood, std::nullopt, kTestCost).fits); }

class Guessable : public testing::TestWithParam<std::string_view> {};
TEST_P(Guessable, IsRefused) { EXPECT_EQ(refusal(GetParam()), ErrorCode::password_guessable); }
INSTANTIATE_TEST_SUITE_P(Password, Guessable,
                         testing::Values("Welkom2026!Welkom2026!", "W3lk0m-Wachtw00rd!", "zomer2026 zomer2027",
                                         "aaaaaaaaaaaaaaaaaa", "123456789012345678", "098765432109876543",
                                         "qwertyuiopasdfghjkl", "abcdabcdabcdabcd", "StichtingLinderhof1!",
                                         "hanna.bakker.2026", "H.Bakker@Linderhof.example", "Januari1987Februari",
                                         "p@ssw0rdp@ssw0rd", "1qaz2wsx3edc4rfv", "geheimgeheim123!",
                                         "maandagdinsdagwoensdag"));

class NotGuessable : public testing::TestWithParam<std::string_view> {};
TEST_P(NotGuessable, IsTaken) { EXPECT_TRUE(accept(GetParam())); }
INSTANTIATE_TEST_SUITE_P(Password, NotGuessable,
                         testing::Values("in de winter zwemt oma graag", "Fietsen-naar-Texel", "0a7f3c91be52d846",
                                         "hanna houdt van stroopwafels", "zes wilde ganzen"));

}  // namespace
}  // namespace collega::identity
