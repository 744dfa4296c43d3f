#include "collega/identity/totp.h"

#include "identity_test_support.h"

namespace collega::identity {
namespace {

class TotpTest : public IdentityTest {
 protected:
  bool use(AccountId account, std::string_view code, Moment now) {
    return written([&](store::WriteTransaction& write) { return use_second_factor(write, account, code, now); })
        .value();
  }
};
COLLEGA_ON_EVERY_STORE(TotpTest);

TEST_P(TotpTest, CountsOnlyOnceItWasConfirmed) {
  const AccountId hanna = add("h.bakker");
  ASSERT_TRUE(written([&](store::WriteTransaction& write) { return enrol_second_factor(write, hanna, "Collega"); }));
  EXPECT_FALSE(try_in("h.bakker").value().second_factor_needed);
  EXPECT_FALSE(account(hanna).second_factor);
  enrol(hanna);
  EXPECT_TRUE(try_in("h.bakker").value().second_factor_needed);
  EXPECT_TRUE(account(hanna).second_factor);
}

TEST_P(TotpTest, GivesTheAppAllItNeeds) {
  const AccountId hanna = add("h.bakker@linderhof.example");
  const Enrolment enrolment = written([&](store::WriteTransaction& write) {
                                return enrol_second_factor(write, hanna, "Collega Linderhof");
                              }).value();
  EXPECT_EQ(enrolment.key_base32.view().size(), 32u);
  EXPECT_EQ(enrolment.uri.view(), "otpauth://totp/Collega%20Linderhof:h.bakker@linderhof.example?secret=" +
                                      std::string{enrolment.key_base32.view()} +
                                      "&issuer=Collega%20Linderhof&algorithm=SHA1&digits=6&period=30");
}

TEST_P(TotpTest, IsNotConfirmedByAWrongCode) {
  const AccountId hanna = add("h.bakker");
  const auto confirm = [&] {
    return written([&](store::WriteTransaction& write) { return confirm_second_factor(write, hanna, "000000", kNow); });
  };
  EXPECT_EQ(confirm().error().code, ErrorCode::code_wrong);
  ASSERT_TRUE(written([&](store::WriteTransaction& write) { return enrol_second_factor(write, hanna, "Collega"); }));
  EXPECT_EQ(confirm().error().code, ErrorCode::code_wrong);
}

TEST_P(TotpTest, IsNotReplacedUnnoticed) {
  const AccountId hanna = add("h.bakker");
  enrol(hanna);
  EXPECT_EQ(written([&](store::WriteTransaction& write) { return enrol_second_factor(write, hanna, "Collega"); })
                .error()
                .code,
            ErrorCode::second_factor_there);
}

TEST_P(TotpTest, TakesEachCodeOnce) {
  const AccountId hanna = add("h.bakker");
  const Phone phone = enrol(hanna);
  EXPECT_TRUE(use(hanna, phone.code(kNow), kNow));
  EXPECT_FALSE(use(hanna, phone.code(kNow), kNow + 10s));
  EXPECT_TRUE(use(hanna, phone.code(kNow + 30s), kNow + 30s));
}

TEST_P(TotpTest, TakesNoUsedCodeAgainWhenTheClockIsSetBack) {
  const AccountId hanna = add("h.bakker");
  const Phone phone = enrol(hanna);
  ASSERT_TRUE(use(hanna, phone.code(kNow), kNow));
  ASSERT_TRUE(use(hanna, phone.code(kNow + 1h), kNow + 1h));
  EXPECT_FALSE(use(hanna, phone.code(kNow), kNow));
  EXPECT_TRUE(use(hanna, phone.code(kNow + 5min), kNow + 5min));
}

TEST_P(TotpTest, TakesEachRecoveryCodeOnce) {
  const AccountId hanna = add("h.bakker");
  const Phone phone = enrol(hanna);
  ASSERT_EQ(phone.recovery.size(), 10u);
  std::string typed{phone.recovery[3].view()};
  for (char& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_TRUE(use(hanna, typed, kNow));
  EXPECT_FALSE(use(hanna, typed, kNow));
  EXPECT_EQ(read([&](store::ReadTransaction& transaction) { return recovery_codes_left(transaction, hanna); }).value(),
            9);
}

TEST_P(TotpTest, TakesNoRecoveryCodeOfAnother) {
  const AccountId hanna = add("h.bakker");
  const AccountId karel = add("k.dijk");
  const Phone hannas = enrol(hanna);
  enrol(karel);
  EXPECT_FALSE(use(karel, hannas.recovery[0].view(), kNow));
}

TEST_P(TotpTest, IsSealedInTheStore) {
  const AccountId hanna = add("h.bakker");
  const Phone phone = enrol(hanna);
  const std::string sealed = read([&](store::ReadTransaction& transaction) {
    return transaction.first<std::string>("select sealed from account_factor where account = ?", hanna).value().value();
  });
  EXPECT_EQ(sealed.find(phone.key), std::string::npos);
}

TEST_P(TotpTest, IsOutOfReachWithoutTheKeyFileAndBackWithIt) {
  const AccountId hanna = add("h.bakker");
  const Phone phone = enrol(hanna);
  const std::filesystem::path key = options().folder / "key";
  std::filesystem::rename(key, folder() / "elsewhere");
  close();
  EXPECT_EQ(store::Store::open(options(), steps()).error().code, ErrorCode::key_missing);
  std::filesystem::rename(folder() / "elsewhere", key);
  reopen();
  EXPECT_TRUE(use(hanna, phone.code(kNow), kNow));
}

TEST_P(TotpTest, LivesOnWhenTheKeyOfTheStoreIsReplaced) {
  const AccountId hanna = add("h.bakker");
  const Phone phone = enrol(hanna);
  const NewSession session = enter("h.bakker");
  ASSERT_TRUE(store().rotate_key());
  reopen();
  EXPECT_TRUE(use(hanna, phone.code(kNow), kNow));
  EXPECT_TRUE(use(hanna, phone.recovery[0].view(), kNow));
  EXPECT_EQ(session.account, hanna);
}

}  // namespace
}  // namespace collega::identity
