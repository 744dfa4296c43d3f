#include "collega/identity/sessions.h"

#include "identity_test_support.h"

namespace collega::identity {
namespace {

class SessionTest : public IdentityTest {
 protected:
  void use_until(const NewSession& session, Moment end) {
    for (Moment now = kNow; now < end; now += 20min) {
      ASSERT_TRUE(written([&](store::WriteTransaction& write) { return mark_seen(write, session.id, now); }));
    }
  }
};
COLLEGA_ON_EVERY_STORE(SessionTest);

TEST_P(SessionTest, EndsWhenNobodyUsesIt) {
  add("h.bakker");
  const NewSession session = enter("h.bakker");
  EXPECT_TRUE(is_in(session, kNow + 29min));
  EXPECT_FALSE(is_in(session, kNow + 30min));
}

TEST_P(SessionTest, EndsAfterADayOfWorkHoweverBusy) {
  add("h.bakker");
  const NewSession session = enter("h.bakker");
  use_until(session, kNow + 12h);
  EXPECT_TRUE(is_in(session, kNow + 12h - 1s));
  EXPECT_FALSE(is_in(session, kNow + 12h));
}

TEST_P(SessionTest, GetsNoMoreTimeFromAClockSetBack) {
  add("h.bakker");
  const NewSession session = enter("h.bakker");
  EXPECT_TRUE(is_in(session, kNow - 2min));
  EXPECT_FALSE(is_in(session, kNow - 6min));
}

TEST_P(SessionTest, IsKnownByItsTokenAlone) {
  add("h.bakker");
  const NewSession session = enter("h.bakker");
  const std::string token{session.token.view()};
  EXPECT_EQ(token.size(), 43u);
  const auto known = [&](std::string_view text) {
    return read([&](store::ReadTransaction& transaction) { return session_of(transaction, text, kNow).ok(); });
  };
  EXPECT_TRUE(known(token));
  EXPECT_FALSE(known(token.substr(0, 42)));
  EXPECT_FALSE(known(""));
  const std::string kept = read([&](store::ReadTransaction& transaction) {
    return transaction.first<std::string>("select digest from account_session").value().value();
  });
  EXPECT_FALSE(known(kept));  // who reads the store cannot come in by it
}

TEST_P(SessionTest, IsListedAndEndedByItsOwnerOnly) {
  const AccountId hanna = add("h.bakker");
  const AccountId karel = add("k.dijk");
  const NewSession office = enter("h.bakker");
  const NewSession home = enter("h.bakker", kNow + 1min);
  const auto list = [&](AccountId of) {
    return read([&](store::ReadTransaction& transaction) { return list_sessions(transaction, of, kNow + 1min); })
        .value();
  };
  ASSERT_EQ(list(hanna).size(), 2u);
  EXPECT_EQ(list(hanna)[0].id, home.id);
  EXPECT_EQ(list(hanna)[0].device, "Firefox, Linux");
  EXPECT_TRUE(list(karel).empty());
  const auto end = [&](AccountId by) {
    return written([&](store::WriteTransaction& write) { return end_session(write, by, office.id); }).value();
  };
  EXPECT_FALSE(end(karel));
  EXPECT_TRUE(is_in(office));
  EXPECT_TRUE(end(hanna));
  EXPECT_FALSE(is_in(office));
  EXPECT_TRUE(is_in(home, kNow + 1min));
}

TEST_P(SessionTest, HasAPageTokenOfItsOwn) {
  add("h.bakker");
  const NewSession one = enter("h.bakker");
  const NewSession other = enter("h.bakker");
  read([&](store::ReadTransaction& transaction) {
    const Secret csrf = csrf_token(transaction, one.token.view());
    EXPECT_TRUE(is_csrf_token(transaction, one.token.view(), csrf.view()));
    EXPECT_FALSE(is_csrf_token(transaction, other.token.view(), csrf.view()));
    EXPECT_FALSE(is_csrf_token(transaction, one.token.view(), ""));
    return 0;
  });
}

TEST_P(SessionTest, IsWrittenOnceAMinuteAtMost) {
  add("h.bakker");
  const NewSession session = enter("h.bakker");
  const Session kept = read([&](store::ReadTransaction& transaction) {
                         return session_of(transaction, session.token.view(), kNow);
                       }).value();
  EXPECT_FALSE(is_seen_late(kept, kNow + 59s));
  EXPECT_TRUE(is_seen_late(kept, kNow + 60s));
}

TEST_P(SessionTest, IsSweptWhenItIsOver) {
  add("h.bakker");
  enter("h.bakker");
  enter("h.bakker", kNow + 20min);
  ASSERT_TRUE(written([](store::WriteTransaction& write) { return forget_what_is_over(write, kNow + 40min); }));
  EXPECT_EQ(read([](store::ReadTransaction& transaction) {
              return transaction.first<int>("select count(*) from account_session").value();
            }),
            1);
}

}  // namespace
}  // namespace collega::identity
