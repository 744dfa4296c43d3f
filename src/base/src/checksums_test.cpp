#include "collega/base/checksums.h"

#include <gtest/gtest.h>

namespace collega {
namespace {

TEST(Bsn, PassesTheElevenTest) {
  EXPECT_TRUE(is_bsn("111222333"));
  EXPECT_TRUE(is_bsn("123456782"));
  EXPECT_TRUE(is_bsn("010464554"));
}

TEST(Bsn, IsNotAnyNineDigits) {
  for (const char* text :
       {"123456789", "111222334", "000000000", "12345678", "1234567820", "12345678a", "", "123 456 782"}) {
    EXPECT_FALSE(is_bsn(text)) << text;
  }
}

TEST(Bsn, TurnsFalseWhenTwoNeighboursChangePlaces) {
  EXPECT_FALSE(is_bsn("213456782"));
  EXPECT_FALSE(is_bsn("123456728"));
}

TEST(Iban, LeavesOneBy97) {
  EXPECT_TRUE(is_iban("NL91ABNA0417164300"));
  EXPECT_TRUE(is_iban("DE89370400440532013000"));
  EXPECT_TRUE(is_iban("BE68539007547034"));
}

TEST(Iban, MayBeWrittenAsPeopleDo) {
  EXPECT_TRUE(is_iban("nl91 abna 0417 1643 00"));
  EXPECT_EQ(plain_iban("nl91 abna 0417 1643 00"), "NL91ABNA0417164300");
}

TEST(Iban, IsNotAnyAccount) {
  for (const char* text :
       {"NL91ABNA0417164301", "NL91ABNA04171643000", "0417164300", "", "NL91-ABNA-0417-1643-00", "XX00"}) {
    EXPECT_FALSE(is_iban(text)) << text;
  }
}

}  // namespace
}  // namespace collega
