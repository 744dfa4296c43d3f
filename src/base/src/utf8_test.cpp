#include "collega/base/utf8.h"

#include <gtest/gtest.h>

namespace collega {
namespace {

TEST(Utf8, TellsBrokenBytesFromText) {
  EXPECT_TRUE(is_valid_utf8("café €"));
  EXPECT_FALSE(is_valid_utf8("caf\xe9"));
  EXPECT_EQ(repair_utf8("caf\xe9!"), "caf\xef\xbf\xbd!");
}

TEST(Utf8, FoldsCaseDiacriticsAndLigatures) {
  EXPECT_EQ(fold("Café ÉÉN ﬁets"), "cafe een fiets");
  EXPECT_EQ(normalise("ﬁets"), "fiets");
}

TEST(Utf8, ConvertsBytesToCodePointsAndBack) {
  const std::string text = "zoë 😀 werkt in één café, " + std::string(200, 'x') + "é!";
  const CodePointIndex index(text);
  std::size_t code_point = 0;
  for (std::size_t byte = 0; byte < text.size();) {
    EXPECT_EQ(index.code_points_before(byte), code_point);
    EXPECT_EQ(index.to_bytes({code_point, code_point}).begin, byte);
    byte += code_point_at(text, byte).size;
    ++code_point;
  }
  EXPECT_EQ(index.to_code_points({0, text.size()}).end, count_code_points(text));
}

TEST(Utf8, PutsAPositionPastTheEndAtTheEnd) {
  const std::string text(64, 'a');
  EXPECT_EQ(CodePointIndex(text).to_bytes({10, 999}), (Span{10, 64}));
  EXPECT_EQ(CodePointIndex(text).code_points_before(64), 64u);
}

}  // namespace
}  // namespace collega
