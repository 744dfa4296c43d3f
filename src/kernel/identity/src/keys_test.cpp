#include "collega/identity/keys.h"

#include "identity_test_support.h"

namespace collega::identity {
namespace {

class KeyTest : public IdentityTest {
 protected:
  Result<NewAccessKey> make(AccountId account, const std::vector<std::string>& operations = {"time.*"},
                            Moment ends_at = kNow + 24h * 30) {
    return written([&](store::WriteTransaction& write) {
      return make_key(write, account, "rooster ophalen", operations, ends_at, kNow);
    });
  }
  Result<AccessKey> known(std::string_view key, Moment now = kNow) {
    return read([&](store::ReadTransaction& transaction) { return key_of(transaction, key, now); });
  }
};
COLLEGA_ON_EVERY_STORE(KeyTest);

TEST_P(KeyTest, ActsAsItsOwnerUntilItEnds) {
  const AccountId hanna = add("h.bakker");
  const NewAccessKey key = make(hanna).value();
  EXPECT_THAT(std::string{key.key.view()}, testing::StartsWith("collega_p_"));
  EXPECT_EQ(known(key.key.view()).value().account, hanna);
  EXPECT_EQ(known(key.key.view(), kNow + 24h * 30).error().code, ErrorCode::key_refused);
  EXPECT_EQ(known("collega_p_").error().code, ErrorCode::key_refused);
}

TEST_P(KeyTest, OfAnApplicationIsSeenToBeOne) {
  const AccountId robot = written([](store::WriteTransaction& write) {
                            return create_application(write, "roosterkoppeling", "Koppeling", kNow);
                          }).value();
  const NewAccessKey key = make(robot).value();
  EXPECT_THAT(std::string{key.key.view()}, testing::StartsWith("collega_a_"));
  EXPECT_EQ(known(key.key.view()).value().kind, AccountKind::application);
}

TEST_P(KeyTest, SaysWhatItMayAskFor) {
  const std::vector<std::string> operations{"hiring.match", "time.*"};
  EXPECT_TRUE(covers(operations, "hiring.match"));
  EXPECT_TRUE(covers(operations, "time.request_leave"));
  EXPECT_FALSE(covers(operations, "hiring.match_files"));
  EXPECT_FALSE(covers(operations, "timekeeping.list"));
  EXPECT_FALSE(covers({}, "hiring.match"));
}

TEST_P(KeyTest, IsMadeForNamedOperationsAndAYearAtMost) {
  const AccountId hanna = add("h.bakker");
  EXPECT_EQ(make(hanna, {}).error().code, ErrorCode::missing_member);
  for (const std::string bad : {"*", "*.match", "hiring", "hiring.", "hiring.m*", "Hiring.match", "a.b c.d"}) {
    EXPECT_EQ(make(hanna, {bad}).error(), (Error{ErrorCode::unknown_value, bad}));
  }
  EXPECT_EQ(make(hanna, {"time.*"}, kNow + 24h * 400).error().code, ErrorCode::out_of_range);
  EXPECT_EQ(make(hanna, {"time.*"}, kNow).error().code, ErrorCode::out_of_range);
  EXPECT_EQ(make(AccountId{1}).error().code, ErrorCode::unknown_account);
}

TEST_P(KeyTest, IsListedAndRevokedByItsOwnerOnly) {
  const AccountId hanna = add("h.bakker");
  const AccountId karel = add("k.dijk");
  const NewAccessKey key = make(hanna, {"time.*", "hiring.match"}).value();
  const std::vector<AccessKey> list =
      read([&](store::ReadTransaction& transaction) { return list_keys(transaction, hanna); }).value();
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].operations, (std::vector<std::string>{"time.*", "hiring.match"}));
  const auto revoke = [&](AccountId by) {
    return written([&](store::WriteTransaction& write) { return revoke_key(write, by, key.id); }).value();
  };
  EXPECT_FALSE(revoke(karel));
  EXPECT_TRUE(known(key.key.view()));
  EXPECT_TRUE(revoke(hanna));
  EXPECT_FALSE(known(key.key.view()));
}

TEST_P(KeyTest, RemembersWhenItWasUsedToTheHour) {
  const AccountId hanna = add("h.bakker");
  const NewAccessKey key = make(hanna).value();
  EXPECT_TRUE(is_used_late(known(key.key.view()).value(), kNow));
  ASSERT_TRUE(written([&](store::WriteTransaction& write) { return mark_used(write, key.id, kNow); }));
  EXPECT_FALSE(is_used_late(known(key.key.view()).value(), kNow + 59min));
  EXPECT_TRUE(is_used_late(known(key.key.view()).value(), kNow + 60min));
}

}  // namespace
}  // namespace collega::identity
