// A disk that is full: a small file system in memory, where this process may mount one.

#include <gmock/gmock.h>
#include <sys/mount.h>

#include <fstream>

#include "collega/store/backup.h"
#include "collega/store_testing/store_test.h"

namespace collega::store {
namespace {

const std::vector<Migration> kNotes{
    {"notes", 1, "create table note (id INTEGER not null primary key, text TEXT not null)"}};

class FullDisk : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = "/tmp/collega-full-XXXXXX";
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    if (::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=2m") != 0) {
      std::filesystem::remove(folder_);
      GTEST_SKIP() << "no file system may be mounted here: a full disk was not tried";
    }
    mounted_ = true;
  }
  void TearDown() override {
    store_.reset();
    if (mounted_) ::umount(folder_.c_str());
    std::error_code ignored;
    std::filesystem::remove(folder_, ignored);
  }
  Store& open() {
    store_ = Store::open({.folder = folder_ / "data"}, kNotes).value();
    return *store_;
  }
  static Result<Done> add(Store& store, std::int64_t id, std::size_t size) {
    WriteTransaction write = TRY(store.write());
    TRY(write.execute("insert into note values (?, ?)", id, std::string(size, 'n')));
    return write.commit();
  }
  static std::int64_t count(Store& store) {
    ReadTransaction read = store.read().value();
    return read.first<std::int64_t>("select count(*) from note").value().value();
  }

  std::filesystem::path folder_;
  bool mounted_ = false;
  std::unique_ptr<Store> store_;
};

TEST_F(FullDisk, IsToldAndLosesNothing) {
  Store& store = open();
  std::int64_t kept = 0;
  Result<Done> last = Done{};
  while ((last = add(store, kept + 1, 50'000))) ++kept;
  EXPECT_EQ(last.error().code, ErrorCode::store_full);
  EXPECT_GT(kept, 3);
  EXPECT_EQ(count(store), kept);
  store_.reset();
  EXPECT_EQ(count(open()), kept);
}

TEST_F(FullDisk, LeavesNoHalfBackup) {
  Store& store = open();
  ASSERT_TRUE(add(store, 1, 200'000));
  std::ofstream{folder_ / "ballast"} << std::unitbuf << std::string(4'000'000, 'b');
  EXPECT_EQ(back_up(store, folder_ / "backup").error().code, ErrorCode::store_full);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "backup"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "backup.part"));
  std::filesystem::remove(folder_ / "ballast");
  EXPECT_TRUE(back_up(store, folder_ / "backup"));
}

}  // namespace
}  // namespace collega::store
