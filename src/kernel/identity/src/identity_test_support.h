#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "collega/identity/asker.h"
#include "collega/identity/sign_in.h"
#include "collega/identity/totp.h"
#include "collega/people/people.h"
#include "collega/store_testing/store_test.h"
#include "test_cost.h"

namespace collega::identity {

using namespace std::chrono_literals;

/// A Monday morning, and the day it is.
constexpr Moment kNow = std::chrono::sys_days{2026y / 11 / 23} + 8h;
constexpr Date kToday{2026y / 11 / 23};

constexpr std::string_view kPassword = "vier paarden op de dijk";
constexpr std::string_view kOtherPassword = "zes ganzen in het gras";
constexpr std::string_view kOffice = "192.0.2.17";

inline HashedPassword hashed(std::string_view password) { return accept_password(password, {}, kTestCost).value(); }

class IdentityTest : public store_testing::StoreTest {
 protected:
  store::Store& store() {
    if (!store_) store_ = &open(steps());
    return *store_;
  }
  void reopen() { store_ = &open(steps()); }

  static std::vector<store::Migration> steps() {
    std::vector<store::Migration> all = people::migrations();
    for (const store::Migration& step : migrations()) all.push_back(step);
    return all;
  }

  /// What `act` answers, written when it is no error.
  template <class Act>
  auto written(const Act& act) {
    store::WriteTransaction write = store().write().value();
    auto answer = act(write);
    if (answer.ok()) {
      EXPECT_TRUE(write.commit());
    }
    return answer;
  }
  template <class Act>
  auto read(const Act& act) {
    store::ReadTransaction transaction = store().read().value();
    return act(transaction);
  }

  /// An account that can sign in with kPassword.
  AccountId add(const std::string& login, std::optional<people::PersonId> person = {},
                std::string_view password = kPassword) {
    return written([&](store::WriteTransaction& write) -> Result<AccountId> {
             const Invitation invitation = TRY(invite(write, {login, "Hanna Bakker", person}, kNow - 24h));
             return use_code(write, invitation.link.code.view(), hashed(password), kNow - 24h);
           })
        .value();
  }

  RoleGrantId give(AccountId account, Role role, std::optional<people::UnitId> unit = {}) {
    RoleGrant grant;
    grant.account = account;
    grant.role = role;
    grant.unit = unit;
    grant.from = 2026y / 1 / 1;
    return written([&](store::WriteTransaction& write) { return give_role(write, grant); }).value();
  }

  Result<SignedIn> try_in(std::string_view login, std::string_view password = kPassword, Moment now = kNow,
                          std::string_view source = kOffice) {
    return sign_in(store(), {.login = login, .password = password, .source = source, .device = "Firefox, Linux"},
                   kTestCost, now);
  }
  ErrorCode refusal(std::string_view login, std::string_view password = kPassword, Moment now = kNow,
                    std::string_view source = kOffice) {
    const Result<SignedIn> answer = try_in(login, password, now, source);
    return answer ? ErrorCode::internal : answer.error().code;
  }
  NewSession enter(std::string_view login, Moment now = kNow) {
    return std::move(try_in(login, kPassword, now)).value().session;
  }

  bool is_in(const NewSession& session, Moment now = kNow) {
    return read(
        [&](store::ReadTransaction& transaction) { return session_of(transaction, session.token.view(), now).ok(); });
  }
  Account account(AccountId id, Moment now = kNow) {
    return read([&](store::ReadTransaction& transaction) { return account_by_id(transaction, id, now); }).value();
  }

  struct Phone {
    std::string key;
    std::vector<Secret> recovery;

    [[nodiscard]] std::string code(Moment now) const { return hotp(key, static_cast<std::uint64_t>(totp_step(now))); }
  };
  /// With a second factor, confirmed an hour ago.
  Phone enrol(AccountId account) {
    Phone phone;
    phone.recovery = written([&](store::WriteTransaction& write) -> Result<std::vector<Secret>> {
                       const Enrolment enrolment = TRY(enrol_second_factor(write, account, "Collega"));
                       phone.key = from_base32(enrolment.key_base32.view());
                       return confirm_second_factor(write, account, phone.code(kNow - 1h), kNow - 1h);
                     }).value();
    return phone;
  }

 private:
  static std::string from_base32(std::string_view text) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string bytes;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char letter : text) {
      bits = bits << 5 | static_cast<std::uint32_t>(kLetters.find(letter));
      held += 5;
      if (held < 8) continue;
      held -= 8;
      bytes += static_cast<char>(bits >> held & 0xff);
    }
    return bytes;
  }

  store::Store* store_ = nullptr;
};

}  // namespace collega::identity
