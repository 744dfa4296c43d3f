#include <gtest/gtest.h>

#include "collega/base/utf8.h"
#include "writers_test_support.h"

namespace collega::documents {
namespace {

using testing::cv_in;

TEST(WriteScan, IsTheSamePictureForTheSameSeed) {
  const Draft draft = cv_in(Layout::plain);
  EXPECT_EQ(write_scan(draft, 17).value(), write_scan(draft, 17).value());
  EXPECT_NE(write_scan(draft, 17).value(), write_scan(draft, 18).value());
}

TEST(WriteScan, HoldsAPictureAndNoText) {
  const std::string pdf = write_scan(cv_in(Layout::plain), 17).value();
  EXPECT_NE(pdf.find("/DCTDecode"), std::string::npos);
  EXPECT_EQ(pdf.find("/Font <<"), std::string::npos);
}

TEST(WriteScan, IsReadByRecognisingItsLetters) {
  const Document document = parse(write_scan(cv_in(Layout::plain), 17).value(), "scan.pdf").value();
  EXPECT_TRUE(testing::tells_of(document, NoticeKind::scanned, ""));
  const std::string text = fold(document.text);
  for (const char* words : {"samira", "medicatie toedienen", "palliatieve zorg"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words;
  }
}

}  // namespace
}  // namespace collega::documents
