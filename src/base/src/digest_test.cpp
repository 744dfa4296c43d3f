#include "collega/base/digest.h"

#include <gtest/gtest.h>

namespace collega {
namespace {

std::string digest_of(std::initializer_list<std::string_view> pieces) {
  Digest digest;
  for (const std::string_view piece : pieces) digest.add(piece);
  return digest.hex();
}

TEST(Digest, IsTheSha256OfTheLengthAndThePiece) {
  // printf '3:abc' | sha256sum
  EXPECT_EQ(digest_of({"abc"}), "aab5f9ae99b2e38fb462025c8f72f570c9c811705d2a4277dc855d7fa293fe97");
}

TEST(Digest, TellsPiecesApart) { EXPECT_NE(digest_of({"ab", "c"}), digest_of({"a", "bc"})); }

}  // namespace
}  // namespace collega
