#include "collega/store/blobs.h"

#include "collega/store_testing/store_test.h"

namespace collega::store {
namespace {

class BlobsTest : public store_testing::StoreTest {};
COLLEGA_ON_EVERY_STORE(BlobsTest);

constexpr std::string_view kLetter = "Geachte mevrouw De Wit,\n\nHierbij bevestigen wij uw aanstelling.";

TEST_P(BlobsTest, GiveTheContentBackByItsAddress) {
  WriteTransaction write = open({}).write().value();
  const std::string address = put_blob(write, kLetter).value();
  EXPECT_EQ(address.size(), 64U);
  EXPECT_EQ(get_blob(write, address).value(), kLetter);
  EXPECT_EQ(get_blob(write, std::string(64, '0')).error().code, ErrorCode::file_not_found);
}

TEST_P(BlobsTest, AreKeptOnceAndGoWithTheirLastUse) {
  WriteTransaction write = open({}).write().value();
  const std::string address = put_blob(write, kLetter).value();
  EXPECT_EQ(put_blob(write, kLetter).value(), address);
  EXPECT_EQ(write.first<int>("select count(*) from blob").value(), 1);
  ASSERT_TRUE(drop_blob(write, address));
  EXPECT_TRUE(get_blob(write, address));
  ASSERT_TRUE(drop_blob(write, address));
  EXPECT_EQ(get_blob(write, address).error().code, ErrorCode::file_not_found);
}

TEST_P(BlobsTest, CannotBeExchanged) {
  WriteTransaction write = open({}).write().value();
  const std::string one = put_blob(write, kLetter).value();
  const std::string other = put_blob(write, "Een andere brief").value();
  ASSERT_TRUE(write.execute(
      "update blob set sealed = (select b.sealed from blob b where b.address = ?) where address = ?", other, one));
  EXPECT_EQ(get_blob(write, one).error().code, ErrorCode::store_broken);
}

}  // namespace
}  // namespace collega::store
