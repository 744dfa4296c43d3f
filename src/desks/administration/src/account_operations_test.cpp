#include "account_test_support.h"

namespace collega::administration {
namespace {

using identity::Role;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class AccountOperationsTest : public AccountTest {
 protected:
  void SetUp() override {
    std::vector<operations::Operation> rows;
    add_account_rows(rows);
    open_office(std::move(rows));
    store::WriteTransaction write = records_->store.write().value();
    const people::UnitId care = people::put_unit(write, {"Z", "Zorg"}, 2020y / 1 / 1).value().id;
    anna_ = hire(write, "1001", "Anna", care);
    hire(write, "1002", "Bram", care);
    ASSERT_TRUE(write.commit());
  }

  static people::PersonId hire(store::WriteTransaction& write, const std::string& number, const std::string& name,
                               people::UnitId unit) {
    const auto person =
        people::put_person(write, {.personnel_number = number, .name = {name, "", "", "Quispel"}}).value().id;
    EXPECT_TRUE(people::put_contract(write, {person, "1", people::ContractKind::permanent, 2020y / 1 / 1},
                                     {.minutes_per_week = 1440, .function = "medewerker", .unit = unit},
                                     2020y / 1 / 1));
    return person;
  }

  Result<Json> run(std::string_view name, const JsonObject& input, Role role = Role::administrator) {
    return ask(name, input, identity::AccountId{7}, role);
  }

  JsonArray found(const std::string& text) {
    return run("administration.find_to_invite", {{"text", text}}).value().at("people").as_array();
  }

  people::PersonId anna_;
};
COLLEGA_ON_EVERY_STORE(AccountOperationsTest);

TEST_P(AccountOperationsTest, AnAdministratorInvitesSomebodyWhoseRecordsTheyDoNotSee) {
  const Json invited =
      run("administration.invite", {{"login", "anna"}, {"display", "Anna Quispel"}, {"person", "1001"}}).value();
  EXPECT_FALSE(invited.at("code").as_string().empty());
  store::ReadTransaction read = records_->store.read().value();
  EXPECT_TRUE(identity::account_of(read, anna_).value());
  const ledger::Page page = ledger::page(read, {.person = anna_.number}, "", 10).value();
  ASSERT_THAT(page.entries, SizeIs(1));
  EXPECT_EQ(page.entries[0].operation, "administration.invite");
}

TEST_P(AccountOperationsTest, NobodyIsGivenTwoAccountsAndNobodyWhoIsNotThereOne) {
  ASSERT_TRUE(run("administration.invite", {{"login", "anna"}, {"display", "Anna"}, {"person", "1001"}}));
  EXPECT_EQ(run("administration.invite", {{"login", "anna2"}, {"display", "Anna"}, {"person", "1001"}}).error().code,
            ErrorCode::store_conflict);
  EXPECT_EQ(run("administration.invite", {{"login", "x"}, {"display", "X"}, {"person", "9999"}}).error().code,
            ErrorCode::unknown_person);
}

TEST_P(AccountOperationsTest, FindsWhoIsToHaveAnAccountAndWhoHasOne) {
  ASSERT_TRUE(run("administration.invite", {{"login", "anna"}, {"display", "Anna"}, {"person", "1001"}}));
  const JsonArray both = found("quis");
  ASSERT_THAT(both, SizeIs(2));
  EXPECT_EQ(to_text(both[0]), R"({"personnel_number":"1001","name":"Anna Quispel","unit":"Zorg","login":"anna"})");
  EXPECT_EQ(to_text(both[1]), R"({"personnel_number":"1002","name":"Bram Quispel","unit":"Zorg"})");
  EXPECT_THAT(found("1002"), SizeIs(1));
  EXPECT_THAT(found("zwart"), IsEmpty());
}

TEST_P(AccountOperationsTest, ListsNotTheOrganisationForOneLetter) {
  EXPECT_EQ(run("administration.find_to_invite", {{"text", "q"}}).error().code, ErrorCode::out_of_range);
}

TEST_P(AccountOperationsTest, RemembersOfWhomANameWasShown) {
  ASSERT_THAT(found("1001"), SizeIs(1));
  store::ReadTransaction read = records_->store.read().value();
  EXPECT_THAT(ledger::page(read, {.person = anna_.number}, "", 10).value().entries, SizeIs(1));
}

TEST_P(AccountOperationsTest, FindsForNobodyElse) {
  EXPECT_EQ(run("administration.find_to_invite", {{"text", "quis"}}, Role::hr_adviser).error().code,
            ErrorCode::not_allowed);
}

}  // namespace
}  // namespace collega::administration
