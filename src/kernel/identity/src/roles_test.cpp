#include "collega/identity/roles.h"

#include "identity_test_support.h"

namespace collega::identity {
namespace {

class RoleTest : public IdentityTest {
 protected:
  Result<RoleGrantId> try_give(AccountId account, Role role, Date from, std::optional<Date> to = {}) {
    RoleGrant grant;
    grant.account = account;
    grant.role = role;
    grant.from = from;
    grant.to = to;
    return written([&](store::WriteTransaction& write) { return give_role(write, grant); });
  }
  Result<Done> end(RoleGrantId grant, Date to) {
    return written([&](store::WriteTransaction& write) { return end_role(write, grant, to); });
  }
  std::vector<AccountId> having(Role role, Date on) {
    return read([&](store::ReadTransaction& transaction) { return accounts_with(transaction, role, on); }).value();
  }
};
COLLEGA_ON_EVERY_STORE(RoleTest);

TEST(Roles, OfADataProtectionOfficerReadEverythingAndDecideNothing) {
  EXPECT_FALSE(may_decide(Role::data_protection_officer));
  EXPECT_EQ(facts_of(Role::data_protection_officer).reach, Reach::everybody);
  EXPECT_TRUE(may_decide(Role::privacy_coordinator));
  EXPECT_FALSE(may_decide(Role::candidate));
}

TEST_P(RoleTest, HoldFromADayToBeforeAnother) {
  const AccountId hanna = add("h.bakker");
  const RoleGrantId grant = try_give(hanna, Role::planner, 2026y / 3 / 1).value();
  ASSERT_TRUE(end(grant, 2026y / 9 / 1));
  EXPECT_THAT(having(Role::planner, 2026y / 2 / 28), testing::IsEmpty());
  EXPECT_THAT(having(Role::planner, 2026y / 3 / 1), testing::ElementsAre(hanna));
  EXPECT_THAT(having(Role::planner, 2026y / 8 / 31), testing::ElementsAre(hanna));
  EXPECT_THAT(having(Role::planner, 2026y / 9 / 1), testing::IsEmpty());
}

TEST_P(RoleTest, NeverWereWhenTheyEndBeforeTheyBegin) {
  const AccountId hanna = add("h.bakker");
  const RoleGrantId grant = try_give(hanna, Role::planner, 2026y / 3 / 1).value();
  ASSERT_TRUE(end(grant, 2026y / 3 / 1));
  EXPECT_TRUE(
      read([&](store::ReadTransaction& transaction) { return role_grants(transaction, hanna); }).value().empty());
  EXPECT_EQ(end(grant, 2026y / 3 / 1).error().code, ErrorCode::unknown_role);
}

TEST_P(RoleTest, OfEmployeeAndManagerAreNotGiven) {
  const AccountId hanna = add("h.bakker");
  EXPECT_EQ(try_give(hanna, Role::employee, kToday).error().code, ErrorCode::role_follows);
  EXPECT_EQ(try_give(hanna, Role::manager, kToday).error().code, ErrorCode::role_follows);
  EXPECT_EQ(try_give(AccountId{1}, Role::planner, kToday).error().code, ErrorCode::unknown_account);
  EXPECT_EQ(try_give(hanna, Role::planner, kToday, kToday).error().code, ErrorCode::end_before_begin);
}

TEST_P(RoleTest, AreGivenForAUnitThatIsThere) {
  const AccountId hanna = add("h.bakker");
  const RoleGrant grant{
      .id = {}, .account = hanna, .role = Role::planner, .unit = people::UnitId{9}, .from = kToday, .to = {}};
  EXPECT_EQ(written([&](store::WriteTransaction& write) { return give_role(write, grant); }).error(),
            (Error{ErrorCode::unknown_unit, to_string(people::UnitId{9})}));
  EXPECT_THAT(having(Role::planner, kToday), testing::IsEmpty());
}

TEST_P(RoleTest, ThatAreIndependentStandAlone) {
  const AccountId hanna = add("h.bakker");
  ASSERT_TRUE(try_give(hanna, Role::hr_adviser, 2026y / 1 / 1, 2026y / 7 / 1));
  EXPECT_EQ(try_give(hanna, Role::data_protection_officer, 2026y / 6 / 30).error(),
            (Error{ErrorCode::role_stands_alone, "hr_adviser"}));
  ASSERT_TRUE(try_give(hanna, Role::data_protection_officer, 2026y / 7 / 1));
  EXPECT_EQ(try_give(hanna, Role::administrator, kToday).error().code, ErrorCode::role_stands_alone);
  const AccountId doctor = add("bedrijfsarts");
  ASSERT_TRUE(try_give(doctor, Role::company_doctor, 2026y / 1 / 1));
  EXPECT_EQ(try_give(doctor, Role::hr_adviser, kToday).error().code, ErrorCode::role_stands_alone);
}

TEST_P(RoleTest, OfTheLastAdministratorStay) {
  const AccountId karel = add("k.dijk");
  const RoleGrantId karels = try_give(karel, Role::administrator, 2026y / 1 / 1).value();
  EXPECT_EQ(end(karels, kToday).error().code, ErrorCode::last_administrator);
  const AccountId stand_in = add("h.bakker");
  ASSERT_TRUE(try_give(stand_in, Role::administrator, kToday, 2026y / 12 / 1));
  EXPECT_EQ(end(karels, kToday).error().code, ErrorCode::last_administrator);  // the stand-in's ends
  ASSERT_TRUE(try_give(stand_in, Role::administrator, kToday));
  EXPECT_TRUE(end(karels, kToday));
}

}  // namespace
}  // namespace collega::identity
