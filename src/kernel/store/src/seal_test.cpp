#include "collega/store/seal.h"

#include <gtest/gtest.h>

namespace collega::store {
namespace {

class SealTest : public ::testing::Test {
 protected:
  Key seal_key = Key::random();
  Key index_key = Key::random();
  Seal seal{seal_key, index_key};
};

TEST_F(SealTest, OpensWhatItClosed) {
  for (const std::string& plain : {std::string{}, std::string{"111222333"}, std::string(100'000, '\0')}) {
    EXPECT_EQ(seal.open(seal.close(plain, {"person.bsn", 7}), {"person.bsn", 7}).value(), plain);
  }
}

TEST_F(SealTest, NeverClosesTheSameValueTheSameWay) {
  EXPECT_NE(seal.close("111222333", {"person.bsn", 7}), seal.close("111222333", {"person.bsn", 7}));
}

TEST_F(SealTest, DoesNotOpenElsewhere) {
  const std::string sealed = seal.close("111222333", {"person.bsn", 7});
  const Error broken{ErrorCode::store_broken, "person.bsn"};
  EXPECT_EQ(seal.open(sealed, {"person.bsn", 8}).error(), broken);
  EXPECT_EQ(seal.open(sealed, {"person.iban", 7}).error().code, ErrorCode::store_broken);
  EXPECT_EQ((Seal{Key::random(), index_key}.open(sealed, {"person.bsn", 7}).error()), broken);
}

TEST_F(SealTest, SeesEveryChange) {
  const std::string sealed = seal.close("111222333", {"person.bsn", 7});
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 4);
    EXPECT_FALSE(seal.open(changed, {"person.bsn", 7})) << i;
    EXPECT_FALSE(seal.open(sealed.substr(0, i), {"person.bsn", 7})) << i;
  }
}

TEST_F(SealTest, FindsAValueByItsDigestAndNothingElse) {
  EXPECT_EQ(seal.digest("bsn", "111222333"), seal.digest("bsn", "111222333"));
  EXPECT_NE(seal.digest("bsn", "111222333"), seal.digest("bsn", "111222334"));
  EXPECT_NE(seal.digest("bsn", "111222333"), seal.digest("iban", "111222333"));
  EXPECT_NE((Seal{seal_key, Key::random()}.digest("bsn", "111222333")), seal.digest("bsn", "111222333"));
}

}  // namespace
}  // namespace collega::store
