#include "collega/identity/sign_in.h"

#include <thread>

#include "identity_test_support.h"

namespace collega::identity {
namespace {

class SignInTest : public IdentityTest {
 protected:
  /// `count` wrong passwords, each as soon as it may; gives the moment of the last.
  Moment fail(std::string_view login, int count, Moment now = kNow) {
    for (int i = 0; i < count; now += 1s) {
      const ErrorCode code = refusal(login, "geen idee wat het was", now, "198.51.100." + std::to_string(i % 250));
      if (code != ErrorCode::sign_in_wait) ++i;
      if (code == ErrorCode::sign_in_locked) break;
    }
    return now - 1s;
  }
};
COLLEGA_ON_EVERY_STORE(SignInTest);

TEST_P(SignInTest, LetsInWhoKnowsThePassword) {
  const AccountId hanna = add("h.bakker@linderhof.example");
  const SignedIn in = try_in("H.Bakker@Linderhof.example").value();
  EXPECT_EQ(in.session.account, hanna);
  EXPECT_FALSE(in.second_factor_needed);
  EXPECT_TRUE(is_in(in.session));
  EXPECT_EQ(account(hanna).signed_in_at, kNow);
}

TEST_P(SignInTest, LetsNobodyIntoAnEmptyStore) {
  EXPECT_EQ(refusal("admin", "admin"), ErrorCode::sign_in_refused);
  EXPECT_EQ(refusal("administrator", ""), ErrorCode::sign_in_refused);
  EXPECT_EQ(refusal("", ""), ErrorCode::sign_in_refused);
}

TEST_P(SignInTest, SaysTheSameOfAWrongPasswordAndAnAccountThatIsNotThere) {
  add("h.bakker@linderhof.example");
  const AccountId left = add("k.dijk@linderhof.example");
  ASSERT_TRUE(written([&](store::WriteTransaction& write) { return disable(write, left); }));
  const Error wrong = try_in("h.bakker@linderhof.example", "iets heel anders dan dat").error();
  EXPECT_EQ(wrong.code, ErrorCode::sign_in_refused);
  EXPECT_EQ(try_in("niemand@linderhof.example").error(), wrong);
  EXPECT_EQ(try_in("k.dijk@linderhof.example").error(), wrong);
}

TEST_P(SignInTest, LetsNobodyInBeforeTheInvitationWasAnswered) {
  ASSERT_TRUE(written([](store::WriteTransaction& write) {
    return invite(write, {"j.smit", "Joris Smit", {}}, kNow);
  }));
  EXPECT_EQ(refusal("j.smit", ""), ErrorCode::sign_in_refused);
}

TEST_P(SignInTest, ForgivesTypingErrors) {
  add("h.bakker");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(refusal("h.bakker", "vier paarden op dijk"), ErrorCode::sign_in_refused);
  EXPECT_TRUE(try_in("h.bakker"));
}

TEST_P(SignInTest, WaitsLongerAfterEachFailure) {
  add("h.bakker");
  const Moment last = fail("h.bakker", 5);
  EXPECT_EQ(try_in("h.bakker", kPassword, last).error(), (Error{ErrorCode::sign_in_wait, "4 s"}));
  EXPECT_EQ(refusal("h.bakker", kPassword, last + 3s), ErrorCode::sign_in_wait);
  EXPECT_TRUE(try_in("h.bakker", kPassword, last + 4s));
}

TEST_P(SignInTest, CountsFailuresInARowOnly) {
  add("h.bakker");
  const Moment last = fail("h.bakker", 5);
  ASSERT_TRUE(try_in("h.bakker", kPassword, last + 4s));
  EXPECT_EQ(refusal("h.bakker", "vier paarden op dijk", last + 5s), ErrorCode::sign_in_refused);
  EXPECT_TRUE(try_in("h.bakker", kPassword, last + 5s));
}

TEST_P(SignInTest, LocksForAQuarterAfterTenFailures) {
  const AccountId hanna = add("h.bakker");
  const Moment last = fail("h.bakker", 10);
  EXPECT_EQ(account(hanna, last).state, AccountState::locked);
  EXPECT_EQ(account(hanna, last).locked_until, last + 15min);
  EXPECT_EQ(refusal("h.bakker", kPassword, last + 14min), ErrorCode::sign_in_wait);
  EXPECT_EQ(account(hanna, last + 15min).state, AccountState::active);
  EXPECT_TRUE(try_in("h.bakker", kPassword, last + 15min));
}

TEST_P(SignInTest, MakesALoginThatIsNotThereWaitLikewise) {
  const Moment last = fail("niemand", 10);
  EXPECT_EQ(try_in("niemand", kPassword, last).error(), (Error{ErrorCode::sign_in_wait, "900 s"}));
}

TEST_P(SignInTest, LocksAfterAHundredFailuresUntilSomebodyUnlocks) {
  const AccountId hanna = add("h.bakker");
  Moment now = kNow;
  for (int i = 0; i < 100; ++i, now += 16min) refusal("h.bakker", "geen idee wat het was", now);
  EXPECT_EQ(refusal("h.bakker", kPassword, now + 24h), ErrorCode::sign_in_locked);
  EXPECT_EQ(account(hanna, now + 24h).state, AccountState::locked);
  EXPECT_EQ(account(hanna, now + 24h).locked_until, std::nullopt);
  ASSERT_TRUE(written([&](store::WriteTransaction& write) { return unlock(write, hanna); }));
  EXPECT_TRUE(try_in("h.bakker", kPassword, now + 24h));
}

TEST_P(SignInTest, IsNotUnlockedByAClockSetBack) {
  add("h.bakker");
  const Moment last = fail("h.bakker", 10);
  EXPECT_EQ(refusal("h.bakker", kPassword, last - 24h), ErrorCode::sign_in_wait);
  EXPECT_EQ(refusal("h.bakker", kPassword, last - 24h + 14min), ErrorCode::sign_in_wait);
}

TEST_P(SignInTest, IsNotLockedForEverByAClockSetBack) {
  add("h.bakker");
  const Moment last = fail("h.bakker", 10, kNow + 24h * 365);  // the clock ran a year ahead
  EXPECT_EQ(refusal("h.bakker", kPassword, kNow), ErrorCode::sign_in_wait);
  EXPECT_EQ(refusal("h.bakker", kPassword, kNow + 14min), ErrorCode::sign_in_wait);
  EXPECT_TRUE(try_in("h.bakker", kPassword, kNow + 15min));
  EXPECT_LT(kNow + 15min, last);
}

TEST_P(SignInTest, CountsAttemptsAtTheSameTimeEach) {
  add("h.bakker");
  std::atomic<int> checked = 0;
  std::vector<std::thread> attackers;
  for (int i = 0; i < 8; ++i) {
    attackers.emplace_back([&] {
      for (int j = 0; j < 3; ++j) checked += refusal("h.bakker", "geen idee wat het was") == ErrorCode::sign_in_refused;
    });
  }
  for (std::thread& attacker : attackers) attacker.join();
  EXPECT_EQ(checked, 4);
}

TEST_P(SignInTest, MakesASourceWaitThatTriesManyAccounts) {
  add("h.bakker");
  for (int i = 0; i < 31; ++i) refusal("naam" + std::to_string(i), "geen idee wat het was");
  EXPECT_EQ(refusal("h.bakker"), ErrorCode::sign_in_wait);
  EXPECT_TRUE(try_in("h.bakker", kPassword, kNow, "203.0.113.5"));
  EXPECT_TRUE(try_in("h.bakker", kPassword, kNow + 1min));
}

TEST_P(SignInTest, DoesNotMakeAnOrganisationWaitThatComesFromOneAddress) {
  add("h.bakker");
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(try_in("h.bakker"));
}

TEST_P(SignInTest, KeepsNoAddress) {
  add("h.bakker");
  refusal("h.bakker", "geen idee wat het was");
  EXPECT_EQ(read([](store::ReadTransaction& transaction) {
              return transaction.first<int>("select count(*) from account_guard where subject like '%192.0%'").value();
            }),
            0);
}

TEST_P(SignInTest, ForgetsFailuresOfSourcesAndUnknownLoginsAfterADay) {
  add("h.bakker");
  refusal("h.bakker", "geen idee wat het was");
  refusal("niemand", "geen idee wat het was");
  ASSERT_TRUE(written([](store::WriteTransaction& write) { return forget_old_failures(write, kNow + 25h); }));
  EXPECT_EQ(read([](store::ReadTransaction& transaction) {
              return transaction.first<int>("select count(*) from account_guard").value();
            }),
            1);
}

TEST_P(SignInTest, HashesAnewWhenTheCostRises) {
  const AccountId hanna = add("h.bakker");
  const auto hash = [&] {
    return read([&](store::ReadTransaction& transaction) {
      return transaction.first<std::string>("select password from account where id = ?", hanna).value().value();
    });
  };
  const std::string before = hash();
  const Cost dearer{.passes = kTestCost.passes + 1, .memory = kTestCost.memory};
  ASSERT_TRUE(
      sign_in(store(), {.login = "h.bakker", .password = kPassword, .source = kOffice, .device = ""}, dearer, kNow));
  EXPECT_NE(hash(), before);
  EXPECT_TRUE(try_in("h.bakker"));
}

TEST(SignInTime, IsThatOfACheckWithoutAnAccount) {
  constexpr Cost kSlow{.passes = 2, .memory = std::size_t{4} * 1024 * 1024};
  const std::string hash{accept_password(kPassword, {}, kSlow).value().text()};
  const auto least = [&](const std::optional<std::string>& kept) {
    auto shortest = std::chrono::steady_clock::duration::max();
    for (int i = 0; i < 5; ++i) {
      const auto begin = std::chrono::steady_clock::now();
      (void)check_password("geen idee wat het was", kept, kSlow);
      shortest = std::min(shortest, std::chrono::steady_clock::now() - begin);
    }
    return shortest;
  };
  EXPECT_GT(least(std::nullopt), least(hash) / 2);
}

TEST_P(SignInTest, AsksASecondFactorOfWhoHasOne) {
  const AccountId hanna = add("h.bakker");
  const Phone phone = enrol(hanna);
  const SignedIn in = try_in("h.bakker").value();
  EXPECT_TRUE(in.second_factor_needed);
  const NewSession whole = pass_second_factor(store(), in.session.token.view(), phone.code(kNow), kNow).value();
  EXPECT_FALSE(is_in(in.session));
  EXPECT_TRUE(is_in(whole));
}

TEST_P(SignInTest, DoesNotTakeAWholeSessionForAPendingOne) {
  const AccountId hanna = add("h.bakker");
  const NewSession whole = enter("h.bakker");
  const Phone phone = enrol(hanna);
  EXPECT_EQ(pass_second_factor(store(), whole.token.view(), phone.code(kNow), kNow).error().code,
            ErrorCode::session_over);
}

TEST_P(SignInTest, WaitsFiveMinutesForTheSecondFactor) {
  const AccountId hanna = add("h.bakker");
  const Phone phone = enrol(hanna);
  const SignedIn in = try_in("h.bakker").value();
  const Moment late = kNow + 5min;
  EXPECT_EQ(pass_second_factor(store(), in.session.token.view(), phone.code(late), late).error().code,
            ErrorCode::session_over);
}

TEST_P(SignInTest, CountsWrongCodesThoughThePasswordIsRightEachTime) {
  const AccountId hanna = add("h.bakker");
  enrol(hanna);
  int refused = 0;
  for (int i = 0; i < 10; ++i) {
    const Result<SignedIn> in = try_in("h.bakker");
    if (!in) continue;
    refused += pass_second_factor(store(), in->session.token.view(), "000000", kNow).error().code ==
               ErrorCode::sign_in_refused;
  }
  EXPECT_LE(refused, 4);
}

TEST_P(SignInTest, StepsUpByThePasswordOrTheCode) {
  const AccountId hanna = add("h.bakker");
  const NewSession session = enter("h.bakker");
  const Moment later = kNow + 20min;
  const auto stepped_up = [&] {
    return read([&](store::ReadTransaction& transaction) {
      return has_stepped_up(session_of(transaction, session.token.view(), later).value(), later);
    });
  };
  EXPECT_FALSE(stepped_up());
  EXPECT_EQ(step_up(store(), session.token.view(), "geen idee wat het was", kTestCost, later).error().code,
            ErrorCode::sign_in_refused);
  EXPECT_FALSE(stepped_up());
  ASSERT_TRUE(step_up(store(), session.token.view(), kPassword, kTestCost, later));
  EXPECT_TRUE(stepped_up());
  const Phone phone = enrol(hanna);
  EXPECT_EQ(step_up(store(), session.token.view(), kPassword, kTestCost, later).error().code,
            ErrorCode::sign_in_refused);
  EXPECT_TRUE(step_up(store(), session.token.view(), phone.code(later), kTestCost, later));
}

TEST_P(SignInTest, EndsEverySessionWhenThePasswordIsReplaced) {
  add("h.bakker");
  const NewSession office = enter("h.bakker");
  const NewSession home = enter("h.bakker");
  const auto replace = [&](std::string_view old_one, std::string_view new_one) {
    return replace_password(store(), office.token.view(), old_one, new_one, "Stichting Linderhof", kTestCost, kNow);
  };
  EXPECT_EQ(replace("geen idee wat het was", kOtherPassword).error().code, ErrorCode::sign_in_refused);
  EXPECT_EQ(replace(kPassword, "Linderhof-2026-h.bakker").error().code, ErrorCode::password_guessable);
  EXPECT_TRUE(is_in(office) && is_in(home));
  ASSERT_TRUE(replace(kPassword, kOtherPassword));
  EXPECT_FALSE(is_in(office) || is_in(home));
  EXPECT_TRUE(try_in("h.bakker", kOtherPassword));
}

}  // namespace
}  // namespace collega::identity
