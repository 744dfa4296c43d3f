#include "account_test_support.h"

namespace collega::administration {
namespace {

using ::testing::SizeIs;
using ::testing::StartsWith;

class OwnAccountTest : public AccountTest {
 protected:
  void SetUp() override {
    std::vector<operations::Operation> rows;
    add_own_account_rows(rows);
    open_office(std::move(rows));
    store::WriteTransaction write = records_->store.write().value();
    account_ = identity::create_application(write, "anna", "Anna", kNow).value();
    ASSERT_TRUE(write.commit());
  }

  Result<Json> run(std::string_view name, const JsonObject& input, bool proved = true) {
    return ask(name, input, account_, identity::Role::administrator, proved);
  }

  identity::AccountId account_;
};
COLLEGA_ON_EVERY_STORE(OwnAccountTest);

TEST_P(OwnAccountTest, AKeyIsShownOnceAndCanBeRevoked) {
  const Json made = run("account.make_key", {{"name", "rooster"}, {"operations", {"notes.*"}}}).value();
  const std::string key{made.at("key").as_string()};
  EXPECT_THAT(key, StartsWith("collega_"));
  const Json list = run("account.keys", {}).value();
  ASSERT_THAT(list.at("keys").as_array(), SizeIs(1));
  EXPECT_EQ(to_text(list).find(key), std::string::npos);
  ASSERT_TRUE(run("account.revoke_key", {{"number", made.at("number")}}));
  store::ReadTransaction read = records_->store.read().value();
  EXPECT_EQ(identity::key_of(read, key, kNow).error().code, ErrorCode::key_refused);
}

TEST_P(OwnAccountTest, AKeyAsksForAProofAndAnEnd) {
  const JsonObject asked{{"name", "rooster"}, {"operations", {"notes.*"}}};
  EXPECT_EQ(run("account.make_key", asked, false).error().code, ErrorCode::step_up_needed);
  JsonObject forever = asked;
  forever["days"] = 10'000;
  EXPECT_EQ(run("account.make_key", forever).error().code, ErrorCode::out_of_range);
}

TEST_P(OwnAccountTest, AProgramHasAnAccountAndAKeyOfItsOwn) {
  const JsonObject asked{
      {"login", "rooster-koppeling"}, {"name", "rooster"}, {"operations", {"administration.list_units"}}};
  const Json made = run("administration.make_application", asked).value();
  store::ReadTransaction read = records_->store.read().value();
  const identity::AccessKey key = identity::key_of(read, made.at("key").as_string(), kNow).value();
  EXPECT_NE(key.account, account_);
  EXPECT_EQ(key.kind, identity::AccountKind::application);
}

TEST_P(OwnAccountTest, ASecondFactorCountsAfterARightCode) {
  ASSERT_TRUE(run("account.begin_second_factor", {}));
  EXPECT_EQ(run("account.confirm_second_factor", {{"code", "000000"}}).error().code, ErrorCode::code_wrong);
  EXPECT_FALSE(run("account.second_factor", {})->at("is_set_up").as_bool());
}

TEST_P(OwnAccountTest, NobodysSessionEndsButOnesOwn) {
  EXPECT_THAT(run("account.sessions", {})->at("sessions").as_array(), SizeIs(0));
  EXPECT_EQ(run("account.end_session", {{"session", to_string(identity::SessionId{7})}}).error().code,
            ErrorCode::unknown_value);
}

}  // namespace
}  // namespace collega::administration
