// Whatever is done in whatever order, a use of high risk runs only while nothing is missing, and only after two
// persons.

#include <random>

#include "register_test_support.h"

namespace collega::ai_register {
namespace {

/// What must hold, told by a hand that knows nothing of the tables: it is written down beside each call that succeeds.
struct Model {
  std::map<Condition, std::optional<Date>> holds;  ///< until when, if ever
  bool is_public = true;
  State state = State::off;
  std::optional<identity::AccountId> asked_by;
  State asked_to = State::off;

  [[nodiscard]] bool is_complete(Date today) const {
    const std::vector<Condition> needed = conditions_of(Risk::high, is_public);
    return std::all_of(needed.begin(), needed.end(), [&](Condition condition) {
      const auto found = holds.find(condition);
      return found != holds.end() && (!found->second || today < *found->second);
    });
  }
};

class PropertyTest : public RegisterTest {
 protected:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  identity::AccountId somebody() { return pick(2) == 0 ? anna : bram; }
  Condition some_condition() { return static_cast<Condition>(pick(6)); }
  identity::Asker as_today(identity::AccountId account) {
    return as(account, {identity::Role::privacy_coordinator}, today());
  }
  Date today() const { return Date{std::chrono::floor<std::chrono::days>(now_)}; }

  void do_something() {
    switch (pick(8)) {
      case 0:
      case 1:
      case 2:
        return do_complete();
      case 3:
        return do_take_back();
      case 4:
      case 5:
        return pick(3) == 0 ? do_set_public() : do_switch();
      case 6:
        return do_decide();
      default:
        now_ += std::chrono::hours{pick(80)};
    }
  }
  void do_complete() {
    Proof one = proof(some_condition());
    if (pick(4) == 0) one.ends = Date{today().days() + std::chrono::days{1 + pick(20)}};
    if (complete(write(), kMatch, one, as_today(somebody()), now_)) model_.holds[one.condition] = one.ends;
  }
  void do_take_back() {
    const Condition condition = some_condition();
    if (take_back(write(), kMatch, condition, "fout", as_today(somebody()), now_)) model_.holds.erase(condition);
  }
  void do_set_public() {
    const bool is_public = pick(2) == 0;
    if (set_organisation(write(), {.is_public = is_public}, "het is zo", as_today(somebody()), now_)) {
      model_.is_public = is_public;
    }
  }
  void do_switch() {
    const auto to = static_cast<State>(pick(3));
    const identity::AccountId who = somebody();
    const Result<Switch> answer = ask(kMatch, to, as_today(who), now_);
    if (!answer) return;
    last_ = answer.value().id;
    if (to > model_.state) {
      ASSERT_EQ(answer.value().status, SwitchStatus::waiting);
      ASSERT_TRUE(model_.is_complete(today()));
      model_.asked_by = who;
      model_.asked_to = to;
    } else {
      model_.state = to;
      model_.asked_by.reset();
    }
  }
  void do_decide() {
    const identity::AccountId who = somebody();
    const SecondOpinion opinion = pick(4) == 0 ? SecondOpinion::refuse : SecondOpinion::agree;
    if (!decide(kMatch, last_, opinion, as_today(who), now_)) return;
    ASSERT_TRUE(model_.asked_by.has_value());
    ASSERT_NE(who, *model_.asked_by);
    if (opinion == SecondOpinion::agree) {
      ASSERT_TRUE(model_.is_complete(today()));
      model_.state = model_.asked_to;
      ++agreed_;
    }
    model_.asked_by.reset();
  }

  std::mt19937 random_;
  Moment now_ = kNow;
  Model model_;
  SwitchId last_;
  int agreed_ = 0;
};
COLLEGA_ON_EVERY_STORE(PropertyTest);

TEST_P(PropertyTest, NoOrderOfCallsLetsAHighRiskRunWithAConditionMissingOrByOnePerson) {
  constexpr int kCalls = 1500;
  int open = 0;
  for (int i = 0; i < kCalls && !HasFatalFailure(); ++i) {
    do_something();
    const Verdict now = judged(kMatch, today());
    ASSERT_EQ(now.state, model_.state) << i;
    ASSERT_EQ(now.missing.empty(), model_.is_complete(today())) << i;
    ASSERT_EQ(now.may_run(), model_.state != State::off && model_.is_complete(today())) << i;
    open += now.may_run() ? 1 : 0;
  }
  // Else nothing was tested.
  EXPECT_GT(open, 20);
  EXPECT_GT(agreed_, 5);
}

}  // namespace
}  // namespace collega::ai_register
