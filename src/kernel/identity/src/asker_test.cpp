#include "collega/identity/asker.h"

#include "identity_test_support.h"

namespace collega::identity {
namespace {

using people::PersonId;
using people::UnitId;

// Linderhof: care above north and south. Anna leads north until July and south from then on; Dirk leads care.
class AskerTest : public IdentityTest {
 protected:
  void SetUp() override {
    const Result<Done> done = written([&](store::WriteTransaction& write) -> Result<Done> {
      care_ = TRY(people::put_unit(write, {"zorg", "Zorg", {}}, k2026)).id;
      north_ = TRY(people::put_unit(write, {"noord", "Noord", care_}, k2026)).id;
      south_ = TRY(people::put_unit(write, {"zuid", "Zuid", care_}, k2026)).id;
      TRY(employ(write, "1", "Dirk", care_, dirk_));
      TRY(employ(write, "2", "Anna", care_, anna_));
      TRY(employ(write, "3", "Noor", north_, noor_));
      TRY(employ(write, "4", "Sem", south_, sem_));
      TRY(lead(write, dirk_, care_, k2026, {}));
      TRY(lead(write, anna_, north_, k2026, kJuly));
      return lead(write, anna_, south_, kJuly, {});
    });
    ASSERT_TRUE(done) << done.error().where;
  }

  static Result<Done> employ(store::WriteTransaction& write, const std::string& number, const std::string& name,
                             UnitId unit, PersonId& person) {
    people::PersonEntry entry;
    entry.personnel_number = number;
    entry.name = {.given_name = name, .initials = "", .infix = "", .surname = "Visser"};
    person = TRY(people::put_person(write, entry)).id;
    people::ContractEntry contract;
    contract.person = person;
    contract.employment_number = "1";
    contract.begin = k2026;
    people::Terms terms;
    terms.function = "verzorgende";
    terms.unit = unit;
    TRY(people::put_contract(write, contract, terms, k2026));
    return Done{};
  }
  static Result<Done> lead(store::WriteTransaction& write, PersonId person, UnitId unit, Date begin,
                           std::optional<Date> end) {
    people::Assignment role;
    role.person = person;
    role.of_unit = unit;
    role.begin = begin;
    role.end = end;
    TRY(people::assign_role(write, role));
    return Done{};
  }

  Asker asker(AccountId account, Date today = kToday) {
    return read([&](store::ReadTransaction& transaction) { return asker_of_account(transaction, account, today); })
        .value();
  }
  bool sees(const Asker& who, PersonId person, Date date = kToday) {
    return read([&](store::ReadTransaction& transaction) { return may_see(transaction, who, person, date); }).value();
  }
  Scope scope(const Asker& who, Role role, Date date = kToday) {
    return read([&](store::ReadTransaction& transaction) { return scope_of(transaction, who, role, date); }).value();
  }

  static constexpr Date k2026{2026y / 1 / 1};
  static constexpr Date kJuly{2026y / 7 / 1};
  static constexpr Date kSpring{2026y / 4 / 15};
  UnitId care_, north_, south_;
  PersonId dirk_, anna_, noor_, sem_;
};
COLLEGA_ON_EVERY_STORE(AskerTest);

TEST_P(AskerTest, IsEmployeeAndManagerByTheRecords) {
  EXPECT_EQ(asker(add("noor", noor_)).roles, Roles{Role::employee});
  EXPECT_EQ(asker(add("anna", anna_)).roles, (Roles{Role::employee, Role::manager}));
  EXPECT_EQ(asker(add("extern")).roles, Roles{});
}

TEST_P(AskerTest, IsNoEmployeeBeforeTheFirstDayInService) {
  EXPECT_EQ(asker(add("noor", noor_), 2025y / 12 / 31).roles, Roles{});
}

TEST_P(AskerTest, SeesThemselfAsEmployee) {
  const Asker noor = asker(add("noor", noor_));
  EXPECT_TRUE(sees(noor, noor_));
  EXPECT_FALSE(sees(noor, sem_));
  EXPECT_FALSE(sees(noor, anna_));
}

TEST_P(AskerTest, SeesAsManagerWhomTheyLedOnThatDay) {
  const Asker anna = asker(add("anna", anna_));
  EXPECT_TRUE(sees(anna, sem_));
  EXPECT_FALSE(sees(anna, noor_));
  EXPECT_TRUE(sees(anna, noor_, kSpring));
  EXPECT_FALSE(sees(anna, sem_, kSpring));
  EXPECT_FALSE(sees(anna, dirk_));
  EXPECT_THAT(scope(anna, Role::manager).units, testing::ElementsAre(south_));
  EXPECT_THAT(scope(anna, Role::manager, kSpring).units, testing::ElementsAre(north_));
}

TEST_P(AskerTest, SeesAsManagerTheUnitsUnderTheirs) {
  const Asker dirk = asker(add("dirk", dirk_));
  EXPECT_TRUE(sees(dirk, sem_));
  EXPECT_TRUE(sees(dirk, noor_));
  EXPECT_TRUE(sees(dirk, anna_));
}

TEST_P(AskerTest, SeesWhatARoleWasGivenFor) {
  const AccountId adviser = add("hr.noord");
  give(adviser, Role::hr_adviser, north_);
  EXPECT_TRUE(sees(asker(adviser), noor_));
  EXPECT_FALSE(sees(asker(adviser), sem_));
  give(adviser, Role::hr_adviser, south_);
  EXPECT_TRUE(sees(asker(adviser), sem_));
  EXPECT_FALSE(sees(asker(adviser), anna_));
  give(adviser, Role::hr_adviser, care_);
  EXPECT_TRUE(sees(asker(adviser), anna_));
}

TEST_P(AskerTest, SeesEverybodyByARoleForTheWholeOrganisation) {
  const AccountId payroll = add("salaris");
  give(payroll, Role::payroll);
  EXPECT_TRUE(scope(asker(payroll), Role::payroll).everybody);
  EXPECT_TRUE(sees(asker(payroll), dirk_));
  EXPECT_TRUE(scope(asker(payroll), Role::hr_adviser).is_empty());
}

TEST_P(AskerTest, SeesNobodyByARoleThatIsOver) {
  const AccountId payroll = add("salaris");
  const RoleGrantId grant = give(payroll, Role::payroll);
  ASSERT_TRUE(written([&](store::WriteTransaction& write) { return end_role(write, grant, kToday); }));
  EXPECT_FALSE(sees(asker(payroll), dirk_));
  EXPECT_FALSE(sees(asker(payroll), dirk_, kSpring));
}

TEST_P(AskerTest, SeesEverybodyAsDataProtectionOfficer) {
  const AccountId officer = add("fg");
  give(officer, Role::data_protection_officer);
  EXPECT_TRUE(sees(asker(officer), sem_));
}

TEST_P(AskerTest, SeesNobodysRecordsAsAdministratorWorksCouncilOrRecruiter) {
  for (const Role role : {Role::administrator, Role::works_council, Role::recruiter}) {
    const AccountId account = add("rol." + std::string{name_of(role)});
    give(account, role);
    EXPECT_FALSE(sees(asker(account), sem_)) << name_of(role);
  }
}

TEST_P(AskerTest, OfASystemJobSeesByItsRolesAlone) {
  EXPECT_TRUE(sees(system_asker("retention", {Role::privacy_coordinator}, kToday), sem_));
  EXPECT_FALSE(sees(system_asker("retention", {}, kToday), sem_));
  EXPECT_FALSE(sees(nobody(kToday), sem_));
  EXPECT_FALSE(sees(local_operator(kToday), sem_));
}

TEST_P(AskerTest, OfAKeyAsksForItsOperationsOnly) {
  const AccountId anna = add("anna", anna_);
  const AccessKey key = written([&](store::WriteTransaction& write) -> Result<AccessKey> {
                          const NewAccessKey made = TRY(make_key(write, anna, "rooster", {"time.*"}, kNow + 24h, kNow));
                          return key_of(write, made.key.view(), kNow);
                        }).value();
  const Asker by_key =
      read([&](store::ReadTransaction& transaction) { return asker_of_key(transaction, key, kToday); }).value();
  EXPECT_EQ(by_key.kind, AskerKind::personal_key);
  EXPECT_TRUE(by_key.roles.contains(Role::manager));
  EXPECT_TRUE(may_ask_for(by_key, "time.request_leave"));
  EXPECT_FALSE(may_ask_for(by_key, "hiring.match"));
  EXPECT_TRUE(may_ask_for(asker(anna), "hiring.match"));
}

TEST_P(AskerTest, IsNobodyWhileTheSecondFactorIsAwaited) {
  const AccountId anna = add("anna", anna_);
  enrol(anna);
  const SignedIn in = try_in("anna").value();
  read([&](store::ReadTransaction& transaction) {
    const Session pending = session_of(transaction, in.session.token.view(), kNow).value();
    EXPECT_EQ(asker_of_session(transaction, pending, kNow, kToday).error().code, ErrorCode::session_over);
    return 0;
  });
}

TEST_P(AskerTest, OfASessionKnowsWhetherTheyJustProvedToSitThere) {
  add("anna", anna_);
  const NewSession session = enter("anna");
  read([&](store::ReadTransaction& transaction) {
    const Session kept = session_of(transaction, session.token.view(), kNow).value();
    EXPECT_TRUE(asker_of_session(transaction, kept, kNow, kToday)->stepped_up);
    EXPECT_FALSE(asker_of_session(transaction, kept, kNow + 11min, kToday)->stepped_up);
    return 0;
  });
}

}  // namespace
}  // namespace collega::identity
