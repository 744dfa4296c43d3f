#include "collega/store/backup.h"

#include <gmock/gmock.h>

#include <fstream>
#include <thread>

#include "collega/store/blobs.h"
#include "collega/store/seal.h"
#include "collega/store_testing/store_test.h"
#include "connection.h"
#include "store_state.h"

namespace collega::store {
namespace {

const std::vector<Migration> kFirst{
    {"care", 1,
     "create table unit (id INTEGER not null primary key, name TEXT not null, above INTEGER,"
     " foreign key (above) references unit (id) deferrable initially deferred);"
     "create table person (id INTEGER not null primary key, unit INTEGER not null references unit (id), name TEXT,"
     " share REAL, bsn BLOB)"}};
const std::vector<Migration> kSecond{kFirst[0], {"care", 2, "alter table person add column nickname TEXT"}};

class BackupTest : public store_testing::StoreTest {
 protected:
  Store& filled() {
    Store& store = open(kFirst);
    WriteTransaction write = store.write().value();
    EXPECT_TRUE(write.execute("insert into unit values (2, 'Nachtdienst', 1)"));
    EXPECT_TRUE(write.execute("insert into unit values (1, 'Lindehof', null)"));
    for (int id = 1; id <= 3000; ++id) {
      const std::string bsn = write.seal().close("111222333", {"person.bsn", id});
      EXPECT_TRUE(write.execute("insert into person values (?, ?, ?, ?, ?)", id, 1 + id % 2, "Zoë van 't Hof", id / 7.0,
                                Blob{bsn}));
    }
    EXPECT_TRUE(put_blob(write, std::string(3'000'000, 'x')));
    EXPECT_TRUE(write.commit());
    return store;
  }
  std::filesystem::path file() const { return folder() / "backup"; }
  Options with_key(Options there) const {
    there.key_file = folder() / "data" / "key";
    return there;
  }
};
COLLEGA_ON_EVERY_STORE(BackupTest);

/// Every row of every table, as text.
std::vector<std::string> everything(Store& store) {
  const auto transaction = store.inside().begin(false).value();
  Connection& connection = *transaction->connection;
  std::vector<std::string> all;
  for (const std::string& table : connection.tables().value()) {
    auto rows = connection.query("select * from " + table + " order by 1", {}, false).value();
    while (rows->next().value()) {
      std::string row = table;
      for (int i = 0; i < rows->columns(); ++i) row += '|' + (rows->is_null(i) ? "null" : std::string{rows->text(i)});
      all.push_back(row);
    }
  }
  std::ranges::sort(all);
  return all;
}

TEST_P(BackupTest, GivesEverythingBack) {
  Store& store = filled();
  const BackupSummary summary = back_up(store, file()).value();
  EXPECT_EQ(summary.rows, 2 + 3000 + 1 + 3);
  const std::unique_ptr<Store> again = restore(file(), with_key(elsewhere()), kFirst).value();
  EXPECT_EQ(everything(*again), everything(store));
}

TEST_P(BackupTest, ComesBackAtTheNewestStep) {
  filled();
  ASSERT_TRUE(back_up(open(kFirst), file()));
  const std::unique_ptr<Store> again = restore(file(), with_key(elsewhere()), kSecond).value();
  ReadTransaction read = again->read().value();
  EXPECT_EQ(read.first<int>("select count(*) from person where nickname is null").value(), 3000);
}

TEST_P(BackupTest, OfANewerProgramIsLeftAlone) {
  filled();
  ASSERT_TRUE(back_up(open(kSecond), file()));
  EXPECT_EQ(restore(file(), with_key(elsewhere()), kFirst).error().code, ErrorCode::store_newer);
}

TEST_P(BackupTest, HoldsTheMomentItBeganWhileOthersWrite) {
  Store& store = filled();
  std::thread writer{[&store] {
    for (int id = 10'000; id < 10'100; ++id) {
      WriteTransaction write = store.write().value();
      ASSERT_TRUE(write.execute("insert into unit values (?, 'nieuw', null)", id));
      ASSERT_TRUE(write.execute("insert into person (id, unit) values (?, ?)", id, id));
      ASSERT_TRUE(write.commit());
    }
  }};
  const Result<BackupSummary> summary = back_up(store, file());
  writer.join();
  ASSERT_TRUE(summary);
  const std::unique_ptr<Store> again = restore(file(), with_key(elsewhere()), kFirst).value();
  ReadTransaction read = again->read().value();
  EXPECT_EQ(read.first<int>("select count(*) from person where id >= 10000").value(),
            read.first<int>("select count(*) from unit where id >= 10000").value());
}

TEST_P(BackupTest, IsRefusedWholeWhenAnythingIsWrongWithIt) {
  ASSERT_TRUE(back_up(filled(), file()));
  std::ifstream in{file(), std::ios::binary};
  const std::string good{std::istreambuf_iterator<char>{in}, {}};
  const auto refused = [&](const std::string& bytes) {
    std::ofstream{folder() / "bad", std::ios::binary} << bytes;
    Options there = with_key(elsewhere());
    const ErrorCode code = restore(folder() / "bad", there, kFirst).error().code;
    there.create = false;
    EXPECT_EQ(Store::open(there, kFirst).error().code, ErrorCode::store_not_there);
    return code;
  };
  EXPECT_EQ(refused(""), ErrorCode::backup_broken);
  EXPECT_EQ(refused("geen back-up, maar wel tekst van genoeg bytes voor een kop"), ErrorCode::backup_broken);
  EXPECT_EQ(refused(good.substr(0, good.size() - 1)), ErrorCode::backup_broken);
  EXPECT_EQ(refused(good.substr(0, good.size() / 2)), ErrorCode::backup_broken);
  std::string changed = good;
  changed[good.size() - 100] = static_cast<char>(changed[good.size() - 100] ^ 1);
  EXPECT_EQ(refused(changed), ErrorCode::backup_broken);
}

TEST_P(BackupTest, OpensWithItsOwnKeyOnly) {
  ASSERT_TRUE(back_up(filled(), file()));
  Options there = elsewhere();
  EXPECT_EQ(restore(file(), there, kFirst).error().code, ErrorCode::key_missing);
  there.key = std::string(64, 'a');
  EXPECT_EQ(restore(file(), there, kFirst).error().code, ErrorCode::key_wrong);
}

TEST_P(BackupTest, IsNotPutOverWhatIsThere) {
  ASSERT_TRUE(back_up(filled(), file()));
  close();
  EXPECT_EQ(restore(file(), options(), kFirst).error().code, ErrorCode::store_not_empty);
}

TEST_P(BackupTest, LeavesNoHalfFileWhereItCannotWrite) {
  EXPECT_EQ(back_up(filled(), folder() / "nowhere" / "backup").error().code, ErrorCode::file_unwritable);
}

}  // namespace
}  // namespace collega::store
