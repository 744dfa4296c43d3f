#include "collega/store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "collega/store_testing/store_test.h"

namespace collega::store {
namespace {

using namespace std::chrono_literals;

struct Person;
using PersonId = Id<Person>;

const std::vector<Migration> kPeople{
    {"people", 1,
     "create table person (id INTEGER not null primary key, name TEXT not null, born TEXT,"
     " wage INTEGER, share REAL, photo BLOB)"}};

class StoreTest : public store_testing::StoreTest {};
COLLEGA_ON_EVERY_STORE(StoreTest);

void add(Store& store, std::int64_t id, std::string_view name) {
  WriteTransaction write = store.write().value();
  ASSERT_TRUE(write.execute("insert into person (id, name) values (?, ?)", id, name));
  ASSERT_TRUE(write.commit());
}

std::int64_t count(Store& store) {
  ReadTransaction read = store.read().value();
  return read.first<std::int64_t>("select count(*) from person").value().value();
}

TEST_P(StoreTest, GivesBackWhatWasPut) {
  Store& store = open(kPeople);
  const std::string photo{"\0\x01'?\\", 5};
  WriteTransaction write = store.write().value();
  const auto person = write.new_id<PersonId>();
  ASSERT_TRUE(write.execute("insert into person values (?, ?, ?, ?, ?, ?)", person, "Zoë O'Brien?",
                            Date{1990y / 2 / 28}, Money{123456}, 0.8889, Blob{photo}));
  Rows rows = write.query("select * from person where name = 'Zoë O''Brien?' and id = ?", person).value();
  ASSERT_TRUE(rows.next().value());
  EXPECT_EQ(rows.get<PersonId>(0), person);
  EXPECT_EQ(rows.get<std::string>(1), "Zoë O'Brien?");
  EXPECT_EQ(rows.get<std::optional<Date>>(2), Date{1990y / 2 / 28});
  EXPECT_EQ(rows.get<Money>(3), Money{123456});
  EXPECT_EQ(rows.get<double>(4), 0.8889);
  EXPECT_EQ(rows.get<std::string>(5), photo);
  EXPECT_FALSE(rows.next().value());
}

TEST_P(StoreTest, KeepsAnEmptyOptionalAsNull) {
  Store& store = open(kPeople);
  WriteTransaction write = store.write().value();
  ASSERT_TRUE(write.execute("insert into person (id, name, born) values (?, ?, ?)", 1, "", std::optional<Date>{}));
  Rows rows = write.query("select born, name from person").value();
  ASSERT_TRUE(rows.next().value());
  EXPECT_EQ(rows.get<std::optional<Date>>(0), std::nullopt);
  EXPECT_FALSE(rows.is_null(1));
}

TEST_P(StoreTest, ForgetsWhatWasNotCommitted) {
  Store& store = open(kPeople);
  {
    WriteTransaction write = store.write().value();
    ASSERT_TRUE(write.execute("insert into person (id, name) values (1, 'Anna')"));
  }
  EXPECT_EQ(count(store), 0);
}

TEST_P(StoreTest, DoesNothingMoreAfterAFailure) {
  Store& store = open(kPeople);
  add(store, 1, "Anna");
  WriteTransaction write = store.write().value();
  ASSERT_TRUE(write.execute("insert into person (id, name) values (2, 'Bram')"));
  EXPECT_EQ(write.execute("insert into person (id, name) values (1, 'Cor')").error().code, ErrorCode::store_conflict);
  EXPECT_EQ(write.execute("insert into person (id, name) values (3, 'Dirk')").error().code, ErrorCode::store_conflict);
  EXPECT_EQ(write.commit().error().code, ErrorCode::store_conflict);
}

TEST_P(StoreTest, ShowsAReaderTheMomentItBegan) {
  Store& store = open(kPeople);
  add(store, 1, "Anna");
  ReadTransaction read = store.read().value();
  EXPECT_EQ(read.first<int>("select count(*) from person").value(), 1);
  add(store, 2, "Bram");
  EXPECT_EQ(read.first<int>("select count(*) from person").value(), 1);
  EXPECT_EQ(count(store), 2);
}

TEST_P(StoreTest, StreamsWhileOtherStatementsRun) {
  Store& store = open(kPeople);
  WriteTransaction write = store.write().value();
  for (int id = 1; id <= 2500; ++id) ASSERT_TRUE(write.execute("insert into person (id, name) values (?, 'x')", id));
  Rows rows = write.stream("select id from person where id > ? order by id", 500).value();
  std::int64_t sum = 0;
  while (rows.next().value()) {
    sum += write.first<std::int64_t>("select id from person where id = ?", rows.get<std::int64_t>(0)).value().value();
  }
  EXPECT_EQ(sum, 2500 * 2501 / 2 - 500 * 501 / 2);
}

TEST_P(StoreTest, LetsOneWriteAtATime) {
  Store& store = open(kPeople);
  constexpr int kWriters = 8;
  std::vector<std::thread> writers;
  writers.reserve(kWriters);
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&store] {
      for (int i = 0; i < 20; ++i) {
        WriteTransaction write = store.write().value();
        const std::int64_t next =
            write.first<std::int64_t>("select coalesce(max(id), 0) + 1 from person").value().value();
        ASSERT_TRUE(write.execute("insert into person (id, name) values (?, 'x')", next));
        ASSERT_TRUE(write.commit());
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(count(store), 160);
}

TEST_P(StoreTest, TellsWhoWaitedTooLong) {
  open(kPeople);
  Options hasty = options();
  hasty.patience = 50ms;
  const std::unique_ptr<Store> other = Store::open(hasty, kPeople).value();
  const std::unique_ptr<Store> first = Store::open(hasty, kPeople).value();
  const WriteTransaction held = first->write().value();
  EXPECT_EQ(other->write().error().code, ErrorCode::store_busy);
  EXPECT_EQ(first->write().error().code, ErrorCode::store_busy);
}

TEST_P(StoreTest, GivesIdsThatGrow) {
  Store& store = open(kPeople);
  WriteTransaction write = store.write().value();
  std::int64_t last = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t next = write.new_id<PersonId>().number;
    EXPECT_GT(next, last);
    last = next;
  }
}

TEST_P(StoreTest, OpensAgainWithWhatItHeld) {
  add(open(kPeople), 1, "Anna");
  EXPECT_EQ(count(open(kPeople)), 1);
}

TEST_P(StoreTest, DoesNotMakeAStoreWhereNoneIsAskedFor) {
  Options there = options();
  there.create = false;
  EXPECT_EQ(Store::open(there, kPeople).error().code, ErrorCode::store_not_there);
}

TEST_P(StoreTest, IsBackWhenPostgresIsBack) {
  Store& store = open(kPeople);
  add(store, 1, "Anna");
  pause_postgres();
  const bool gone = GetParam() == store_testing::Kind::postgres;
  EXPECT_EQ(store.read().ok(), !gone);
  if (gone) {
    EXPECT_EQ(store.write().error().code, ErrorCode::store_gone);
  }
  resume_postgres();
  add(store, 2, "Bram");
  EXPECT_EQ(count(store), 2);
}

}  // namespace
}  // namespace collega::store
