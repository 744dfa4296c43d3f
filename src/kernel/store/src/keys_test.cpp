// The key of the data: where it lives, and what happens when it is gone, wrong, seen by others or changed.

#include <sys/stat.h>

#include <fstream>

#include "collega/store/blobs.h"
#include "collega/store/seal.h"
#include "collega/store_testing/store_test.h"
#include "key_file.h"

namespace collega::store {
namespace {

class KeysTest : public store_testing::StoreTest {
 protected:
  std::filesystem::path key_file() const { return options().folder / "key"; }
  ErrorCode error_at_opening() const { return Store::open(options(), {}).error().code; }
  std::string key_text() const {
    std::ifstream in{key_file()};
    return {std::istreambuf_iterator<char>{in}, {}};
  }
  std::string keep_a_letter() {
    WriteTransaction write = open({}).write().value();
    std::string address = put_blob(write, "een brief").value();
    EXPECT_TRUE(write.commit());
    return address;
  }
  std::string letter(const std::string& address) {
    ReadTransaction read = open({}).read().value();
    return get_blob(read, address).value();
  }
};
COLLEGA_ON_EVERY_STORE(KeysTest);

TEST_P(KeysTest, MakesAKeyFileForItsOwnerAlone) {
  open({});
  struct stat about {};
  ASSERT_EQ(::stat(key_file().c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600U);
  ASSERT_EQ(::stat(options().folder.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0700U);
}

TEST_P(KeysTest, OpensNothingWithoutItsKeyAndMakesNoNewOne) {
  open({});
  close();
  std::filesystem::remove(key_file());
  EXPECT_EQ(error_at_opening(), ErrorCode::key_missing);
  EXPECT_FALSE(std::filesystem::exists(key_file()));
}

TEST_P(KeysTest, RefusesAKeyOfOtherData) {
  open({});
  close();
  std::ofstream{key_file()} << std::string(64, 'b') << '\n';
  EXPECT_EQ(error_at_opening(), ErrorCode::key_wrong);
  std::ofstream{key_file()} << "geen sleutel\n";
  EXPECT_EQ(error_at_opening(), ErrorCode::key_wrong);
}

TEST_P(KeysTest, RefusesAKeyFileThatOthersCanRead) {
  open({});
  close();
  std::filesystem::permissions(key_file(), std::filesystem::perms::group_read, std::filesystem::perm_options::add);
  EXPECT_EQ(error_at_opening(), ErrorCode::key_exposed);
}

TEST_P(KeysTest, TakesTheKeyFromTheEnvironmentAndWritesNone) {
  Options there = elsewhere();
  there.key = std::string(64, 'c');
  ASSERT_TRUE(Store::open(there, {}));
  EXPECT_FALSE(std::filesystem::exists(there.folder / "key"));
  ASSERT_TRUE(Store::open(there, {}));
  there.key = std::string(64, 'd');
  EXPECT_EQ(Store::open(there, {}).error().code, ErrorCode::key_wrong);
}

TEST_P(KeysTest, ReadsOnAfterAChangeOfKeyAndTheOldOneOpensNothing) {
  const std::string address = keep_a_letter();
  const std::string old = key_text();
  ASSERT_TRUE(open({}).rotate_key());
  EXPECT_NE(key_text(), old);
  EXPECT_EQ(letter(address), "een brief");
  close();
  std::ofstream{key_file()} << old;
  EXPECT_EQ(error_at_opening(), ErrorCode::key_wrong);
}

TEST_P(KeysTest, FinishesAChangeOfKeyThatWasCutOffBeforeTheRename) {
  const std::string address = keep_a_letter();
  const std::string old = key_text();
  ASSERT_TRUE(open({}).rotate_key());
  close();
  std::filesystem::rename(key_file(), options().folder / "key.next");
  ASSERT_TRUE(write_key(key_file(), Key::random()));  // stands for the old key: it opens nothing any more
  EXPECT_EQ(letter(address), "een brief");
  EXPECT_FALSE(std::filesystem::exists(options().folder / "key.next"));
}

TEST_P(KeysTest, KeepsTheOldKeyWhenAChangeWasCutOffBeforeTheCommit) {
  const std::string address = keep_a_letter();
  ASSERT_TRUE(write_key(options().folder / "key.next", Key::random()));
  EXPECT_EQ(letter(address), "een brief");
}

}  // namespace
}  // namespace collega::store
