#include "collega/identity/accounts.h"

#include "collega/identity/keys.h"
#include "collega/identity/roles.h"
#include "collega/people/retention.h"
#include "identity_test_support.h"

namespace collega::identity {
namespace {

using testing::IsEmpty;

constexpr people::PersonId kHannaPerson{4711};

class AccountTest : public IdentityTest {
 protected:
  std::string first(Moment now = kNow) {
    const OneTimeCode code = written([&](store::WriteTransaction& write) { return first_code(write, now); }).value();
    return std::string{code.code.view()};
  }
  Result<AccountId> begin(std::string_view code, Moment now = kNow) {
    return written([&](store::WriteTransaction& write) {
      return create_first_administrator(write, code, {"beheer.linderhof", "Karel Dijk", {}}, hashed(kPassword), now);
    });
  }
  Invitation invited(const std::string& login, Moment now = kNow) {
    return written([&](store::WriteTransaction& write) {
             return invite(write, {login, "Joris Smit", {}}, now);
           })
        .value();
  }
  Result<AccountId> answer(const OneTimeCode& link, Moment now, std::string_view password = kPassword) {
    return written(
        [&](store::WriteTransaction& write) { return use_code(write, link.code.view(), hashed(password), now); });
  }
  Result<OneTimeCode> renewed(AccountId account, Moment now) {
    return written([&](store::WriteTransaction& write) { return renew_code(write, account, now); });
  }
};
COLLEGA_ON_EVERY_STORE(AccountTest);

TEST_P(AccountTest, BeginsWithAnAdministratorByAOneTimeCode) {
  const std::string code = first();
  EXPECT_EQ(code.size(), 23u);  // "7k2mq-..."
  const AccountId karel = begin(code).value();
  EXPECT_TRUE(try_in("beheer.linderhof"));
  const std::vector<RoleGrant> roles =
      read([&](store::ReadTransaction& transaction) { return role_grants(transaction, karel); }).value();
  ASSERT_EQ(roles.size(), 1u);
  EXPECT_EQ(roles[0].role, Role::administrator);
  EXPECT_EQ(roles[0].from, kToday);
}

TEST_P(AccountTest, TakesTheFirstCodeAsPeopleTypeIt) {
  std::string code = first();
  for (char& c : code) c = c == '-' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_TRUE(begin(code));
}

TEST_P(AccountTest, TakesTheFirstCodeOnceAndForADay) {
  const std::string code = first();
  EXPECT_EQ(begin("0000-00000-00000-00000").error().code, ErrorCode::code_wrong);
  EXPECT_EQ(begin("").error().code, ErrorCode::code_wrong);
  EXPECT_EQ(begin(code, kNow + 24h).error().code, ErrorCode::code_wrong);
  EXPECT_EQ(begin(code, kNow - 1h).error().code, ErrorCode::code_wrong);  // the clock was set back
  ASSERT_TRUE(begin(code, kNow + 23h));
  EXPECT_EQ(begin(code).error().code, ErrorCode::first_start_over);
  EXPECT_EQ(written([](store::WriteTransaction& write) { return first_code(write, kNow); }).error().code,
            ErrorCode::first_start_over);
}

TEST_P(AccountTest, GivesANewFirstCodeAtEachStartUntilOneIsUsed) {
  const std::string before = first();
  const std::string now = first();
  EXPECT_EQ(begin(before).error().code, ErrorCode::code_wrong);
  EXPECT_TRUE(begin(now));
}

TEST_P(AccountTest, WaitsForItsOwnerUntilTheInvitationIsAnswered) {
  const Invitation invitation = invited("j.smit@linderhof.example");
  EXPECT_EQ(account(invitation.account).state, AccountState::invited);
  EXPECT_EQ(read([&](store::ReadTransaction& transaction) {
              return account_of_code(transaction, invitation.link.code.view(), kNow);
            }).value(),
            invitation.account);
  ASSERT_TRUE(answer(invitation.link, kNow + 24h));
  EXPECT_EQ(account(invitation.account).state, AccountState::active);
  EXPECT_TRUE(try_in("j.smit@linderhof.example"));
}

TEST_P(AccountTest, TakesAnInvitationOnceAndForTwoWeeks) {
  const Invitation invitation = invited("j.smit");
  EXPECT_EQ(answer(invitation.link, kNow + 14 * 24h).error().code, ErrorCode::code_wrong);
  ASSERT_TRUE(answer(invitation.link, kNow + 13 * 24h));
  EXPECT_EQ(answer(invitation.link, kNow + 13 * 24h).error().code, ErrorCode::code_wrong);
}

TEST_P(AccountTest, TakesOnlyTheNewestOfItsCodes) {
  const Invitation invitation = invited("j.smit");
  const OneTimeCode again = renewed(invitation.account, kNow + 1h).value();
  EXPECT_EQ(answer(invitation.link, kNow + 2h).error().code, ErrorCode::code_wrong);
  EXPECT_TRUE(answer(again, kNow + 2h));
}

TEST_P(AccountTest, GetsANewPasswordByACodeButKeepsItsSecondFactor) {
  const AccountId hanna = add("h.bakker");
  const NewSession session = enter("h.bakker");
  enrol(hanna);
  for (int i = 0; i < 3; ++i) refusal("h.bakker", "geen idee wat het was");
  const OneTimeCode reset = renewed(hanna, kNow).value();
  EXPECT_EQ(reset.ends_at, kNow + 24h);
  ASSERT_TRUE(answer(reset, kNow, kOtherPassword));
  EXPECT_FALSE(is_in(session));
  EXPECT_EQ(refusal("h.bakker", kPassword), ErrorCode::sign_in_refused);
  EXPECT_TRUE(try_in("h.bakker", kOtherPassword).value().second_factor_needed);
}

TEST_P(AccountTest, HasALoginOfItsOwn) {
  invited("j.smit@linderhof.example");
  const auto refused = [&](const std::string& login) {
    return written([&](store::WriteTransaction& write) {
             return invite(write, {login, "Iemand", {}}, kNow);
           })
        .error()
        .code;
  };
  EXPECT_EQ(refused("J.Smit@LINDERHOF.example"), ErrorCode::login_taken);
  EXPECT_EQ(refused("j smit"), ErrorCode::login_malformed);
  EXPECT_EQ(refused(""), ErrorCode::login_malformed);
  EXPECT_EQ(refused("j\nsmit"), ErrorCode::login_malformed);
  EXPECT_EQ(refused(std::string(255, 'j')), ErrorCode::login_malformed);
}

TEST_P(AccountTest, IsOneForEachPerson) {
  add("h.bakker", kHannaPerson);
  EXPECT_EQ(written([](store::WriteTransaction& write) {
              return invite(write, {"hanna", "Hanna", kHannaPerson}, kNow);
            })
                .error()
                .code,
            ErrorCode::store_conflict);
}

TEST_P(AccountTest, ComesBackWithoutItsSessionsAndKeysAfterItWasDisabled) {
  const AccountId hanna = add("h.bakker");
  const NewSession session = enter("h.bakker");
  const NewAccessKey key = written([&](store::WriteTransaction& write) {
                             return make_key(write, hanna, "rooster ophalen", {"time.*"}, kNow + 24h, kNow);
                           }).value();
  const OneTimeCode reset = renewed(hanna, kNow).value();
  ASSERT_TRUE(written([&](store::WriteTransaction& write) { return disable(write, hanna); }));
  EXPECT_EQ(account(hanna).state, AccountState::disabled);
  EXPECT_EQ(renewed(hanna, kNow).error().code, ErrorCode::unknown_account);
  ASSERT_TRUE(written([&](store::WriteTransaction& write) { return enable(write, hanna); }));
  EXPECT_FALSE(is_in(session));
  EXPECT_EQ(
      read([&](store::ReadTransaction& transaction) { return key_of(transaction, key.key.view(), kNow); }).error().code,
      ErrorCode::key_refused);
  EXPECT_EQ(answer(reset, kNow).error().code, ErrorCode::code_wrong);
  EXPECT_TRUE(try_in("h.bakker"));
}

TEST_P(AccountTest, OfTheLastAdministratorStays) {
  const AccountId karel = begin(first()).value();
  const AccountId hanna = add("h.bakker");
  const auto disabled = [&] { return written([&](store::WriteTransaction& write) { return disable(write, karel); }); };
  const auto erased = [&] {
    return written([&](store::WriteTransaction& write) { return erase_account(write, karel); });
  };
  EXPECT_EQ(disabled().error().code, ErrorCode::last_administrator);
  EXPECT_EQ(erased().error().code, ErrorCode::last_administrator);
  give(hanna, Role::administrator);
  EXPECT_TRUE(disabled());
  EXPECT_TRUE(erased());
}

TEST_P(AccountTest, OfAnApplicationHasNoPassword) {
  const AccountId robot = written([](store::WriteTransaction& write) {
                            return create_application(write, "roosterkoppeling", "Koppeling met het rooster", kNow);
                          }).value();
  EXPECT_EQ(account(robot).state, AccountState::active);
  EXPECT_EQ(refusal("roosterkoppeling", ""), ErrorCode::sign_in_refused);
  EXPECT_EQ(renewed(robot, kNow).error().code, ErrorCode::unknown_account);
}

TEST_P(AccountTest, IsListedByLoginInPages) {
  for (const char* login : {"Zoë", "anna", "Bram", "cor"}) add(login);
  const auto page = [&](std::string_view after) {
    std::vector<std::string> logins;
    for (const Account& one : read([&](store::ReadTransaction& transaction) {
                                return list_accounts(transaction, after, 2, kNow);
                              }).value()) {
      logins.push_back(one.login);
    }
    return logins;
  };
  EXPECT_THAT(page(""), testing::ElementsAre("anna", "Bram"));
  EXPECT_THAT(page("Bram"), testing::ElementsAre("cor", "Zoë"));
  EXPECT_THAT(page("Zoë"), IsEmpty());
}

TEST_P(AccountTest, ShowsAPersonWhatIsKeptOfIt) {
  add("h.bakker@linderhof.example", kHannaPerson);
  enter("h.bakker@linderhof.example");
  const people::Holding holding = holdings().at(0);
  const JsonArray shown =
      read([&](store::ReadTransaction& transaction) { return holding.show(transaction, kHannaPerson); }).value();
  ASSERT_EQ(shown.size(), 1u);
  EXPECT_EQ(shown[0].at("login"), "h.bakker@linderhof.example");
  EXPECT_EQ(shown[0].at("sessions").at(0).at("device"), "Firefox, Linux");
  EXPECT_EQ(to_text(shown).find("argon2"), std::string::npos);
}

TEST_P(AccountTest, MayGoHalfAYearAfterItsOwnerLeft) {
  const people::PersonId hanna =
      written([](store::WriteTransaction& write) -> Result<people::PersonId> {
        const auto unit = TRY(people::put_unit(write, {"Z", "Zorg"}, 2020y / 1 / 1)).id;
        const auto person =
            TRY(people::put_person(write, {.personnel_number = "1", .name = {"Hanna", "", "", "Bakker"}})).id;
        TRY(people::put_contract(write,
                                 {.person = person,
                                  .employment_number = "1",
                                  .kind = people::ContractKind::permanent,
                                  .begin = 2020y / 1 / 1,
                                  .end = Date{2026y / 6 / 1}},
                                 {.minutes_per_week = 1440, .function = "planner", .unit = unit}, 2020y / 1 / 1));
        return person;
      }).value();
  add("h.bakker", hanna);
  const auto due_on = [&](Date day) {
    return read([&](store::ReadTransaction& transaction) { return people::due(transaction, holdings(), day, {}, 10); })
        .value()
        .rows.size();
  };
  EXPECT_EQ(due_on(2026y / 11 / 30), 0u);
  EXPECT_EQ(due_on(2026y / 12 / 1), 1u);
}

TEST_P(AccountTest, LeavesNothingWhenItsPersonIsErased) {
  const AccountId hanna = add("h.bakker@linderhof.example", kHannaPerson);
  enter("h.bakker@linderhof.example");
  refusal("h.bakker@linderhof.example", "geen idee wat het was", kNow, "203.0.113.5");
  give(hanna, Role::planner);
  enrol(hanna);
  ASSERT_TRUE(written([&](store::WriteTransaction& write) {
    return make_key(write, hanna, "rooster ophalen", {"time.*"}, kNow + 24h, kNow);
  }));
  ASSERT_TRUE(renewed(hanna, kNow));
  const people::Holding holding = holdings().at(0);
  const auto erase = [&] {
    return written([&](store::WriteTransaction& write) { return holding.erase(write, kHannaPerson); }).value();
  };
  EXPECT_EQ(erase(), 1);
  EXPECT_EQ(erase(), 0);
  ASSERT_TRUE(
      written([](store::WriteTransaction& write) { return forget_old_failures(write, kNow + 48h); }));  // addresses
  for (const std::string table : {"account", "account_code", "account_guard", "account_factor", "account_factor_use",
                                  "account_recovery", "account_session", "account_key", "account_role"}) {
    EXPECT_EQ(read([&](store::ReadTransaction& transaction) {
                return transaction.first<int>("select count(*) from " + table).value();
              }),
              0)
        << table;
  }
}

}  // namespace
}  // namespace collega::identity
