#include "migrations.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "collega/store_testing/store_test.h"

namespace collega::store {
namespace {

const Migration kOne{"people", 1, "create table person (id INTEGER not null primary key, name TEXT not null)"};
const Migration kTwo{"people", 2, "alter table person add column surname TEXT not null default ''"};
const Migration kThree{"people", 3, "create index person_by_surname on person (surname)"};
const Migration kOther{"library", 1, "create table document (id INTEGER not null primary key)"};
const std::vector<Migration> kAll{kOne, kTwo, kThree, kOther};

class MigrationsTest : public store_testing::StoreTest {
 protected:
  Store& with(const std::vector<Migration>& steps) { return open(steps); }
  ErrorCode error_with(const std::vector<Migration>& steps) { return Store::open(options(), steps).error().code; }
};
COLLEGA_ON_EVERY_STORE(MigrationsTest);

TEST_P(MigrationsTest, BringEveryEarlierVersionForwardWithItsData) {
  for (std::size_t version = 1; version <= kAll.size(); ++version) {
    const Options there = elsewhere();
    {
      const auto old = Store::open(there, std::span{kAll}.first(version)).value();
      WriteTransaction write = old->write().value();
      ASSERT_TRUE(write.execute("insert into person (id, name) values (1, 'Anna'), (2, 'Bram')"));
      ASSERT_TRUE(write.commit());
    }
    const auto now = Store::open(there, kAll).value();
    ReadTransaction read = now->read().value();
    EXPECT_EQ(read.first<std::string>("select name || surname from person where id = 2").value(), "Bram") << version;
    EXPECT_EQ(read.first<int>("select count(*) from person").value(), 2) << version;
    EXPECT_EQ(read.first<int>("select count(*) from document").value(), 0) << version;
  }
}

TEST_P(MigrationsTest, LeaveDataOfANewerProgramAlone) {
  with(kAll);
  EXPECT_EQ(error_with({kOne, kTwo}), ErrorCode::store_newer);
  EXPECT_NO_THROW(with(kAll));
}

TEST_P(MigrationsTest, NoticeAStepThatWasChangedAfterItsRelease) {
  with({kOne});
  EXPECT_EQ(error_with({{"people", 1, "create table person (id INTEGER)"}}), ErrorCode::store_broken);
}

TEST_P(MigrationsTest, ChangeNothingWhenOneStepFails) {
  with({kOne});
  close();
  const Migration wrong{"people", 3, "create table person (id INTEGER)"};  // it is there already
  EXPECT_THROW(static_cast<void>(Store::open(options(), std::vector{kOne, kTwo, wrong})), std::logic_error);
  ReadTransaction read = with({kOne}).read().value();
  EXPECT_EQ(read.first<int>("select count(*) from store_step where module = 'people'").value(), 1);
}

TEST(Migrations, HaveNoGaps) {
  EXPECT_THROW(static_cast<void>(with_own_steps(std::vector{kOne, kThree})), std::logic_error);
  EXPECT_THROW(static_cast<void>(with_own_steps(std::vector{kOne, kOne})), std::logic_error);
}

}  // namespace
}  // namespace collega::store
