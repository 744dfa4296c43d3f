#include <gmock/gmock.h>

#include "collega/identity/asker.h"
#include "collega/ledger/ledger.h"
#include "collega/library/documents.h"
#include "collega/operations/run.h"
#include "collega/people/people.h"
#include "collega/register/entry.h"
#include "collega/store_testing/store_test.h"
#include "operation_rows.h"

namespace collega::administration {
namespace {

using namespace std::chrono_literals;
using operations::Context;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr Moment kNow = std::chrono::sys_days{2026y / 11 / 23} + 8h;

class OwnAccountTest : public store_testing::StoreTest {
 protected:
  void SetUp() override {
    std::vector<store::Migration> steps;
    for (const auto& part : {ledger::migrations(), people::migrations(), identity::migrations(), library::migrations(),
                             ai_register::migrations()}) {
      steps.insert(steps.end(), part.begin(), part.end());
    }
    store::Store& store = open(steps);
    records_.emplace(operations::Records{store, "server", [] { return kNow; }});
    store::WriteTransaction write = store.write().value();
    account_ = identity::create_application(write, "anna", "Anna", kNow).value();
    ASSERT_TRUE(write.commit());
    std::vector<operations::Operation> rows;
    add_own_account_rows(rows);
    table_.emplace(std::move(rows));
  }

  Result<Json> run(std::string_view name, const JsonObject& input, bool proved = true) {
    Context context;
    context.today = 2026y / 11 / 23;
    context.records = &*records_;
    context.asker = identity::nobody(context.today);
    context.asker.kind = identity::AskerKind::session;
    context.asker.account = account_;
    context.asker.roles = {identity::Role::administrator};
    context.asker.stepped_up = proved;
    return operations::run(*table_, name, input, context);
  }

  std::optional<operations::Records> records_;
  std::optional<operations::Table> table_;
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
}

TEST_P(OwnAccountTest, NobodysSessionEndsButOnesOwn) {
  EXPECT_THAT(run("account.sessions", {})->at("sessions").as_array(), SizeIs(0));
  EXPECT_EQ(run("account.end_session", {{"session", to_string(identity::SessionId{7})}}).error().code,
            ErrorCode::unknown_value);
}

}  // namespace
}  // namespace collega::administration
