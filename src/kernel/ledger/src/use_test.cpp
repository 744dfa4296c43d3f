#include "collega/ledger/use.h"

#include "ledger_test_support.h"

namespace collega::ledger {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class UseTest : public LedgerTest {
 protected:
  std::vector<UseOfOperation> use(Moment from, Moment before) {
    store::ReadTransaction read = ledger().read().value();
    return use_of_operations(read, from, before).value();
  }
};
COLLEGA_ON_EVERY_STORE(UseTest);

TEST_P(UseTest, CountsByOperationAndKind) {
  add("server", shown(kAnna));
  add("server", shown(kBram), kMorning + 1s);
  Entry by_another = shown(kAnna);
  by_another.actor = "account-8";
  add("local", by_another, kMorning + 2s);
  add("server", decided("p-1"), kMorning + 3s);
  const std::vector<UseOfOperation> all = use(kMorning, kMorning + 1h);
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].operation, "hiring.match");
  EXPECT_EQ(all[0].decision, 1);
  EXPECT_EQ(all[1].operation, "people.show");
  EXPECT_EQ(all[1].read, 3);
  EXPECT_EQ(all[1].actors, 2);
}

TEST_P(UseTest, OfTheTimeThatWasAskedFor) {
  add("server", shown(kAnna));
  EXPECT_THAT(use(kMorning + 1s, kMorning + 1h), IsEmpty());
  EXPECT_THAT(use(kMorning - 1h, kMorning), IsEmpty());
}

}  // namespace
}  // namespace collega::ledger
