#include "register_test_support.h"

namespace collega::ai_register {
namespace {

class HoldingsTest : public RegisterTest {};
COLLEGA_ON_EVERY_STORE(HoldingsTest);

TEST_P(HoldingsTest, ShowAPersonTheirPartAndTakeTheirNumberOut) {
  const people::PersonId person = employee("1001");
  const identity::AccountId carla = account("carla", person);
  record_all(kMatch);
  Proof owner = proof(Condition::owner);
  owner.account = carla;
  must(complete(write(), kMatch, owner, as(carla), kNow));
  const Switch asked = must(ask(kMatch, State::pilot, as(carla)));
  must(decide(kMatch, asked.id, SecondOpinion::agree, as(bram)));

  const people::Holding holding = holdings().at(0);
  EXPECT_EQ(
      to_text(must(holding.show(write(), person))),
      R"([{"operation":"hiring.match","role":"owner","from":"2026-11-01","to":null},)"
      R"({"operation":"hiring.match","did":"recorded","at":"2026-11-23T08:00:00.000Z","reason":""},)"
      R"({"operation":"hiring.match","did":"asked","at":"2026-11-23T08:00:00.000Z","reason":"nodig voor de werving"}])");

  const std::int64_t version = must(register_version(write()));
  EXPECT_EQ(must(holding.erase(write(), person)), 3);
  EXPECT_GT(must(register_version(write())), version);
  EXPECT_EQ(must(holding.erase(write(), person)), 0);
  EXPECT_THAT(must(holding.show(write(), person)), IsEmpty());
  EXPECT_THAT(judged(kMatch).missing, ElementsAre(Missing{Condition::owner, Lack::nobody}));
  const Switch kept = must(switches_of(write(), kMatch, kNow)).at(0);
  EXPECT_EQ(kept.asked_by, std::nullopt);
  EXPECT_EQ(kept.asked_reason, "nodig voor de werving");
}

TEST_P(HoldingsTest, HaveNothingOfWhoHadNoPart) {
  const people::PersonId person = employee("1001");
  account("carla", person);
  EXPECT_THAT(must(holdings().at(0).show(write(), person)), IsEmpty());
  EXPECT_EQ(must(holdings().at(0).erase(write(), person)), 0);
}

}  // namespace
}  // namespace collega::ai_register
